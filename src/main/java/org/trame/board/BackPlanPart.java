package org.trame.board;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.trame.backplan.BackPlans;
import org.trame.backplan.PlanViews;
import org.trame.programme.Programme;

/** The back-plan, as long as something of it is left to do. */
@Component
class BackPlanPart implements Part {

  private final BackPlans plans;
  private final PlanViews views;
  private final Clock time;

  BackPlanPart(BackPlans plans, PlanViews views, Clock time) {
    this.plans = plans;
    this.views = views;
    this.time = time;
  }

  @Override
  public Map<String, Object> of(Programme programme) {
    Map<String, Object> part = new HashMap<>();
    part.put("today", LocalDate.now(time));
    plans
        .of(programme)
        .ifPresent(
            plan -> part.put(plan.over() ? "planOver" : "plan", views.of(programme.id(), plan)));
    return part;
  }
}
