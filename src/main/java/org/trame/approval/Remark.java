package org.trame.approval;

import java.time.LocalDate;
import java.util.List;

/**
 * A remark of the Region.
 *
 * @param id technical id
 * @param round round it was made in
 * @param number its number in the round, from 1
 * @param topic what it is about
 * @param action code of the action it is on, or null: on the whole
 * @param text the remark
 * @param sentOn day it was sent to the municipality, or null while the Region still writes it
 * @param withdrawn whether the Region took it back
 * @param answers answers of the municipality, a round each, oldest first
 */
public record Remark(
    long id,
    int round,
    int number,
    RemarkTopic topic,
    String action,
    String text,
    LocalDate sentOn,
    boolean withdrawn,
    List<Answer> answers) {

  /**
   * An answer.
   *
   * @param round round it was given in
   * @param answer the answer
   * @param changed what was changed in the programme, or null
   * @param answeredOn day it was written
   * @param accepted whether the Region accepts it, or null before it said so
   * @param verdict what the Region says of it, or null
   */
  public record Answer(
      int round,
      String answer,
      String changed,
      LocalDate answeredOn,
      Boolean accepted,
      String verdict) {}

  /** What people call it: round and number, such as {@code 2.1}. */
  public String label() {
    return round + "." + number;
  }

  /** Where it stands. */
  public RemarkState state() {
    Answer last = lastAnswer();
    if (withdrawn) {
      return RemarkState.WITHDRAWN;
    } else if (last == null || Boolean.FALSE.equals(last.accepted())) {
      return RemarkState.OPEN;
    }
    return last.accepted() == null ? RemarkState.ANSWERED : RemarkState.ACCEPTED;
  }

  /** The last answer, or null. */
  public Answer lastAnswer() {
    return answers.isEmpty() ? null : answers.get(answers.size() - 1);
  }
}
