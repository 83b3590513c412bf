package org.trame.due;

import java.time.LocalDate;
import org.trame.deadline.LegalClock;

/**
 * An open clock as a reader sees it.
 *
 * @param clock the clock
 * @param when how near its end is
 * @param days days left, negative when late
 * @param what what is awaited, in the reader's language
 * @param left days left or late in words, or since when it is suspended
 * @param subject name of the programme or round
 * @param page address of the subject's page
 * @param holders roles that may act now
 * @param mine whether the reader has to act
 * @param followed whether the reader answers for its end without having to act: the limits of the
 *     whole programme, for coordinators and the Region
 */
public record Due(
    LegalClock clock,
    When when,
    long days,
    String what,
    String left,
    String subject,
    String page,
    String holders,
    boolean mine,
    boolean followed) {

  /** Id of the clock, in addresses. */
  public long id() {
    return clock.id();
  }

  /** Last day, as last computed. */
  public LocalDate on() {
    return clock.dueOn();
  }

  /** Whether it has passed. */
  public boolean late() {
    return when == When.OVERDUE;
  }

  /** Whether it stands still. */
  public boolean suspended() {
    return when == When.SUSPENDED;
  }
}
