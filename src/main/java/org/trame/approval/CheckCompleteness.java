package org.trame.approval;

import org.trame.input.LongText;
import org.trame.input.MayBeEmpty;

/**
 * What the examiner hands in after a first look.
 *
 * @param complete whether the dossier is complete
 * @param missingPieces what is missing; required if it is not
 */
public record CheckCompleteness(Boolean complete, @MayBeEmpty @LongText String missingPieces) {}
