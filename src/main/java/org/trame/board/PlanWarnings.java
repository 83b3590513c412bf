package org.trame.board;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.trame.backplan.BackPlan;
import org.trame.backplan.BackPlans;
import org.trame.backplan.PlanViews;
import org.trame.programme.Programme;

/** Which programmes cannot meet their end any more, or hardly. */
@Component
public class PlanWarnings {

  private final BackPlans plans;
  private final PlanViews views;

  PlanWarnings(BackPlans plans, PlanViews views) {
    this.plans = plans;
    this.views = views;
  }

  /** The warnings of these programmes, by programme; none where all is well, or all is over. */
  public Map<String, Warning> of(Collection<Programme> programmes) {
    Map<String, Warning> warnings = new HashMap<>();
    plans
        .ofAll(programmes.stream().filter(p -> p.state() == Programme.State.RUNNING).toList())
        .forEach(
            (id, plan) -> {
              boolean late = plan.verdict() == BackPlan.Verdict.LATE;
              if (late || plan.verdict() == BackPlan.Verdict.ATTENTION) {
                warnings.put(id, new Warning(late, views.sentence(plan)));
              }
            });
    return warnings;
  }

  /**
   * A warning.
   *
   * @param late whether the end cannot be met any more
   * @param sentence what is to be said
   */
  public record Warning(boolean late, String sentence) {}
}
