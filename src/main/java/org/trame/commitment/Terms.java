package org.trame.commitment;

import java.time.LocalDate;
import java.util.Optional;
import org.trame.agreement.DraftedCommitment;
import org.trame.agreement.Recurrence;

/**
 * When a commitment is due and what shows that it was kept: as the text says it, or as both sides
 * agreed since.
 *
 * @param number 1 for those of the text
 * @param since first day on which they hold
 * @param firstDue first due date under these terms
 * @param recurrence how often
 * @param lastDue no due date is after it; null if it is due once
 * @param noticeDays how many days before each due date the author is asked
 * @param evidence what will show that it was done
 */
public record Terms(
    int number,
    LocalDate since,
    LocalDate firstDue,
    Recurrence recurrence,
    LocalDate lastDue,
    int noticeDays,
    String evidence) {

  static Terms of(DraftedCommitment text, LocalDate since) {
    return new Terms(
        1,
        since,
        text.firstDue(),
        text.recurrence(),
        text.lastDue(),
        text.noticeDays(),
        text.evidence());
  }

  /** No due date is after this day. */
  public LocalDate until() {
    return lastDue == null ? firstDue : lastDue;
  }

  /** The first due date after a day, if there is one. Months are counted from the first one. */
  public Optional<LocalDate> next(LocalDate after) {
    LocalDate due = firstDue;
    for (int n = 1; !due.isAfter(after) && recurrence != Recurrence.ONCE; n++) {
      due = firstDue.plusMonths((long) n * recurrence.months());
    }
    return due.isAfter(after) && !due.isAfter(until()) ? Optional.of(due) : Optional.empty();
  }
}
