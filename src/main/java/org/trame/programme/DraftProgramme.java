package org.trame.programme;

import org.trame.input.LongText;
import org.trame.input.MayBeEmpty;

/**
 * What the coordinator hands in when the draft is ready for opinions.
 *
 * @param guidingThread what holds the actions together; empty: as it was said before
 */
public record DraftProgramme(@MayBeEmpty @LongText String guidingThread) {}
