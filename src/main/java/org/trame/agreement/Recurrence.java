package org.trame.agreement;

/** How often what is promised falls due. */
public enum Recurrence {
  ONCE(0),
  MONTHLY(1),
  QUARTERLY(3),
  HALF_YEARLY(6),
  YEARLY(12);

  private final int months;

  Recurrence(int months) {
    this.months = months;
  }

  /** Months from one due date to the next; 0: there is none. */
  public int months() {
    return months;
  }
}
