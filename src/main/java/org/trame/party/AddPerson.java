package org.trame.party;

import org.trame.input.MayBeEmpty;

/**
 * Somebody who acts for the organisation.
 *
 * @param personName name
 * @param personMail address
 * @param personAccount account, if there is one
 */
public record AddPerson(String personName, String personMail, @MayBeEmpty String personAccount) {}
