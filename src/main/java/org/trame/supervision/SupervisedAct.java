package org.trame.supervision;

import java.time.LocalDate;
import java.util.Locale;
import org.trame.deadline.Assent;

/**
 * An act sent to the Government.
 *
 * @param id technical id
 * @param programme programme it belongs to
 * @param number 1 for the first act of the programme
 * @param kind what it is
 * @param step row of the regime's table {@code TimeLimits}
 * @param source articles that submit it to approval and set the time to decide
 * @param sourceNl the same in Dutch
 * @param title what it is about
 * @param reference number of the resolution
 * @param resolutionOn day it was taken
 * @param receivedOn day the Government received it: the limit starts
 * @param receipt proof of the receipt
 * @param transmitBy last day to send it
 * @param clock id of the clock of the decision: the proof of a tacit approval
 * @param dueOn last day to decide, or the day the silence was complete
 * @param proposal what the administration proposes, or null
 * @param proposalMotives why, or null
 * @param proposedBy account that proposed, or null
 * @param extendedOn day the limit was extended, or null
 * @param extensionMotives reasons of the extension, or null
 * @param assent the answer, or null while it is awaited
 * @param decidedOn day the decree was sent, or day of the silence, or null
 * @param decidedBy account that decided, or null: silence has no author
 * @param decree reference of the decree, or null
 * @param motives reasons of the decree, or null
 * @param putRightOn day a decree sent in time was written down after the act was deemed approved,
 *     or null
 * @param sendingProof proof of that sending, or null
 */
public record SupervisedAct(
    long id,
    String programme,
    int number,
    ActKind kind,
    String step,
    String source,
    String sourceNl,
    String title,
    String reference,
    LocalDate resolutionOn,
    LocalDate receivedOn,
    String receipt,
    LocalDate transmitBy,
    Long clock,
    LocalDate dueOn,
    ActDecision proposal,
    String proposalMotives,
    String proposedBy,
    LocalDate extendedOn,
    String extensionMotives,
    Assent assent,
    LocalDate decidedOn,
    String decidedBy,
    String decree,
    String motives,
    LocalDate putRightOn,
    String sendingProof) {

  /** Whether the answer is awaited. */
  public boolean awaited() {
    return assent == null;
  }

  /** Whether it reached the Government later than the law allows; it is decided all the same. */
  public boolean transmittedLate() {
    return receivedOn.isAfter(transmitBy);
  }

  /** Whether it was deemed approved until a decree was found that had been sent in time. */
  public boolean putRight() {
    return putRightOn != null;
  }

  /** Its articles in the reader's language. */
  public String source(Locale locale) {
    return said(source, sourceNl, locale);
  }

  static String said(String french, String dutch, Locale locale) {
    return "nl".equals(locale.getLanguage()) && !dutch.isEmpty() ? dutch : french;
  }

  /** What people call it. */
  public String label() {
    return reference + " – " + title;
  }
}
