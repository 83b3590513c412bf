package org.trame.deadline;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The reminders and rungs that are planned and given, in the database. */
@Component
class NoticePlan {

  /** What may be given on a day: a rung only once the limit was missed, the others before. */
  private static final String DUE =
      " n.given_at is null and n.day <= ? and ((n.kind <> 'ESCALATE' and c.state = 'RUNNING') or"
          + " (n.kind = 'ESCALATE' and c.state = 'MISSED'))";

  private final JdbcClient jdbc;
  private final Clock time;

  NoticePlan(JdbcClient jdbc, Clock time) {
    this.jdbc = jdbc;
    this.time = time;
  }

  /** What is told. */
  enum Kind {
    WARN,
    /** The limit has passed and no process has noticed. */
    MISS,
    ESCALATE
  }

  /** One notice to give. */
  record Notice(long id, long clock, String subject, Kind kind, int days, String role) {}

  /** Plans a notice; the same one for the same due day is planned once. */
  void plan(LegalClock clock, Kind kind, TimeLimit.Rung rung, LocalDate day) {
    jdbc.sql(
            "insert into trame.planned_notice (clock, due_on, day, kind, days, role) values (?, ?,"
                + " ?, ?, ?, ?) on conflict (clock, due_on, kind, days, role) do nothing")
        .params(
            clock.id(),
            Date.valueOf(clock.dueOn()),
            Date.valueOf(day),
            kind.name(),
            rung.days(),
            rung.role())
        .update();
  }

  /** Forgets what was planned and not given. */
  void drop(long clock) {
    jdbc.sql("delete from trame.planned_notice where clock = ? and given_at is null")
        .param(clock)
        .update();
  }

  /** First day on which a notice of these subjects may be given. */
  Optional<LocalDate> next(LocalDate until, Collection<String> except) {
    return jdbc.sql(
            "select min(n.day) from trame.planned_notice n join trame.legal_clock c on c.id ="
                + " n.clock where"
                + DUE
                + " and not c.subject = any (?)")
        .params(Date.valueOf(until), except.toArray(String[]::new))
        .query(Date.class)
        .optional()
        .map(Date::toLocalDate);
  }

  /** Takes the next notice; no other node gets it until the end of the transaction. */
  Optional<Notice> take(LocalDate until, Collection<String> except, Collection<Long> failed) {
    return jdbc.sql(
            "select n.id, n.clock, c.subject, n.kind, n.days, n.role from trame.planned_notice n"
                + " join trame.legal_clock c on c.id = n.clock where"
                + DUE
                + " and not c.subject = any (?) and not n.id = any (?) order by n.day, n.id limit 1"
                + " for no key update of n, c skip locked")
        .params(Date.valueOf(until), except.toArray(String[]::new), failed.toArray(Long[]::new))
        .query(
            (row, n) ->
                new Notice(
                    row.getLong(1),
                    row.getLong(2),
                    row.getString(3),
                    Kind.valueOf(row.getString(4)),
                    row.getInt(5),
                    row.getString(6)))
        .optional();
  }

  /** The rungs of a clock that may be given on a day, and are not. */
  List<Notice> rungs(LegalClock clock, LocalDate until) {
    return jdbc.sql(
            "select n.id, n.kind, n.days, n.role from trame.planned_notice n where n.clock = ? and"
                + " n.kind = 'ESCALATE' and n.given_at is null and n.day <= ? order by n.day, n.id"
                + " for update")
        .params(clock.id(), Date.valueOf(until))
        .query(
            (row, n) ->
                new Notice(
                    row.getLong(1),
                    clock.id(),
                    clock.subject(),
                    Kind.valueOf(row.getString(2)),
                    row.getInt(3),
                    row.getString(4)))
        .list();
  }

  /** The reminders before the present ends of these clocks, by clock. */
  Map<Long, List<PlannedNotice>> warnings(Collection<Long> clocks) {
    Map<Long, List<PlannedNotice>> found = new HashMap<>();
    jdbc.sql(
            "select n.clock, n.day, n.days, n.role, n.given_at from trame.planned_notice n join"
                + " trame.legal_clock c on c.id = n.clock and c.due_on = n.due_on where n.clock in"
                + " (:clocks) and n.kind = 'WARN' order by n.day, n.id")
        .param("clocks", clocks)
        .query(
            row -> {
              Timestamp given = row.getTimestamp(5);
              found
                  .computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                  .add(
                      new PlannedNotice(
                          row.getDate(2).toLocalDate(),
                          true,
                          row.getInt(3),
                          row.getString(4),
                          given == null ? null : given.toInstant()));
            });
    return found;
  }

  /** Whom it tells; the watch over a limit that no timer notices tells nobody by itself. */
  List<PlannedNotice> of(long clock) {
    return jdbc.sql(
            "select day, kind, days, role, given_at from trame.planned_notice where clock = ? and"
                + " kind <> 'MISS' order by day, kind desc, id")
        .param(clock)
        .query(
            (row, n) ->
                new PlannedNotice(
                    row.getDate(1).toLocalDate(),
                    Kind.valueOf(row.getString(2)) == Kind.WARN,
                    row.getInt(3),
                    row.getString(4),
                    row.getTimestamp(5) == null ? null : row.getTimestamp(5).toInstant()))
        .list();
  }

  void given(Notice notice) {
    jdbc.sql("update trame.planned_notice set given_at = ? where id = ?")
        .params(Timestamp.from(time.instant()), notice.id())
        .update();
  }

  /** Roles of the rungs that were given, in order. */
  List<String> climbed(long clock) {
    return jdbc.sql(
            "select role from trame.planned_notice where clock = ? and kind = 'ESCALATE' and"
                + " given_at is not null order by id")
        .param(clock)
        .query(String.class)
        .list();
  }
}
