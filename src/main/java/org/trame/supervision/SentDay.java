package org.trame.supervision;

import java.time.LocalDate;
import org.trame.input.Check;
import org.trame.language.Messages;

/**
 * A decree sent on the last day is in time, whenever it is written down; a later one is void
 * (ordinance of 14 May 1998, art. 4, 3°, and art. 14, numac 1998031259).
 */
final class SentDay {

  private SentDay() {}

  static Check check(Check check, SupervisedAct act, LocalDate sentOn, LocalDate today) {
    return check
        .that(!sentOn.isAfter(today), "sentOn", "refusal.supervision.future")
        .that(
            !sentOn.isBefore(act.receivedOn()),
            "sentOn",
            "refusal.supervision.sentBeforeReceipt",
            act.receivedOn())
        .that(
            !sentOn.isAfter(act.dueOn()),
            "sentOn",
            "refusal.supervision.late",
            act.dueOn(),
            act.source(Messages.locale()));
  }
}
