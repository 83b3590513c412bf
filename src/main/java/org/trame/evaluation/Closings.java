package org.trame.evaluation;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.input.Check;
import org.trame.input.Refusal;
import org.trame.language.Messages;
import org.trame.ledger.Ledger;
import org.trame.programme.EndsWithProgramme;
import org.trame.workflow.OpenTask;
import org.trame.workflow.Workflows;

/** The end of programmes: what was learned, then the closing. */
@Component
@Transactional
public class Closings {

  private final JdbcClient jdbc;
  private final Workflows workflows;
  private final EvaluationRules rules;
  private final Messages messages;
  private final Ledger ledger;
  private final Clock time;
  private final List<EndsWithProgramme> others;

  Closings(
      JdbcClient jdbc,
      Workflows workflows,
      EvaluationRules rules,
      Messages messages,
      Ledger ledger,
      Clock time,
      List<EndsWithProgramme> others) {
    this.jdbc = jdbc;
    this.workflows = workflows;
    this.rules = rules;
    this.messages = messages;
    this.ledger = ledger;
    this.time = time;
    this.others = others;
  }

  /** The lessons of a programme, oldest first. */
  @Transactional(readOnly = true)
  public List<Lesson> lessons(String programme) {
    return jdbc.sql(
            "select id, topic, learned, audience from trame.lesson where programme = ? order by id")
        .param(programme)
        .query(
            (row, n) ->
                new Lesson(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)))
        .list();
  }

  /** The closing note of a programme, once it is written. */
  @Transactional(readOnly = true)
  public Optional<String> note(String programme) {
    return jdbc.sql("select note from trame.programme_closing where programme = ?")
        .param(programme)
        .query(String.class)
        .optional();
  }

  /** Writes or changes a lesson. */
  public void writeLesson(String programme, WriteLesson input) {
    if (input.id() == null) {
      jdbc.sql("insert into trame.lesson (programme, topic, learned, audience) values (?, ?, ?, ?)")
          .params(programme, input.topic(), input.learned(), input.audience())
          .update();
    } else if (jdbc.sql(
                "update trame.lesson set topic = ?, learned = ?, audience = ? where programme = ?"
                    + " and id::text = ?")
            .params(input.topic(), input.learned(), input.audience(), programme, input.id())
            .update()
        == 0) {
      throw Refusal.of("refusal.lesson.gone");
    }
    ledger.record(programme, "lesson-written", Map.of("topic", input.topic()));
  }

  /** Takes a lesson away. */
  public void removeLesson(String programme, RemoveLesson input) {
    if (jdbc.sql("delete from trame.lesson where programme = ? and id::text = ?")
            .params(programme, input.id())
            .update()
        > 0) {
      ledger.record(programme, "lesson-removed", Map.of());
    }
  }

  /**
   * The lessons are complete.
   *
   * @throws Refusal if there is none
   */
  public void completeLessons(String programme) {
    int lessons = lessons(programme).size();
    new Check()
        .that(lessons > 0, "", "refusal.lesson.none", rules.source("lessons-before-closing"))
        .done();
    ledger.record(
        programme,
        "lessons-recorded",
        Map.of("lessons", lessons, "source", rules.source("lessons-before-closing")));
  }

  /**
   * The Region closes the programme; the lifecycle ends it right after.
   *
   * @param closingTask id of the task that closes
   * @throws Refusal if another task of the programme is open, or another module has work left
   */
  public void close(String programme, String closingTask, CloseProgramme input) {
    Check check = new Check();
    for (OpenTask task : workflows.openTasks(programme)) {
      check.that(
          task.id().equals(closingTask),
          "",
          "refusal.closing.open",
          messages.sayOr("task." + task.key(), task.name()),
          rules.source("nothing-open"));
    }
    others.stream()
        .flatMap(o -> o.obstacles(programme).stream())
        .forEach(v -> check.that(false, v.field(), v.key(), v.args().toArray()));
    check.done();
    others.forEach(o -> o.end(programme));
    jdbc.sql("insert into trame.programme_closing (programme, note, closed_on) values (?, ?, ?)")
        .params(programme, input.closingNote(), Date.valueOf(LocalDate.now(time)))
        .update();
    ledger.record(programme, "closing-noted", Map.of("note", input.closingNote()));
  }
}
