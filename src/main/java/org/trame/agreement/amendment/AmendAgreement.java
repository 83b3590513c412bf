package org.trame.agreement.amendment;

import org.trame.input.LongText;

/**
 * A change of an agreement in force.
 *
 * @param amendmentObject what it is about
 */
public record AmendAgreement(@LongText String amendmentObject) {}
