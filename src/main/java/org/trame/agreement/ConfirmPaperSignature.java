package org.trame.agreement;

import org.trame.input.LongText;
import org.trame.input.MayBeEmpty;

/**
 * What a second person says of a signature on paper.
 *
 * @param paperConfirmed whether the scan shows what was written down
 * @param paperDoubt what is wrong; needed if it does not
 */
public record ConfirmPaperSignature(
    Boolean paperConfirmed, @MayBeEmpty @LongText String paperDoubt) {}
