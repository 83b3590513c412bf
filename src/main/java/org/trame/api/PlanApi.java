package org.trame.api;

import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trame.access.Actors;
import org.trame.backplan.BackPlan;
import org.trame.backplan.BackPlans;
import org.trame.backplan.PlanViews;
import org.trame.backplan.WhatIfReader;
import org.trame.input.Refusal;
import org.trame.programme.Programme;
import org.trame.programme.Programmes;

/** The back-plan of a programme, and what-if questions to it, for other programs. */
@RestController
class PlanApi {

  private final Programmes programmes;
  private final BackPlans plans;
  private final PlanViews views;

  PlanApi(Programmes programmes, BackPlans plans, PlanViews views) {
    this.programmes = programmes;
    this.plans = plans;
    this.views = views;
  }

  /**
   * The plan; with parameters, as it would be: see the page of the plan.
   *
   * @throws Refusal if a parameter makes no sense
   * @throws NoSuchElementException if there is no such programme, or it has no plan
   */
  @GetMapping("/api/programmes/{id}/plan")
  BackPlanView plan(
      @PathVariable String id,
      @RequestParam(defaultValue = "") List<String> missed,
      @RequestParam(defaultValue = "") String longer,
      @RequestParam(defaultValue = "") String by,
      @RequestParam(defaultValue = "") String begins,
      @RequestParam(defaultValue = "") String on) {
    Programme programme =
        programmes
            .find(id)
            .filter(p -> Programmes.mayRead(Actors.current(), p))
            .orElseThrow(() -> new NoSuchElementException("No programme " + id));
    BackPlans.Situation situation =
        plans.situation(programme).orElseThrow(() -> new NoSuchElementException("No plan"));
    WhatIfReader question = WhatIfReader.read(situation, missed, longer, by, begins, on);
    if (!question.violations().isEmpty()) {
      throw new Refusal(question.violations());
    }
    BackPlan plan = situation.plan(question.whatIf());
    return BackPlanView.of(plan, views.of(id, plan));
  }
}
