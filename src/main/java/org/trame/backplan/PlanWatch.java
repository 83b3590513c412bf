package org.trame.backplan;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.ledger.Ledger;
import org.trame.programme.Programme;
import org.trame.programme.Programmes;

/**
 * Looks every day whether the end of each plan can still be met, and says it once when that
 * changes: in the ledger, and as {@link BackPlanLate}.
 */
@Component
@Transactional
public class PlanWatch {

  private final BackPlans plans;
  private final Programmes programmes;
  private final Ledger ledger;
  private final JdbcClient jdbc;
  private final Clock time;
  private final ApplicationEventPublisher events;

  PlanWatch(
      BackPlans plans,
      Programmes programmes,
      Ledger ledger,
      JdbcClient jdbc,
      Clock time,
      ApplicationEventPublisher events) {
    this.plans = plans;
    this.programmes = programmes;
    this.ledger = ledger;
    this.jdbc = jdbc;
    this.time = time;
    this.events = events;
  }

  /** Looks at every programme that runs. May be called as often as one likes, on every node. */
  public void look() {
    look(programme -> true);
  }

  /** Looks at those of the running programmes; those without a plan are left out. */
  public void look(Predicate<Programme> which) {
    List<String> running =
        jdbc.sql("select id from trame.programme where state = 'RUNNING'")
            .query(String.class)
            .list();
    Map<String, BackPlan> now =
        plans.ofAll(programmes.findAll(running).stream().filter(which).toList());
    now.forEach(
        (programme, plan) -> {
          if (!plan.over()) {
            say(programme, plan);
          }
        });
  }

  /** The row is what makes it once: of two nodes, one finds it changed. */
  private void say(String programme, BackPlan plan) {
    boolean late = plan.margin() < 0;
    int changed =
        jdbc.sql(
                "insert into trame.backplan_verdict as v (programme, late, ends_on, projected,"
                    + " said_on) select :programme, :late, :end, :projected, :today where :late or"
                    + " exists (select from trame.backplan_verdict where programme = :programme)"
                    + " on conflict (programme) do update set late = excluded.late, ends_on ="
                    + " excluded.ends_on, projected = excluded.projected, said_on ="
                    + " excluded.said_on where v.late <> excluded.late")
            .param("programme", programme)
            .param("late", late)
            .param("end", Date.valueOf(plan.end()))
            .param("projected", Date.valueOf(plan.projected()))
            .param("today", Date.valueOf(LocalDate.now(time)))
            .update();
    if (changed == 0) {
      return;
    }
    Map<String, String> details =
        Map.of(
            "end", plan.end().toString(),
            "projected", plan.projected().toString(),
            "days", String.valueOf(Math.abs(plan.margin())));
    if (late) {
      ledger.record(programme, "backplan-late", details);
      events.publishEvent(new BackPlanLate(programme, plan.end(), plan.projected()));
    } else {
      ledger.record(programme, "backplan-recovered", details);
    }
  }
}
