package org.trame.agreement;

import java.time.LocalDate;

/**
 * What an organisation promises another in a version of an agreement: part of its text.
 *
 * @param code {@code E1}, {@code E2}...: the same from one version to the next
 * @param clause number of the clause that says so
 * @param author number of the organisation that promises
 * @param beneficiary number of the organisation it is promised to
 * @param promise what is promised, in words
 * @param firstDue first due date
 * @param recurrence how often
 * @param lastDue no due date is after it; null if it is due once
 * @param noticeDays how many days before each due date the author is asked
 * @param evidence what will show that it was done, in words
 */
public record DraftedCommitment(
    String code,
    int clause,
    long author,
    long beneficiary,
    String promise,
    LocalDate firstDue,
    Recurrence recurrence,
    LocalDate lastDue,
    int noticeDays,
    String evidence) {

  /** No due date is after this day. */
  public LocalDate until() {
    return lastDue == null ? firstDue : lastDue;
  }

  /** The number in its code. */
  int number() {
    return Integer.parseInt(code.substring(1));
  }

  /** The same under another code and clause. */
  DraftedCommitment as(String otherCode, int otherClause) {
    return new DraftedCommitment(
        otherCode,
        otherClause,
        author,
        beneficiary,
        promise,
        firstDue,
        recurrence,
        lastDue,
        noticeDays,
        evidence);
  }

  /** The same promise on the same terms, whatever the number of its clause. */
  public boolean sameAs(DraftedCommitment other) {
    return equals(other.as(other.code, clause));
  }
}
