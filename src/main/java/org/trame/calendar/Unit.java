package org.trame.calendar;

/** What a time limit is counted in. */
public enum Unit {
  /** Calendar days; the day of the act is not counted, the last day is. */
  DAY,
  /** Days that are no Saturday, Sunday, holiday or closing day of the calendar. */
  WORKING_DAY,
  /** Whole days left free between the act and the event: 7 clear days end on the eighth day. */
  CLEAR_DAY,
  /** Months: to the same day number, or the last day of a shorter month. */
  MONTH,
  /** Years of twelve months. */
  YEAR
}
