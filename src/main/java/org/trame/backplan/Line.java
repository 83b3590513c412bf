package org.trame.backplan;

import java.time.LocalDate;

/**
 * A step in its plan.
 *
 * @param step the step
 * @param progress how far it has come
 * @param start day it began, or begins at the earliest; null if it was left out
 * @param finish day it ended, or ends at the earliest; null if it was left out
 * @param latestStart last day on which it may begin for the end to be met; null if it has begun, or
 *     if no sitting is early enough
 * @param latestFinish last day on which it may end for the end to be met; null if it is over
 * @param slack days it may be late without endangering the end; negative: days it comes too late;
 *     null if it is over
 * @param critical whether it has the least slack of all
 * @param sitting what is known of the sitting it ends on; null if it needs none, or is over
 */
public record Line(
    PlanStep step,
    Progress progress,
    LocalDate start,
    LocalDate finish,
    LocalDate latestStart,
    LocalDate latestFinish,
    Long slack,
    boolean critical,
    Sittings.Known sitting) {

  /** Whether there is nothing left to do. */
  public boolean over() {
    return progress.state() == Progress.State.DONE || progress.state() == Progress.State.SKIPPED;
  }

  /** Whether it is planned to end, or ended, after the last day of its own time limit. */
  public boolean afterOwnLimit() {
    return progress.due() != null && finish != null && finish.isAfter(progress.due());
  }
}
