package org.trame.commitment;

import java.time.LocalDate;
import java.util.UUID;
import org.trame.input.LongText;
import org.trame.input.MayBeEmpty;
import org.trame.input.OneOf;

/**
 * The author says that something promised is done.
 *
 * @param occurrence which due date
 * @param doneOn day it was done
 * @param doneWords what was done
 * @param doneFile evidence
 */
public record DeclareCommitment(
    @OneOf("dueOccurrences") String occurrence,
    LocalDate doneOn,
    @MayBeEmpty @LongText String doneWords,
    @MayBeEmpty UUID doneFile) {}
