package org.trame.deadline;

/**
 * Where a subject is.
 *
 * @param regime id of its regime, or null if it has none
 * @param nis NIS code of its municipality, or null for a subject of the Region alone
 * @param region code of its Region
 */
public record Place(String regime, String nis, String region) {}
