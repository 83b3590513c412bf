package org.trame.deadline;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.access.Actors;
import org.trame.ledger.Ledger;

/** What was decided, and why, when a limit of a whole programme had passed. */
@Component
@Transactional
public class DelayAssessments {

  private final JdbcClient jdbc;
  private final Ledger ledger;
  private final Clock time;

  DelayAssessments(JdbcClient jdbc, Ledger ledger, Clock time) {
    this.jdbc = jdbc;
    this.ledger = ledger;
    this.time = time;
  }

  /** Records what follows the missed limit of this step. */
  public void assess(String programme, String step, AssessDelay decision) {
    jdbc.sql(
            "insert into trame.delay_assessment (programme, step, follow_up, reason, decided_on,"
                + " decided_by) values (?, ?, ?, ?, ?, ?)")
        .params(
            programme,
            step,
            decision.followUp().name(),
            decision.delayReason(),
            Date.valueOf(LocalDate.now(time)),
            Actors.current().userId())
        .update();
    ledger.record(
        programme,
        "delay-" + decision.followUp().name().toLowerCase(Locale.ROOT),
        Map.of("step", step, "reason", decision.delayReason()));
  }
}
