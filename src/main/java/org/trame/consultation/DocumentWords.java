package org.trame.consultation;

import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.trame.language.Messages;

/** Words of this module in the language of a document. */
@Component
class DocumentWords {

  private final Messages messages;

  DocumentWords(Messages messages) {
    this.messages = messages;
  }

  String seat(Locale language, String category, int number) {
    return messages.say(
        language,
        "seat.label",
        messages.sayOr(language, "seat-category." + category, category),
        String.valueOf(number));
  }

  String choice(Locale language, Enum<?> value) {
    return messages.say(
        language, "choice." + value.getDeclaringClass().getSimpleName() + "." + value);
  }

  String about(Locale language, String action, Map<String, String> titles) {
    return action == null
        ? messages.say(language, "consultation.whole")
        : titles.containsKey(action) ? action + " – " + titles.get(action) : action;
  }
}
