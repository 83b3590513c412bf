package org.trame.programme;

import java.sql.Date;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The working draft as it lies in the database. */
@Component
class DraftTables {

  private static final List<String> CHILDREN_FIRST =
      List.of("need_link", "objective", "budget_line", "action", "need", "perimeter");

  private final JdbcClient jdbc;

  DraftTables(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Writers of one programme's draft wait for each other until the end of the transaction. */
  void lock(String programme) {
    jdbc.sql("select id from trame.programme where id = ? for no key update")
        .param(programme)
        .query(String.class)
        .single();
  }

  Content read(String programme) {
    return new Content(
        jdbc.sql("select description from trame.programme_perimeter where programme = ?")
            .param(programme)
            .query(String.class)
            .optional()
            .orElse(""),
        needs(programme),
        actions(programme),
        budgetLines(programme),
        objectives(programme),
        needLinks(programme));
  }

  private List<Content.Need> needs(String programme) {
    return jdbc.sql(
            "select code, statement, kind from trame.programme_need where programme = ? order by"
                + " code")
        .param(programme)
        .query(
            (row, n) ->
                new Content.Need(
                    row.getString(1), row.getString(2), Content.NeedKind.valueOf(row.getString(3))))
        .list();
  }

  private List<Content.Action> actions(String programme) {
    return jdbc.sql(
            "select code, strand, title, description, carrier from trame.programme_action where"
                + " programme = ? order by strand, code")
        .param(programme)
        .query(
            (row, n) ->
                new Content.Action(
                    row.getString(1),
                    row.getInt(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5)))
        .list();
  }

  private List<Content.BudgetLine> budgetLines(String programme) {
    return jdbc.sql(
            "select action, year, source, amount from trame.programme_budget_line where programme ="
                + " ? order by action, year, source")
        .param(programme)
        .query(
            (row, n) ->
                new Content.BudgetLine(
                    row.getString(1),
                    row.getInt(2),
                    BudgetSource.valueOf(row.getString(3)),
                    row.getBigDecimal(4)))
        .list();
  }

  private List<Content.Objective> objectives(String programme) {
    return jdbc.sql(
            "select code, action, statement, indicator, baseline, target, source, evaluate_on from"
                + " trame.programme_objective where programme = ? order by code")
        .param(programme)
        .query(
            (row, n) ->
                new Content.Objective(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6),
                    row.getString(7),
                    row.getDate(8).toLocalDate()))
        .list();
  }

  private List<Content.NeedLink> needLinks(String programme) {
    return jdbc.sql(
            "select need, action from trame.programme_need_link where programme = ? order by need,"
                + " action")
        .param(programme)
        .query((row, n) -> new Content.NeedLink(row.getString(1), row.getString(2)))
        .list();
  }

  /** Puts a content in the place of the draft. */
  void replace(String programme, Content content) {
    CHILDREN_FIRST.forEach(
        t ->
            jdbc.sql("delete from trame.programme_" + t + " where programme = ?")
                .param(programme)
                .update());
    if (!content.perimeter().isEmpty()) {
      putPerimeter(programme, content.perimeter());
    }
    content.needs().forEach(n -> insert(programme, n));
    content.actions().forEach(a -> insert(programme, a));
    content.budgetLines().forEach(l -> put(programme, l));
    content.objectives().forEach(o -> insert(programme, o));
    content.needLinks().forEach(l -> put(programme, l));
  }

  void putPerimeter(String programme, String description) {
    jdbc.sql(
            "insert into trame.programme_perimeter (programme, description) values (?, ?) on"
                + " conflict (programme) do update set description = excluded.description")
        .params(programme, description)
        .update();
  }

  /** Inserts a need; false if its code is taken. */
  boolean insert(String programme, Content.Need need) {
    return jdbc.sql(
                "insert into trame.programme_need (programme, code, statement, kind) values (?, ?,"
                    + " ?, ?) on conflict do nothing")
            .params(programme, need.code(), need.statement(), need.kind().name())
            .update()
        > 0;
  }

  /** Changes a need; false if it is not there any more. */
  boolean update(String programme, Content.Need need) {
    return jdbc.sql(
                "update trame.programme_need set statement = ?, kind = ? where programme = ? and"
                    + " code = ?")
            .params(need.statement(), need.kind().name(), programme, need.code())
            .update()
        > 0;
  }

  /** Inserts an action; false if its code is taken. */
  boolean insert(String programme, Content.Action action) {
    return jdbc.sql(
                "insert into trame.programme_action (programme, code, strand, title, description,"
                    + " carrier) values (?, ?, ?, ?, ?, ?) on conflict do nothing")
            .params(
                programme,
                action.code(),
                action.strand(),
                action.title(),
                action.description(),
                action.carrier())
            .update()
        > 0;
  }

  /** Changes an action; false if it is not there any more. */
  boolean update(String programme, Content.Action action) {
    return jdbc.sql(
                "update trame.programme_action set strand = ?, title = ?, description = ?, carrier"
                    + " = ? where programme = ? and code = ?")
            .params(
                action.strand(),
                action.title(),
                action.description(),
                action.carrier(),
                programme,
                action.code())
            .update()
        > 0;
  }

  /** Inserts an objective; false if its code is taken. */
  boolean insert(String programme, Content.Objective objective) {
    return jdbc.sql(
                "insert into trame.programme_objective (action, statement, indicator, baseline,"
                    + " target, source, evaluate_on, programme, code) values (?, ?, ?, ?, ?, ?, ?,"
                    + " ?, ?) on conflict do nothing")
            .params(parts(programme, objective))
            .update()
        > 0;
  }

  /** Changes an objective; false if it is not there any more. */
  boolean update(String programme, Content.Objective objective) {
    return jdbc.sql(
                "update trame.programme_objective set action = ?, statement = ?, indicator = ?,"
                    + " baseline = ?, target = ?, source = ?, evaluate_on = ? where programme = ?"
                    + " and code = ?")
            .params(parts(programme, objective))
            .update()
        > 0;
  }

  private static List<Object> parts(String programme, Content.Objective objective) {
    return List.of(
        objective.action(),
        objective.statement(),
        objective.indicator(),
        objective.baseline(),
        objective.target(),
        objective.source(),
        Date.valueOf(objective.evaluateOn()),
        programme,
        objective.code());
  }

  /** Sets what a source pays for an action in a year. */
  void put(String programme, Content.BudgetLine line) {
    jdbc.sql(
            "insert into trame.programme_budget_line (programme, action, year, source, amount)"
                + " values (?, ?, ?, ?, ?) on conflict (programme, action, year, source) do update"
                + " set amount = excluded.amount")
        .params(programme, line.action(), line.year(), line.source().name(), line.amount())
        .update();
  }

  /** Links a need to an action; nothing happens if they are linked. */
  void put(String programme, Content.NeedLink link) {
    jdbc.sql(
            "insert into trame.programme_need_link (programme, need, action) values (?, ?, ?) on"
                + " conflict do nothing")
        .params(programme, link.need(), link.action())
        .update();
  }

  boolean removeNeed(String programme, String code) {
    return remove("need", "code = ?", programme, code);
  }

  boolean removeAction(String programme, String code) {
    return remove("action", "code = ?", programme, code);
  }

  boolean removeObjective(String programme, String code) {
    return remove("objective", "code = ?", programme, code);
  }

  void unlinkNeed(String programme, String need) {
    remove("need_link", "need = ?", programme, need);
  }

  void unlinkAction(String programme, String action) {
    remove("need_link", "action = ?", programme, action);
  }

  void remove(String programme, Content.BudgetLine line) {
    remove(
        "budget_line",
        "action = ? and year = ? and source = ?",
        programme,
        line.action(),
        line.year(),
        line.source().name());
  }

  void remove(String programme, Content.NeedLink link) {
    remove("need_link", "need = ? and action = ?", programme, link.need(), link.action());
  }

  private boolean remove(String table, String condition, Object... params) {
    return jdbc.sql(
                "delete from trame.programme_" + table + " where programme = ? and " + condition)
            .params(params)
            .update()
        > 0;
  }
}
