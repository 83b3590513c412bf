package org.trame.consultation;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.trame.input.Violation;
import org.trame.language.Messages;
import org.trame.worksheet.Worksheet.Note;

/** Words of this module in the reader's language. */
@Component
class Wording {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private final Messages messages;

  Wording(Messages messages) {
    this.messages = messages;
  }

  String category(String category) {
    return messages.say("seat-category." + category);
  }

  /** {@code INHABITANT-3} as people say it. */
  String seat(String seat) {
    int cut = seat.lastIndexOf('-');
    return messages.say("seat.label", category(seat.substring(0, cut)), seat.substring(cut + 1));
  }

  /** The seat and who holds it: for the coordinator's own pages only. */
  String person(Mandate mandate) {
    return seat(mandate.seat()) + " – " + mandate.personName();
  }

  String choice(Enum<?> value) {
    return messages.say("choice." + value.getDeclaringClass().getSimpleName() + "." + value);
  }

  String yesNo(boolean yes) {
    return messages.say(yes ? "consultation.yes" : "consultation.no");
  }

  /** What an opinion is about; the titles come from {@link OpinionSubjects}. */
  String about(String action, Map<String, String> titles) {
    return action == null
        ? messages.say("consultation.whole")
        : titles.containsKey(action) ? action + " – " + titles.get(action) : action;
  }

  String day(LocalDate day) {
    return day == null ? "" : DAY.format(day);
  }

  String say(String key, Object... args) {
    return messages.say(key, args);
  }

  Note blocking(String key, Object... args) {
    return new Note(messages.say(key, args), true);
  }

  Note note(String key, Object... args) {
    return new Note(messages.say(key, args), false);
  }

  /** What is missing, as notes that keep the task from being completed. */
  List<Note> blocking(List<Violation> missing) {
    return missing.stream().map(v -> new Note(messages.say(v), true)).toList();
  }
}
