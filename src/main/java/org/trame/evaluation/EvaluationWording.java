package org.trame.evaluation;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.stereotype.Component;
import org.trame.input.Violation;
import org.trame.language.Messages;
import org.trame.worksheet.Worksheet.Note;

/** Words of this module in the reader's language. */
@Component
class EvaluationWording {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private final Messages messages;

  EvaluationWording(Messages messages) {
    this.messages = messages;
  }

  String choice(Enum<?> value) {
    return value == null
        ? ""
        : messages.say("choice." + value.getDeclaringClass().getSimpleName() + "." + value);
  }

  String say(String key, Object... args) {
    return messages.say(key, args);
  }

  static String day(LocalDate day) {
    return day == null ? "" : DAY.format(day);
  }

  static String words(Object value) {
    return value == null ? "" : value.toString();
  }

  static String money(BigDecimal amount) {
    NumberFormat format = NumberFormat.getNumberInstance(Messages.locale());
    format.setMinimumFractionDigits(2);
    return format.format(amount);
  }

  Note note(String key, Object... args) {
    return new Note(messages.say(key, args), false);
  }

  /** What is missing, as notes that keep the task from being completed. */
  List<Note> blocking(List<Violation> missing) {
    return missing.stream().map(v -> new Note(messages.say(v), true)).toList();
  }
}
