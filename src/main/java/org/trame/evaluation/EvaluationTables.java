package org.trame.evaluation;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The final evaluation as it lies in the database. */
@Component
class EvaluationTables {

  private final JdbcClient jdbc;

  EvaluationTables(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void designate(String programme, DesignateEvaluator input, LocalDate today) {
    jdbc.sql(
            "insert into trame.evaluation (programme, organisation, account, contract_on,"
                + " declared_links, designated_on) values (?, ?, ?, ?, ?, ?)")
        .params(
            programme,
            input.organisation(),
            input.evaluator(),
            Date.valueOf(input.contractOn()),
            input.declaredLinks(),
            Date.valueOf(today))
        .update();
  }

  Optional<Evaluation> find(String programme) {
    return jdbc.sql("select * from trame.evaluation where programme = ?")
        .param(programme)
        .query(EvaluationTables::evaluation)
        .optional();
  }

  /** Writers of criteria and results wait for each other. */
  Optional<Evaluation> locked(String programme) {
    return jdbc.sql("select * from trame.evaluation where programme = ? for update")
        .param(programme)
        .query(EvaluationTables::evaluation)
        .optional();
  }

  void fixCriteria(String programme, LocalDate today) {
    jdbc.sql("update trame.evaluation set criteria_fixed_on = ? where programme = ?")
        .params(Date.valueOf(today), programme)
        .update();
  }

  void conclude(String programme, String conclusions, LocalDate today) {
    jdbc.sql("update trame.evaluation set results_on = ?, conclusions = ? where programme = ?")
        .params(Date.valueOf(today), conclusions, programme)
        .update();
  }

  void put(String programme, Criterion criterion) {
    jdbc.sql(
            "insert into trame.evaluation_criterion (programme, code, objective, question, method)"
                + " values (?, ?, ?, ?, ?) on conflict (programme, code) do update set objective ="
                + " excluded.objective, question = excluded.question, method = excluded.method")
        .params(
            programme,
            criterion.code(),
            criterion.objective(),
            criterion.question(),
            criterion.method())
        .update();
  }

  boolean removeCriterion(String programme, String code) {
    return jdbc.sql("delete from trame.evaluation_criterion where programme = ? and code = ?")
            .params(programme, code)
            .update()
        > 0;
  }

  List<Criterion> criteria(String programme) {
    return jdbc.sql(
            "select code, objective, question, method from trame.evaluation_criterion where"
                + " programme = ? order by objective, code")
        .param(programme)
        .query(
            (row, n) ->
                new Criterion(
                    row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
        .list();
  }

  void put(String programme, Result result) {
    jdbc.sql(
            "insert into trame.evaluation_result (programme, objective, value, judgement, comment)"
                + " values (?, ?, ?, ?, ?) on conflict (programme, objective) do update set value ="
                + " excluded.value, judgement = excluded.judgement, comment = excluded.comment")
        .params(
            programme,
            result.objective(),
            result.value(),
            result.judgement().name(),
            result.comment())
        .update();
  }

  List<Result> results(String programme) {
    return jdbc.sql(
            "select objective, value, judgement, comment from trame.evaluation_result where"
                + " programme = ? order by objective")
        .param(programme)
        .query(
            (row, n) ->
                new Result(
                    row.getString(1),
                    row.getString(2),
                    Judgement.valueOf(row.getString(3)),
                    row.getString(4)))
        .list();
  }

  private static Evaluation evaluation(ResultSet row, int n) throws SQLException {
    return new Evaluation(
        row.getString("organisation"),
        row.getString("account"),
        row.getDate("contract_on").toLocalDate(),
        row.getString("declared_links"),
        row.getDate("designated_on").toLocalDate(),
        ReportTables.day(row, "criteria_fixed_on"),
        ReportTables.day(row, "results_on"),
        row.getString("conclusions"));
  }
}
