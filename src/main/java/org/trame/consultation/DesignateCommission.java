package org.trame.consultation;

import java.time.LocalDate;

/**
 * The council designates the members.
 *
 * @param resolutionNumber number of the resolution
 * @param resolutionOn day of the resolution
 */
public record DesignateCommission(String resolutionNumber, LocalDate resolutionOn) {}
