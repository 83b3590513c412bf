package org.trame.backplan;

import java.time.LocalDate;
import java.util.List;

/**
 * A plan in the reader's language.
 *
 * @param programme id of the programme
 * @param verdict what is to be said
 * @param sentence the same as a sentence
 * @param end last day the law leaves
 * @param projected day on which the last step ends
 * @param margin days between the two; negative: too late
 * @param notes what else is worth knowing
 * @param rows the steps
 * @param picture the same as bars on a time line
 */
public record PlanView(
    String programme,
    BackPlan.Verdict verdict,
    String sentence,
    LocalDate end,
    LocalDate projected,
    long margin,
    List<String> notes,
    List<Row> rows,
    Picture picture) {

  /** Whether it deserves a warning. */
  public boolean warns() {
    return late() || verdict == BackPlan.Verdict.ATTENTION;
  }

  /** Whether the end cannot be met. */
  public boolean late() {
    return verdict == BackPlan.Verdict.LATE || verdict == BackPlan.Verdict.MET_LATE;
  }

  /** Names of the steps with the least slack, in their order. */
  public List<String> critical() {
    return rows.stream().filter(r -> r.line().critical()).map(Row::name).toList();
  }

  /**
   * A step.
   *
   * @param line its days
   * @param name what people call it
   * @param state where it stands
   * @param lasts its usual duration
   * @param notes what else is worth knowing of it
   * @param source where the row comes from
   */
  public record Row(
      Line line, String name, String state, String lasts, List<String> notes, String source) {

    /** Code of the step. */
    public String code() {
      return line.step().code();
    }
  }
}
