package org.trame.evaluation;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trame.programme.BudgetSource;

/** The yearly reports as they lie in the database. */
@Component
class ReportTables {

  private final JdbcClient jdbc;

  ReportTables(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those who open reports of one programme wait for each other. */
  void lock(String programme) {
    jdbc.sql("select id from trame.programme where id = ? for no key update")
        .param(programme)
        .query(String.class)
        .single();
  }

  void open(String programme, int year, LocalDate today) {
    jdbc.sql(
            "insert into trame.yearly_report (programme, year, state, opened_on) values (?, ?,"
                + " 'DRAFT', ?)")
        .params(programme, year, Date.valueOf(today))
        .update();
  }

  List<YearlyReport> reports(String programme) {
    return jdbc.sql("select * from trame.yearly_report where programme = ? order by year")
        .param(programme)
        .query(ReportTables::report)
        .list();
  }

  /** A report, kept from others until the end of the transaction. */
  Optional<YearlyReport> locked(String programme, int year) {
    return jdbc.sql("select * from trame.yearly_report where programme = ? and year = ? for update")
        .params(programme, year)
        .query(ReportTables::report)
        .optional();
  }

  void submit(String programme, int year, String words, String conditions, LocalDate today) {
    jdbc.sql(
            "update trame.yearly_report set state = 'SUBMITTED', words = ?, conditions = ?,"
                + " submitted_on = ? where programme = ? and year = ?")
        .params(words, conditions, Date.valueOf(today), programme, year)
        .update();
  }

  void review(String programme, int year, ReviewYearlyReport review, LocalDate today) {
    jdbc.sql(
            "update trame.yearly_report set state = ?, reviewed_on = ?, review_reason = ? where"
                + " programme = ? and year = ?")
        .params(review.decision().name(), Date.valueOf(today), review.reason(), programme, year)
        .update();
  }

  void put(String programme, IndicatorValue value) {
    jdbc.sql(
            "insert into trame.indicator_value (programme, year, objective, value, measured_on,"
                + " missing_reason, comment) values (?, ?, ?, ?, ?, ?, ?) on conflict (programme,"
                + " year, objective) do update set value = excluded.value, measured_on ="
                + " excluded.measured_on, missing_reason = excluded.missing_reason, comment ="
                + " excluded.comment")
        .params(
            programme,
            value.year(),
            value.objective(),
            value.value(),
            value.measuredOn() == null ? null : Date.valueOf(value.measuredOn()),
            value.missingReason(),
            value.comment())
        .update();
  }

  List<IndicatorValue> values(String programme) {
    return jdbc.sql(
            "select year, objective, value, measured_on, missing_reason, comment from"
                + " trame.indicator_value where programme = ? order by objective, year")
        .param(programme)
        .query(
            (row, n) ->
                new IndicatorValue(
                    row.getInt(1),
                    row.getString(2),
                    row.getString(3),
                    day(row, "measured_on"),
                    row.getString(5),
                    row.getString(6)))
        .list();
  }

  void put(String programme, Spending line) {
    jdbc.sql(
            "insert into trame.action_spending (programme, year, action, source, amount) values (?,"
                + " ?, ?, ?, ?) on conflict (programme, year, action, source) do update set amount"
                + " = excluded.amount")
        .params(programme, line.year(), line.action(), line.source().name(), line.amount())
        .update();
  }

  boolean removeSpending(String programme, int year, String id) {
    return jdbc.sql(
                "delete from trame.action_spending where programme = ? and year = ? and action ||"
                    + " '/' || source = ?")
            .params(programme, year, id)
            .update()
        > 0;
  }

  List<Spending> spending(String programme) {
    return jdbc.sql(
            "select year, action, source, amount from trame.action_spending where programme = ?"
                + " order by year, action, source")
        .param(programme)
        .query(
            (row, n) ->
                new Spending(
                    row.getInt(1),
                    row.getString(2),
                    BudgetSource.valueOf(row.getString(3)),
                    row.getBigDecimal(4)))
        .list();
  }

  void put(String programme, YearlyParticipation figures) {
    jdbc.sql(
            "insert into trame.participation (programme, year, category, present, spoke) values (?,"
                + " ?, ?, ?, ?) on conflict (programme, year, category) do update set present ="
                + " excluded.present, spoke = excluded.spoke")
        .params(programme, figures.year(), figures.category(), figures.present(), figures.spoke())
        .update();
  }

  boolean removeParticipation(String programme, int year, String category) {
    return jdbc.sql(
                "delete from trame.participation where programme = ? and year = ? and category = ?")
            .params(programme, year, category)
            .update()
        > 0;
  }

  List<YearlyParticipation> participation(String programme) {
    return jdbc.sql(
            "select year, category, present, spoke from trame.participation where programme = ?"
                + " order by year, category")
        .param(programme)
        .query(
            (row, n) ->
                new YearlyParticipation(
                    row.getInt(1), row.getString(2), row.getInt(3), row.getInt(4)))
        .list();
  }

  private static YearlyReport report(ResultSet row, int n) throws SQLException {
    return new YearlyReport(
        row.getInt("year"),
        YearlyReport.State.valueOf(row.getString("state")),
        row.getDate("opened_on").toLocalDate(),
        row.getString("words"),
        row.getString("conditions"),
        day(row, "submitted_on"),
        day(row, "reviewed_on"),
        row.getString("review_reason"));
  }

  static LocalDate day(ResultSet row, String column) throws SQLException {
    Date date = row.getDate(column);
    return date == null ? null : date.toLocalDate();
  }
}
