package org.trame.implementation;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.deadline.Clocks;
import org.trame.deadline.LegalClock;
import org.trame.input.Check;
import org.trame.input.Refusal;
import org.trame.ledger.Ledger;
import org.trame.programme.Programme;
import org.trame.programme.Programmes;
import org.trame.regime.Regimes;
import org.trame.regime.Rule;
import org.trame.workflow.Workflows;

/**
 * More time for the implementation: once, to finish works, asked for and granted before its end.
 */
@Component
@Transactional
public class Extensions {

  static final String MESSAGE = "ExtensionRequested";

  private static final String DECISION_LIMIT = "extension-decision";

  private final JdbcClient jdbc;
  private final Programmes programmes;
  private final Implementations implementations;
  private final Regimes regimes;
  private final Clocks clocks;
  private final Workflows workflows;
  private final Ledger ledger;
  private final Clock time;

  Extensions(
      JdbcClient jdbc,
      Programmes programmes,
      Implementations implementations,
      Regimes regimes,
      Clocks clocks,
      Workflows workflows,
      Ledger ledger,
      Clock time) {
    this.jdbc = jdbc;
    this.programmes = programmes;
    this.implementations = implementations;
    this.regimes = regimes;
    this.clocks = clocks;
    this.workflows = workflows;
    this.ledger = ledger;
    this.time = time;
  }

  /** What was asked for and decided, oldest first. */
  @Transactional(readOnly = true)
  public List<Extension> of(String programme) {
    return jdbc.sql("select * from trame.extension_request where programme = ? order by id")
        .param(programme)
        .query(Extensions::read)
        .list();
  }

  /** Whether one was granted or a decision is awaited: then none can be asked for. */
  @Transactional(readOnly = true)
  public boolean taken(String programme) {
    return of(programme).stream().anyMatch(e -> !Boolean.FALSE.equals(e.granted()));
  }

  /**
   * The municipality asks for more time.
   *
   * @throws org.trame.input.Refusal if one was granted or asked for before, the implementation does
   *     not run, it is not to finish works, or it is too long
   */
  public void request(String programme, RequestExtension input) {
    implementations.lock(programme);
    Rule most = most(programme);
    new Check()
        .that(!taken(programme), "", "refusal.extension.onlyOne", most.source())
        .that(implementations.running(programme), "", "refusal.extension.over", most.source())
        .that(
            input.category() == ExtensionReason.WORKS,
            "category",
            "refusal.extension.works",
            most.source())
        .that(input.months() > 0, "months", "refusal.extension.positive")
        .that(
            input.months() <= most.integer("value"),
            "months",
            "refusal.extension.tooLong",
            most.integer("value"),
            most.source())
        .done();
    jdbc.sql(
            "insert into trame.extension_request (programme, requested_on, months, works) values"
                + " (?, ?, ?, ?)")
        .params(programme, today(), input.months(), input.works())
        .update();
    ledger.record(programme, "extension-requested", Map.of("months", input.months()));
    if (!workflows.correlate(MESSAGE, programme)) {
      throw Refusal.of("refusal.extension.over", most.source());
    }
  }

  /** The request the Region has to decide on. */
  @Transactional(readOnly = true)
  public Extension pending(String programme) {
    return of(programme).stream().filter(e -> e.granted() == null).findFirst().orElseThrow();
  }

  /**
   * The Region decides. If it grants, the end of the implementation and its timer move.
   *
   * @throws org.trame.input.Refusal if it grants after the end, or more than was asked for
   */
  public void decide(String programme, DecideExtension input) {
    Extension asked = pending(programme);
    Rule most = most(programme);
    int months = input.months() == null ? asked.months() : input.months();
    new Check()
        .that(
            !input.granted() || implementations.running(programme),
            "granted",
            "refusal.extension.grantedLate",
            most.source())
        .that(
            !input.granted() || (months > 0 && months <= asked.months()),
            "months",
            "refusal.extension.months",
            asked.months())
        .done();
    jdbc.sql(
            "update trame.extension_request set granted = ?, granted_months = ?, motives = ?,"
                + " decided_on = ? where id = ?")
        .params(
            input.granted(), input.granted() ? months : null, input.motives(), today(), asked.id())
        .update();
    if (input.granted()) {
      grant(programme, months, input.motives(), most);
    } else {
      ledger.record(programme, "extension-refused", Map.of("months", asked.months()));
    }
  }

  private void grant(String programme, int months, String motives, Rule most) {
    LocalDate end = programmes.get(programme).implementationEndsOn().plusMonths(months);
    LegalClock clock =
        clocks.open(programme, Implementations.LIMIT, Clocks.WHOLE_PROGRAMME).orElseThrow();
    ledger.record(
        programme,
        "extension-granted",
        Map.of("months", months, "until", end.toString(), "source", most.source()));
    programmes.implementUntil(programme, end);
    clocks.moveTo(clock, end, motives);
  }

  /**
   * The Region's time to decide begins; it ends with the implementation if that comes first.
   *
   * @param occurrence process instance that waits for the decision
   */
  public void awaitDecision(String programme, String occurrence) {
    Programme about = programmes.get(programme);
    LegalClock clock =
        clocks.start(about.regime(), programme, DECISION_LIMIT, occurrence, LocalDate.now(time));
    LocalDate end = about.implementationEndsOn();
    if (clock.dueOn().isAfter(end)) {
      clocks.drop(clock);
      clocks.startUntil(about.regime(), programme, DECISION_LIMIT, occurrence, end);
    }
  }

  private Rule most(String programme) {
    Programme about = programmes.get(programme);
    return regimes.parameter(about.regime(), "extension-months");
  }

  private Date today() {
    return Date.valueOf(LocalDate.now(time));
  }

  private static Extension read(ResultSet row, int n) throws SQLException {
    Date decided = row.getDate("decided_on");
    return new Extension(
        row.getLong("id"),
        row.getDate("requested_on").toLocalDate(),
        row.getInt("months"),
        row.getString("works"),
        (Boolean) row.getObject("granted"),
        (Integer) row.getObject("granted_months"),
        row.getString("motives"),
        decided == null ? null : decided.toLocalDate());
  }
}
