package org.trame.duecommand;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.trame.calendar.Computed;
import org.trame.calendar.WorkCalendar;
import org.trame.deadline.Explanation;
import org.trame.deadline.TimeLimit;
import org.trame.language.Messages;

/** A due date as text or as JSON. */
final class Answer {

  private final Question question;
  private final Computed computed;
  private final Explanation explanation;
  private final Messages messages;
  private final Locale locale;

  Answer(
      Question question,
      Computed computed,
      Explanation explanation,
      Messages messages,
      Locale locale) {
    this.question = question;
    this.computed = computed;
    this.explanation = explanation;
    this.messages = messages;
    this.locale = locale;
  }

  /** The date, then a sentence a line. */
  String text() {
    List<String> lines = new ArrayList<>();
    lines.add(computed.due() + " : " + Explanation.day(computed.due(), locale));
    question
        .ruled()
        .map(rule -> "limit." + rule.step())
        .ifPresent(key -> lines.add(messages.say(locale, "due.step", new Messages.Key(key))));
    lines.add(
        messages.say(
            locale,
            "due.calendar",
            new Messages.Key("calendar." + question.counting().calendar().code())));
    lines.addAll(explanation.of(computed, question.rule(), locale));
    lines.addAll(notes());
    return String.join(System.lineSeparator(), lines);
  }

  /** The same for programs. */
  String json() {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("due", computed.due().toString());
    answer.put("basis", explanation.basis(question.rule(), locale));
    question.ruled().ifPresent(rule -> answer.put("regime", question.regime()));
    question.ruled().map(TimeLimit::step).ifPresent(step -> answer.put("step", step));
    answer.put("limit", question.counting().term().toString());
    answer.put("calendar", question.counting().calendar().code());
    answer.put("from", question.from().toString());
    answer.put(
        "steps",
        explanation.lines(computed, question.rule(), locale).stream().map(Answer::step).toList());
    answer.put("notes", notes());
    try {
      return new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .writeValueAsString(answer);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Strings and lists are JSON", e);
    }
  }

  private static Map<String, String> step(Explanation.Line line) {
    Map<String, String> step = new LinkedHashMap<>();
    step.put("kind", line.kind().name());
    step.put("from", line.from().toString());
    step.put("to", line.to().toString());
    step.put("text", line.text());
    return step;
  }

  /** What the computation leaves open. */
  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    boolean ruled = question.rule() != null;
    WorkCalendar days = question.counting().calendar();
    LocalDate due = computed.due();
    if (!question.counting().rollsForward() && !days.isWorkingDay(due)) {
      notes.add(
          messages.say(
              locale,
              ruled ? "due.note.stays" : "due.note.rollForward",
              Explanation.day(due, locale),
              Explanation.day(days.onOrAfter(due), locale)));
    }
    if (ruled && !question.suspensions().isEmpty() && question.rule().suspendedBy().isEmpty()) {
      notes.add(messages.say(locale, "due.note.notSuspended"));
    }
    return notes;
  }
}
