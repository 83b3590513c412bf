package org.trame.agreement;

import java.time.LocalDate;
import org.trame.input.Hidden;
import org.trame.input.LongText;
import org.trame.input.MayBeEmpty;
import org.trame.input.OneOf;

/**
 * A commitment to be written or changed in a draft.
 *
 * @param id code of the commitment that is changed; empty: a new one
 * @param commitmentClause number of the clause that says so
 * @param commitmentAuthor organisation that promises
 * @param commitmentBeneficiary organisation it is promised to
 * @param promise what is promised
 * @param firstDue first due date
 * @param recurrence how often
 * @param lastDue no due date is after it; empty if it is due once
 * @param noticeDays how many days before each due date the author is asked
 * @param evidence what will show that it was done
 */
public record WriteCommitment(
    @Hidden String id,
    @OneOf("agreementClauses") String commitmentClause,
    @OneOf("agreementParticipants") String commitmentAuthor,
    @OneOf("agreementParticipants") String commitmentBeneficiary,
    @LongText String promise,
    LocalDate firstDue,
    Recurrence recurrence,
    @MayBeEmpty LocalDate lastDue,
    Integer noticeDays,
    String evidence) {}
