package org.trame.notification;

import java.time.LocalDate;
import java.util.Map;

/**
 * One thing a person is told.
 *
 * @param id technical id
 * @param account whom
 * @param kind what about; its sentence is the message {@code announcement.<kind>}
 * @param subject programme or selection round
 * @param clock the legal clock concerned, or null
 * @param details named values of the sentence; no personal data
 * @param forDay day of the mail it goes with
 */
public record Announcement(
    long id,
    String account,
    Kind kind,
    String subject,
    Long clock,
    Map<String, String> details,
    LocalDate forDay) {

  /** What is announced, the most pressing first. */
  public enum Kind {
    /** The last day is over without the act. */
    MISSED(Part.LATE),
    /** The last day is over and silence has had its effect. */
    LAPSED(Part.LATE),
    /** Somebody else's act is late. */
    ESCALATED(Part.LATE),
    /** The end of the back-plan of a programme cannot be met any more. */
    PLAN_LATE(Part.LATE),
    /** The last day comes nearer. */
    WARNED(Part.COMING),
    SUSPENDED(Part.CHANGED),
    RESUMED(Part.CHANGED),
    EXTENDED(Part.CHANGED),
    MOVED(Part.CHANGED),
    /** Silence has not had its effect after all. */
    PUT_RIGHT(Part.CHANGED);

    private final Part part;

    Kind(Part part) {
      this.part = part;
    }

    /** The part of a mail it stands in. */
    public Part part() {
      return part;
    }

    /** Whether it goes out the same day even when the mail of the day has gone. */
    public boolean isUrgent() {
      return part == Part.LATE;
    }
  }

  /** The parts of a mail, in their order. */
  public enum Part {
    LATE,
    COMING,
    CHANGED
  }
}
