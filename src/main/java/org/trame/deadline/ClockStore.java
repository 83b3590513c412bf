package org.trame.deadline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trame.access.Actors;
import org.trame.calendar.Computed;
import org.trame.calendar.Step;
import org.trame.calendar.Suspension;
import org.trame.calendar.Term;

/** Clocks, what happened to them and how their due days were computed, in the database. */
@Component
class ClockStore {

  static final String OPEN = " and c.state in ('RUNNING', 'SUSPENDED', 'MISSED')";

  private static final String SELECT =
      "select c.*, k.due_on as computed_due, k.nominal_on, k.steps::text as steps, (select"
          + " jsonb_agg(jsonb_build_object('kind', e.kind, 'day', e.on_day, 'cause', e.cause, 'term',"
          + " e.term) order by e.id)::text from trame.clock_event e where e.clock = c.id and e.id >"
          + " coalesce((select max(m.id) from trame.clock_event m where m.clock = c.id and m.kind ="
          + " 'MOVED'), 0)) as happened from trame.legal_clock c join lateral (select * from"
          + " trame.clock_computation x where x.clock = c.id order by x.id desc limit 1) k on true";

  private static final TypeReference<List<Step>> STEPS = new TypeReference<>() {};
  private static final TypeReference<List<Fact>> FACTS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final Clock time;

  ClockStore(JdbcClient jdbc, ObjectMapper json, Clock time) {
    this.jdbc = jdbc;
    this.json = json;
    this.time = time;
  }

  /** What counts for the due day. */
  private record Fact(ClockEvent.Kind kind, LocalDate day, String cause, String term) {}

  long insert(
      TimeLimit limit,
      String regime,
      String subject,
      String occurrence,
      LocalDate from,
      LocalDate eventOn,
      Computed computed) {
    long id =
        jdbc.sql(
                "insert into trame.legal_clock (subject, regime, step, occurrence, rule,"
                    + " started_on, event_on, due_on, state) values (?, ?, ?, ?, ?::jsonb, ?, ?, ?,"
                    + " 'RUNNING') returning id")
            .params(
                subject,
                regime,
                limit.step(),
                occurrence,
                write(limit),
                Date.valueOf(from),
                eventOn == null ? null : Date.valueOf(eventOn),
                Date.valueOf(computed.due()))
            .query(Long.class)
            .single();
    computed(id, computed, ClockComputation.STARTED);
    return id;
  }

  void computed(long clock, Computed computed, String why) {
    jdbc.sql(
            "insert into trame.clock_computation (clock, at, due_on, nominal_on, steps, why) values"
                + " (?, ?, ?, ?, ?::jsonb, ?)")
        .params(
            clock,
            now(),
            Date.valueOf(computed.due()),
            Date.valueOf(computed.nominal()),
            write(computed.steps()),
            why)
        .update();
  }

  void happened(
      long clock, ClockEvent.Kind kind, LocalDate on, String cause, Term term, String reason) {
    jdbc.sql(
            "insert into trame.clock_event (clock, kind, on_day, cause, term, reason, by, at) values"
                + " (?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            clock,
            kind.name(),
            Date.valueOf(on),
            cause,
            term == null ? null : term.amount() + " " + term.unit(),
            reason,
            Actors.current().userId(),
            now())
        .update();
  }

  LegalClock get(long id) {
    return jdbc.sql(SELECT + " where c.id = ?").param(id).query(this::read).single();
  }

  /** The clock as it is now; nobody else changes it until the end of the transaction. */
  LegalClock lock(long id) {
    jdbc.sql("select id from trame.legal_clock where id = ? for no key update")
        .param(id)
        .query(Long.class)
        .single();
    return get(id);
  }

  List<LegalClock> find(String condition, Object... values) {
    return jdbc.sql(SELECT + " where " + condition + " order by c.id")
        .params(values)
        .query(this::read)
        .list();
  }

  List<LegalClock> openOf(Collection<String> subjects) {
    return jdbc.sql(SELECT + " where c.subject in (:subjects)" + OPEN + " order by c.due_on, c.id")
        .param("subjects", subjects)
        .query(this::read)
        .list();
  }

  Map<String, LocalDate> nextDue(Collection<String> subjects) {
    Map<String, LocalDate> next = new HashMap<>();
    if (!subjects.isEmpty()) {
      jdbc.sql(
              "select subject, min(due_on) from trame.legal_clock where subject in (:subjects)"
                  + " and state in ('RUNNING', 'MISSED') group by subject")
          .param("subjects", subjects)
          .query(
              row -> {
                next.put(row.getString(1), row.getDate(2).toLocalDate());
              });
    }
    return next;
  }

  void change(long clock, LegalClock.State state, LocalDate due) {
    jdbc.sql(
            "update trame.legal_clock set state = ?, due_on = ?, suspended_on = null, suspended_by ="
                + " null where id = ?")
        .params(state.name(), Date.valueOf(due), clock)
        .update();
  }

  void due(long clock, LocalDate due) {
    jdbc.sql("update trame.legal_clock set due_on = ? where id = ?")
        .params(Date.valueOf(due), clock)
        .update();
  }

  void suspend(long clock, LocalDate on, String cause) {
    jdbc.sql(
            "update trame.legal_clock set state = 'SUSPENDED', suspended_on = ?, suspended_by = ?"
                + " where id = ?")
        .params(Date.valueOf(on), cause, clock)
        .update();
  }

  void event(long clock, LocalDate day) {
    jdbc.sql("update trame.legal_clock set event_on = ? where id = ?")
        .params(Date.valueOf(day), clock)
        .update();
  }

  void end(long clock, LegalClock.State state, LocalDate metOn) {
    jdbc.sql(
            "update trame.legal_clock set state = ?, met_on = ?, suspended_on = null, suspended_by ="
                + " null where id = ?")
        .params(state.name(), metOn == null ? null : Date.valueOf(metOn), clock)
        .update();
  }

  List<ClockEvent> events(long clock) {
    return jdbc.sql("select * from trame.clock_event where clock = ? order by id")
        .param(clock)
        .query(
            (row, n) ->
                new ClockEvent(
                    row.getLong("id"),
                    ClockEvent.Kind.valueOf(row.getString("kind")),
                    day(row, "on_day"),
                    row.getString("cause"),
                    row.getString("term") == null ? null : TimeLimit.term(row.getString("term")),
                    row.getString("reason"),
                    row.getString("by"),
                    row.getTimestamp("at").toInstant()))
        .list();
  }

  Map<Long, ClockRevision> revisions(Collection<Long> clocks) {
    Map<Long, ClockRevision> found = new HashMap<>();
    jdbc.sql(
            "select k.clock, (select count(*) from trame.clock_event e where e.clock = k.clock),"
                + " greatest(max(k.at), (select max(e.at) from trame.clock_event e where e.clock ="
                + " k.clock)) from trame.clock_computation k where k.clock in (:clocks) group by"
                + " k.clock")
        .param("clocks", clocks)
        .query(
            row -> {
              found.put(
                  row.getLong(1),
                  new ClockRevision(row.getInt(2), row.getTimestamp(3).toInstant()));
            });
    return found;
  }

  List<ClockComputation> computations(long clock) {
    return jdbc.sql(
            "select at, due_on as computed_due, nominal_on, steps::text as steps, why from"
                + " trame.clock_computation where clock = ? order by id")
        .param(clock)
        .query(
            (row, n) ->
                new ClockComputation(
                    row.getTimestamp("at").toInstant(), computed(row), row.getString("why")))
        .list();
  }

  private LegalClock read(ResultSet row, int n) throws SQLException {
    TimeLimit limit = read(row.getString("rule"), TimeLimit.class);
    String happened = row.getString("happened");
    List<Fact> facts = happened == null ? List.of() : sinceMoved(read(happened, FACTS));
    return new LegalClock(
        row.getLong("id"),
        row.getString("subject"),
        row.getString("regime"),
        row.getString("step"),
        row.getString("occurrence"),
        limit,
        day(row, "started_on"),
        day(row, "event_on"),
        day(row, "due_on"),
        LegalClock.State.valueOf(row.getString("state")),
        day(row, "met_on"),
        day(row, "suspended_on"),
        row.getString("suspended_by"),
        suspensions(facts, limit.resumption()),
        facts.stream()
            .filter(f -> f.kind() == ClockEvent.Kind.EXTENDED)
            .map(f -> TimeLimit.term(f.term()))
            .toList(),
        computed(row));
  }

  /** An end that was set anew has what happened before in it. */
  private static List<Fact> sinceMoved(List<Fact> facts) {
    int next = facts.size();
    while (next > 0 && facts.get(next - 1).kind() != ClockEvent.Kind.MOVED) {
      next--;
    }
    return facts.subList(next, facts.size());
  }

  /** A suspension on one day and a resumption on another: the days from the one to the other. */
  private static List<Suspension> suspensions(List<Fact> facts, Suspension.Resumption resumption) {
    List<Suspension> found = new ArrayList<>();
    Fact suspended = null;
    for (Fact fact : facts) {
      if (fact.kind() == ClockEvent.Kind.SUSPENDED) {
        suspended = fact;
      } else if (fact.kind() == ClockEvent.Kind.RESUMED && suspended != null) {
        // Resumed on the day itself, nothing stood still; the term may begin again all the same.
        if (resumption == Suspension.Resumption.RESTART || fact.day().isAfter(suspended.day())) {
          found.add(
              new Suspension(
                  suspended.day(), fact.day().minusDays(1), resumption, suspended.cause()));
        }
        suspended = null;
      }
    }
    return List.copyOf(found);
  }

  private Computed computed(ResultSet row) throws SQLException {
    return new Computed(
        day(row, "computed_due"), day(row, "nominal_on"), read(row.getString("steps"), STEPS));
  }

  private Timestamp now() {
    return Timestamp.from(time.instant());
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Not to be written as JSON: " + value, e);
    }
  }

  private <T> T read(String text, Class<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Unreadable in the database: " + text, e);
    }
  }

  private <T> T read(String text, TypeReference<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Unreadable in the database: " + text, e);
    }
  }

  private static LocalDate day(ResultSet row, String column) throws SQLException {
    Date date = row.getDate(column);
    return date == null ? null : date.toLocalDate();
  }
}
