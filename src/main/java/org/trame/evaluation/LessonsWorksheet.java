package org.trame.evaluation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.trame.input.Violation;
import org.trame.worksheet.Worksheet;

/** The page behind {@code Task_RecordLessons}. */
@Component
class LessonsWorksheet implements Worksheet {

  private final Closings closings;
  private final EvaluationRules rules;
  private final EvaluationWording wording;

  LessonsWorksheet(Closings closings, EvaluationRules rules, EvaluationWording wording) {
    this.closings = closings;
    this.rules = rules;
    this.wording = wording;
  }

  @Override
  public Set<String> tasks() {
    return Set.of(EvaluationEdits.LESSONS);
  }

  @Override
  public List<Section> sections(String subject) {
    List<Row> rows = closings.lessons(subject).stream().map(LessonsWorksheet::row).toList();
    List<Violation> missing =
        rows.isEmpty()
            ? List.of(
                Violation.at("", "refusal.lesson.none", rules.source("lessons-before-closing")))
            : List.of();
    return List.of(
        new Section(
            "lessons",
            List.of("topic", "learned", "audience"),
            rows,
            "lesson",
            "remove-lesson",
            wording.blocking(missing)));
  }

  private static Row row(Lesson lesson) {
    String id = String.valueOf(lesson.id());
    return new Row(
        id,
        List.of(lesson.topic(), lesson.learned(), lesson.audience()),
        Map.of(
            "id", id,
            "topic", lesson.topic(),
            "learned", lesson.learned(),
            "audience", lesson.audience()));
  }
}
