package org.trame.deadline;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.calendar.Computation;
import org.trame.input.Refusal;
import org.trame.ledger.Ledger;
import org.trame.regime.Regimes;

/** The clocks of all programmes. Every change is in the ledger and moves the engine's timers. */
@Component
@Transactional
public class Clocks {

  /** Occurrence of a limit that belongs to the programme, not to one of its process instances. */
  public static final String WHOLE_PROGRAMME = "";

  private static final String COLUMNS =
      "id, subject, step, occurrence, started_on, due_on, state, met_on, suspended_on, escalate_to,"
          + " source";
  private static final String OPEN = " and state in ('RUNNING', 'SUSPENDED', 'MISSED')";

  private final JdbcClient jdbc;
  private final Regimes regimes;
  private final Ledger ledger;
  private final Clock time;
  private final ApplicationEventPublisher events;

  Clocks(
      JdbcClient jdbc,
      Regimes regimes,
      Ledger ledger,
      Clock time,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.regimes = regimes;
    this.ledger = ledger;
    this.time = time;
    this.events = events;
  }

  /**
   * Starts a limit.
   *
   * @param from day of the act that starts it
   * @return the clock, with its due date
   * @throws java.util.NoSuchElementException if the regime has no such step
   */
  public LegalClock start(
      String regime, String subject, String step, String occurrence, LocalDate from) {
    TimeLimit limit = limit(regime, step);
    return insert(subject, step, occurrence, from, end(limit, from), limit);
  }

  /**
   * Starts a limit whose last day is an event's own (a sitting, the closing of an inquiry).
   *
   * @param dueOn the day of the event
   */
  public LegalClock startUntil(
      String regime, String subject, String step, String occurrence, LocalDate dueOn) {
    TimeLimit limit = limit(regime, step);
    return insert(subject, step, occurrence, LocalDate.now(time), dueOn, limit);
  }

  /** The rule of a step. */
  public TimeLimit limit(String regime, String step) {
    return TimeLimit.of(step, regimes.decide(regime, TimeLimit.TABLE, Map.of("step", step)));
  }

  private static LocalDate end(TimeLimit limit, LocalDate from) {
    return Computation.of(limit.counting(limit.workCalendar()), from).due();
  }

  private LegalClock insert(
      String subject,
      String step,
      String occurrence,
      LocalDate from,
      LocalDate due,
      TimeLimit limit) {
    long id =
        jdbc.sql(
                "insert into trame.legal_clock (subject, step, occurrence, started_on, due_on,"
                    + " state, escalate_to, source) values (?, ?, ?, ?, ?, 'RUNNING', ?, ?)"
                    + " returning id")
            .params(
                subject,
                step,
                occurrence,
                Date.valueOf(from),
                Date.valueOf(due),
                limit.ladder().stream()
                    .map(TimeLimit.Rung::role)
                    .filter(r -> !r.equals(TimeLimit.HOLDER))
                    .findFirst()
                    .orElse(limit.holder()),
                limit.source())
            .query(Long.class)
            .single();
    return get(id);
  }

  /** The open clock of a step, if it runs. */
  @Transactional(readOnly = true)
  public Optional<LegalClock> open(String subject, String step, String occurrence) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + " from trame.legal_clock where subject = ? and step = ? and occurrence = ?"
                + OPEN
                + " order by id desc limit 1")
        .params(subject, step, occurrence)
        .query(Clocks::read)
        .optional();
  }

  /** Every clock of a subject, oldest first. */
  @Transactional(readOnly = true)
  public List<LegalClock> of(String subject) {
    return jdbc.sql("select " + COLUMNS + " from trame.legal_clock where subject = ? order by id")
        .param(subject)
        .query(Clocks::read)
        .list();
  }

  /** Every clock of these subjects, oldest first: one query. */
  @Transactional(readOnly = true)
  public List<LegalClock> ofAll(Collection<String> subjects) {
    if (subjects.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            "select "
                + COLUMNS
                + " from trame.legal_clock where subject in (:subjects) order by id")
        .param("subjects", subjects)
        .query(Clocks::read)
        .list();
  }

  /** The next due date of each of these subjects that has an open clock: one query. */
  @Transactional(readOnly = true)
  public Map<String, LocalDate> nextDue(Collection<String> subjects) {
    if (subjects.isEmpty()) {
      return Map.of();
    }
    Map<String, LocalDate> next = new java.util.HashMap<>();
    jdbc.sql(
            "select subject, min(due_on) from trame.legal_clock where subject in (:subjects)"
                + " and state in ('RUNNING', 'MISSED') group by subject")
        .param("subjects", subjects)
        .query(
            row -> {
              next.put(row.getString(1), row.getDate(2).toLocalDate());
            });
    return next;
  }

  /** Stops a clock until {@link #resume}: something is awaited from the other side. */
  public void suspend(LegalClock clock) {
    if (clock.state() == LegalClock.State.SUSPENDED) {
      throw Refusal.of("refusal.clock.suspended");
    }
    change(
        clock,
        "update trame.legal_clock set state = 'SUSPENDED', suspended_on = ? where id = ?",
        today());
    ledger.record(clock.subject(), "clock-suspended", Map.of("step", clock.step()));
  }

  /** Lets a suspended clock go on: the due date moves by the days of the suspension. */
  public void resume(LegalClock clock) {
    if (clock.suspendedOn() == null) {
      throw Refusal.of("refusal.clock.running");
    }
    long suspended = ChronoUnit.DAYS.between(clock.suspendedOn(), today());
    LocalDate due = clock.dueOn().plusDays(suspended);
    change(
        clock,
        "update trame.legal_clock set state = 'RUNNING', suspended_on = null, due_on = ? where id"
            + " = ?",
        due);
    ledger.record(
        clock.subject(),
        "clock-resumed",
        Map.of("step", clock.step(), "days", suspended, "due", due.toString()));
  }

  /** Moves the due date of an open clock, for example by an extension that was granted. */
  public void moveTo(LegalClock clock, LocalDate due) {
    change(clock, "update trame.legal_clock set state = 'RUNNING', due_on = ? where id = ?", due);
    ledger.record(
        clock.subject(), "clock-moved", Map.of("step", clock.step(), "due", due.toString()));
  }

  /** The awaited act came today. */
  public void meet(LegalClock clock) {
    meet(clock, today());
  }

  /** The awaited act came on this day; it may be written down later. */
  public void meet(LegalClock clock, LocalDate on) {
    boolean late = on.isAfter(clock.dueOn());
    jdbc.sql("update trame.legal_clock set state = ?, met_on = ? where id = ?")
        .params(late ? "MET_LATE" : "MET", Date.valueOf(on), clock.id())
        .update();
  }

  /** A period is over: it ended on its last day, whenever the program notices. */
  public void elapse(LegalClock clock) {
    jdbc.sql("update trame.legal_clock set state = 'MET', met_on = due_on where id = ?")
        .param(clock.id())
        .update();
  }

  /** The act is not awaited any more. */
  public void drop(LegalClock clock) {
    jdbc.sql("update trame.legal_clock set state = 'DROPPED' where id = ?")
        .param(clock.id())
        .update();
  }

  /** The limit has passed: recorded; the clock stays open until the act comes. */
  public void miss(LegalClock clock) {
    if (clock.state() != LegalClock.State.RUNNING) {
      return;
    }
    jdbc.sql("update trame.legal_clock set state = 'MISSED' where id = ?")
        .param(clock.id())
        .update();
    ledger.record(
        clock.subject(),
        "clock-missed",
        Map.of(
            "step", clock.step(),
            "due", clock.dueOn().toString(),
            "escalatedTo", clock.escalateTo(),
            "source", clock.source()));
  }

  private void change(LegalClock clock, String sql, LocalDate date) {
    jdbc.sql(sql).params(Date.valueOf(date), clock.id()).update();
    events.publishEvent(new ClockMoved(get(clock.id())));
  }

  private LegalClock get(long id) {
    return jdbc.sql("select " + COLUMNS + " from trame.legal_clock where id = ?")
        .param(id)
        .query(Clocks::read)
        .single();
  }

  private LocalDate today() {
    return LocalDate.now(time);
  }

  private static LegalClock read(ResultSet row, int n) throws SQLException {
    return new LegalClock(
        row.getLong("id"),
        row.getString("subject"),
        row.getString("step"),
        row.getString("occurrence"),
        row.getDate("started_on").toLocalDate(),
        row.getDate("due_on").toLocalDate(),
        LegalClock.State.valueOf(row.getString("state")),
        day(row, "met_on"),
        day(row, "suspended_on"),
        row.getString("escalate_to"),
        row.getString("source"));
  }

  private static LocalDate day(ResultSet row, String column) throws SQLException {
    Date date = row.getDate(column);
    return date == null ? null : date.toLocalDate();
  }
}
