package org.trame.api;

import java.time.LocalDate;
import java.util.List;
import org.trame.backplan.BackPlan;
import org.trame.backplan.PlanView;

/**
 * A back-plan for other programs.
 *
 * @param today day it was computed
 * @param end last day the law leaves
 * @param projected day on which the last step ends
 * @param margin days between the two; negative: too late
 * @param verdict {@code HOLDS}, {@code ATTENTION}, {@code LATE}, {@code MET} or {@code MET_LATE}
 * @param sentence the same in the language asked for
 * @param notes what else is worth knowing
 * @param steps the steps, in order
 */
record BackPlanView(
    LocalDate today,
    LocalDate end,
    LocalDate projected,
    long margin,
    BackPlan.Verdict verdict,
    String sentence,
    List<String> notes,
    List<Step> steps) {

  /**
   * A step; {@code start} and {@code finish} are actual days once it has begun or ended, otherwise
   * the earliest possible.
   */
  record Step(
      String code,
      String name,
      String state,
      boolean statutory,
      LocalDate start,
      LocalDate finish,
      LocalDate latestStart,
      LocalDate latestFinish,
      Long slack,
      boolean critical,
      String duration,
      List<String> notes,
      String source) {}

  static BackPlanView of(BackPlan plan, PlanView view) {
    return new BackPlanView(
        plan.today(),
        plan.end(),
        plan.projected(),
        plan.margin(),
        plan.verdict(),
        view.sentence(),
        view.notes(),
        view.rows().stream().map(BackPlanView::step).toList());
  }

  private static Step step(PlanView.Row row) {
    var line = row.line();
    return new Step(
        row.code(),
        row.name(),
        line.progress().state().name(),
        line.step().statutory(),
        line.start(),
        line.finish(),
        line.latestStart(),
        line.latestFinish(),
        line.slack(),
        line.critical(),
        row.lasts(),
        row.notes(),
        row.source());
  }
}
