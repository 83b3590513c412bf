package org.trame.party;

/**
 * Somebody who acts for an organisation.
 *
 * @param id number
 * @param party number of the organisation
 * @param name name
 * @param mail address
 * @param account account, or null
 */
public record Person(long id, long party, String name, String mail, String account) {}
