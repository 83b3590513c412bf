package org.trame.api;

import java.time.LocalDate;
import java.util.List;
import org.trame.supervision.Assents;

/**
 * The acts of a programme sent to the Government, as programs read them.
 *
 * @param counts each state apart: what is deemed approved is not approved by decree
 * @param acts the acts, oldest first
 */
record SupervisionView(Assents counts, List<Act> acts) {

  /**
   * One act.
   *
   * @param number 1 for the first of the programme
   * @param reference number of the resolution
   * @param title what it is about
   * @param kind what it is
   * @param resolutionOn day it was taken
   * @param receivedOn day the Government received it
   * @param dueOn last day to decide, or the day the silence was complete
   * @param assent EXPLICIT, TACIT or REFUSED, or null while it is awaited
   * @param decidedOn day the decree was sent, or day of the silence, or null
   * @param decree reference of the decree; null for a silence
   * @param clock id of the clock of the decision: the proof of a silence
   * @param putRight how a silence was put right by a decree that had been sent in time, or null
   * @param source articles
   */
  record Act(
      int number,
      String reference,
      String title,
      ProgrammeView.Named kind,
      LocalDate resolutionOn,
      LocalDate receivedOn,
      LocalDate dueOn,
      String assent,
      LocalDate decidedOn,
      String decree,
      Long clock,
      PutRight putRight,
      String source) {}

  /**
   * A silence that was none.
   *
   * @param silenceOn day it seemed complete: the act was deemed approved since
   * @param on day the decree was written down
   * @param sendingProof proof that it was sent in time, and why it was written down later
   */
  record PutRight(LocalDate silenceOn, LocalDate on, String sendingProof) {}
}
