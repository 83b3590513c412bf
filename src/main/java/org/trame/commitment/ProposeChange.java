package org.trame.commitment;

import java.time.LocalDate;
import org.trame.agreement.Recurrence;
import org.trame.input.LongText;
import org.trame.input.MayBeEmpty;

/**
 * One side proposes other dates or other evidence.
 *
 * @param nextDue next due date
 * @param recurrence how often after it
 * @param lastDue no due date is after it; empty if it is due once
 * @param noticeDays how many days before each due date the author is asked
 * @param evidence what will show that it was done
 * @param changedPromise what is promised: other words are an amendment
 * @param changeReason why
 */
public record ProposeChange(
    LocalDate nextDue,
    Recurrence recurrence,
    @MayBeEmpty LocalDate lastDue,
    Integer noticeDays,
    String evidence,
    @MayBeEmpty @LongText String changedPromise,
    @LongText String changeReason) {}
