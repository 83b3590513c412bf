package org.trame.agreement;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.input.Check;
import org.trame.input.Refusal;

/** What the organisations of an agreement promise each other, in its draft. */
@Component
@Transactional
class Promises {

  static final int LONGEST_NOTICE = 365;

  private final AgreementDrafts drafts;
  private final AgreementStore store;
  private final DraftedCommitments commitments;

  Promises(AgreementDrafts drafts, AgreementStore store, DraftedCommitments commitments) {
    this.drafts = drafts;
    this.store = store;
    this.commitments = commitments;
  }

  /**
   * Writes a new commitment, or changes one.
   *
   * @throws Refusal if the text is frozen, somebody promises to himself, the author is not bound,
   *     or the dates contradict each other or the agreement's end
   */
  void write(long agreement, WriteCommitment form) {
    AgreementContent draft = locked(agreement);
    DraftedCommitment written =
        new DraftedCommitment(
            form.id() == null ? free(draft) : known(draft, form.id()),
            Integer.parseInt(form.commitmentClause()),
            Long.parseLong(form.commitmentAuthor()),
            Long.parseLong(form.commitmentBeneficiary()),
            form.promise(),
            form.firstDue(),
            form.recurrence(),
            form.lastDue(),
            form.noticeDays(),
            form.evidence());
    LocalDate end = draft.version().endsOn();
    boolean once = written.recurrence() == Recurrence.ONCE;
    new Check()
        .that(
            written.author() != written.beneficiary(),
            "commitmentBeneficiary",
            "refusal.commitment.toOneself")
        .that(
            draft.binds(written.author()), "commitmentAuthor", "refusal.commitment.authorNotBound")
        .that(once == (written.lastDue() == null), "lastDue", "refusal.commitment.lastDue")
        .that(
            !written.until().isBefore(written.firstDue()),
            "lastDue",
            "refusal.commitment.lastBeforeFirst")
        .that(
            end == null || !written.until().isAfter(end),
            once ? "firstDue" : "lastDue",
            "refusal.commitment.afterEnd",
            text(end))
        .that(
            written.noticeDays() >= 0 && written.noticeDays() <= LONGEST_NOTICE,
            "noticeDays",
            "refusal.commitment.notice",
            LONGEST_NOTICE)
        .done();
    commitments.put(draft.version(), written);
  }

  private static Object text(LocalDate day) {
    return day == null ? "" : day;
  }

  private static String free(AgreementContent draft) {
    return "E"
        + (1 + draft.commitments().stream().mapToInt(DraftedCommitment::number).max().orElse(0));
  }

  private static String known(AgreementContent draft, String code) {
    return draft.commitments().stream()
        .map(DraftedCommitment::code)
        .filter(code::equals)
        .findFirst()
        .orElseThrow(() -> Refusal.of("refusal.commitment.gone"));
  }

  /** Takes a commitment away. */
  void remove(long agreement, RemoveRow row) {
    commitments.remove(locked(agreement).version(), row.id());
  }

  private AgreementContent locked(long agreement) {
    store.lock(agreement);
    return drafts.draft(agreement).orElseThrow(() -> Refusal.of("refusal.agreement.frozen"));
  }
}
