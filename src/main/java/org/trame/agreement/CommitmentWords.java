package org.trame.agreement;

import java.time.LocalDate;
import java.util.Locale;
import org.trame.language.Messages;

/** When something promised is due, in words. */
public final class CommitmentWords {

  private CommitmentWords() {}

  static String due(Messages messages, Locale language, DraftedCommitment c) {
    return due(messages, language, c.firstDue(), c.recurrence(), c.lastDue());
  }

  /**
   * "30/06/2027, then every year until 30/06/2030".
   *
   * @param lastDue null if it is due once
   */
  public static String due(
      Messages messages,
      Locale language,
      LocalDate firstDue,
      Recurrence recurrence,
      LocalDate lastDue) {
    return recurrence == Recurrence.ONCE
        ? messages.say(language, "commitment.due.once", firstDue)
        : messages.say(
            language,
            "commitment.due.again",
            firstDue,
            new Messages.Key("choice.Recurrence." + recurrence),
            lastDue);
  }
}
