package org.trame.localpractice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trame.calendar.Term;
import org.trame.calendar.Unit;
import org.trame.deadline.TimeLimit;

/** The rows of {@code trame.limit_change}: they are only ever added. */
@Component
class LimitChangeStore {

  private final JdbcClient jdbc;

  LimitChangeStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(LimitChange change) {
    jdbc.sql(
            "insert into trame.limit_change (regime, step, level, place, amount, unit, warnings,"
                + " reason, changed_by, changed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            Arrays.asList(
                change.regime(),
                change.step(),
                change.level().name(),
                change.place(),
                change.reset() ? null : change.term().amount(),
                change.reset() ? null : change.term().unit().name(),
                change.reset() ? null : text(change.warnings()),
                change.reason(),
                change.by(),
                Timestamp.from(change.at())))
        .update();
  }

  /** Every change of a regime there, oldest first. */
  List<LimitChange> of(String regime, TimeLimit.ChangeableBy level, String place) {
    return jdbc.sql(
            "select * from trame.limit_change where regime = ? and level = ? and place = ? order by"
                + " id")
        .params(regime, level.name(), place)
        .query(LimitChangeStore::read)
        .list();
  }

  /** The changes of one step there, oldest first. */
  List<LimitChange> of(String regime, TimeLimit.ChangeableBy level, String place, String step) {
    return jdbc.sql(
            "select * from trame.limit_change where regime = ? and level = ? and place = ? and step"
                + " = ? order by id")
        .params(regime, level.name(), place, step)
        .query(LimitChangeStore::read)
        .list();
  }

  /** Codes of the places of a level that ever changed anything. */
  List<String> places(TimeLimit.ChangeableBy level) {
    return jdbc.sql("select distinct place from trame.limit_change where level = ? order by place")
        .param(level.name())
        .query(String.class)
        .list();
  }

  private static String text(List<Integer> days) {
    return days.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private static LimitChange read(ResultSet row, int n) throws SQLException {
    String unit = row.getString("unit");
    String warnings = row.getString("warnings");
    return new LimitChange(
        row.getString("regime"),
        row.getString("step"),
        TimeLimit.ChangeableBy.valueOf(row.getString("level")),
        row.getString("place"),
        unit == null ? null : new Term(row.getInt("amount"), Unit.valueOf(unit)),
        warnings == null || warnings.isEmpty()
            ? List.of()
            : Arrays.stream(warnings.split(", ")).map(Integer::valueOf).toList(),
        row.getString("reason"),
        row.getString("changed_by"),
        row.getTimestamp("changed_at").toInstant());
  }
}
