package org.trame.notification;

import java.time.LocalDate;
import java.util.Map;

/**
 * One thing a person is told.
 *
 * @param id technical id
 * @param account whom: an account, or the address of somebody without one
 * @param kind what about; its sentence is the message {@code announcement.<kind>}
 * @param subject programme, selection round, organisation, agreement or commitment
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
    PUT_RIGHT(Part.CHANGED),

    /** What was promised was not done in time. */
    COMMITMENT_LATE(Part.LATE, false),
    /** A signature is asked for. */
    SIGNATURE_ASKED(Part.TO_DO, false),
    SIGNATURE_REMINDED(Part.TO_DO, false),
    /** Something promised falls due. */
    COMMITMENT_ASKED(Part.TO_DO, false),
    /** Was it done? */
    COMMITMENT_DECLARED(Part.TO_DO, false),
    COMMITMENT_CONTESTED(Part.TO_DO, false),
    /** Somebody's mandate ends: who takes over? */
    HANDOVER_ASKED(Part.TO_DO, false),
    HANDOVER_LEFT_OPEN(Part.TO_DO, false),

    MANDATE_GRANTED(Part.MANDATES, false),
    /** A mandate of the reader was delegated to somebody else. */
    MANDATE_DELEGATED(Part.MANDATES, false),
    /** It is ended early. */
    MANDATE_ENDED(Part.MANDATES, false),
    /** Its last day comes nearer. */
    MANDATE_ENDING(Part.MANDATES, false),

    AGREEMENT_REFUSED(Part.AGREEMENTS, false),
    /** The text is another: the signatures given do not hold. */
    AGREEMENT_TEXT_CHANGED(Part.AGREEMENTS, false),
    /** Everybody has signed: it is in force. */
    AGREEMENT_SIGNED(Part.AGREEMENTS, false),
    /** Its text under way is given up. */
    AGREEMENT_GIVEN_UP(Part.AGREEMENTS, false),
    AGREEMENT_ENDED(Part.AGREEMENTS, false),
    AGREEMENT_REVIEWED(Part.AGREEMENTS, false),
    CHANGE_PROPOSED(Part.AGREEMENTS, false),
    CHANGE_ACCEPTED(Part.AGREEMENTS, false),
    CHANGE_REFUSED(Part.AGREEMENTS, false),
    /** Nobody answered: nothing changes. */
    CHANGE_UNANSWERED(Part.AGREEMENTS, false),
    COMMITMENT_CONFIRMED(Part.AGREEMENTS, false),
    COMMITMENT_BROKEN(Part.AGREEMENTS, false),
    MEDIATION_OPENED(Part.AGREEMENTS, false),
    MEDIATOR_NAMED(Part.AGREEMENTS, false),
    MEDIATION_CLOSED(Part.AGREEMENTS, false);

    private final Part part;
    private final boolean aboutTime;

    Kind(Part part) {
      this(part, true);
    }

    Kind(Part part, boolean aboutTime) {
      this.part = part;
      this.aboutTime = aboutTime;
    }

    /** Whether it is about a legal time limit. */
    public boolean isAboutTime() {
      return aboutTime;
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
    TO_DO,
    CHANGED,
    MANDATES,
    AGREEMENTS
  }
}
