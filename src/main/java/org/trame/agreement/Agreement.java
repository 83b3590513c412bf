package org.trame.agreement;

import java.time.LocalDate;

/**
 * An agreement of a programme.
 *
 * @param id technical number
 * @param programme programme it belongs to
 * @param number 1 for the first agreement of the programme
 * @param kind row of the regime's table {@code Agreements}
 * @param state where it stands
 * @param openedOn day it was opened
 * @param inForceOn day its first text came into force, or null
 * @param endedOn day it ended or was given up, or null
 * @param endReason why, or null
 * @param mergedInto number of the joint agreement that took its place, or null
 * @param title what it is called today
 */
public record Agreement(
    long id,
    String programme,
    int number,
    String kind,
    State state,
    LocalDate openedOn,
    LocalDate inForceOn,
    LocalDate endedOn,
    String endReason,
    Long mergedInto,
    String title) {

  private static final String SUBJECT = "agreement-";

  /** Where an agreement stands. */
  public enum State {
    /** Not in force yet. */
    OPEN,
    IN_FORCE,
    ENDED,
    /** Given up before it was ever in force. */
    ABANDONED
  }

  /** Its subject: business key of its processes, and what its clocks belong to. */
  public String subject() {
    return subject(id);
  }

  /** The subject of the agreement of this number. */
  public static String subject(long id) {
    return SUBJECT + id;
  }

  /** The number of the agreement a subject stands for, or -1 if it is another's. */
  public static long ofSubject(String subject) {
    return subject != null && subject.matches(SUBJECT + "\\d{1,18}")
        ? Long.parseLong(subject.substring(SUBJECT.length()))
        : -1;
  }
}
