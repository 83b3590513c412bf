package org.trame.tasklist;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.trame.language.Messages;

/** Errors of the engine as sentences; a refusal of ours is one already. */
@Component
class ErrorTexts {

  private static final Map<Pattern, String> SENTENCES = new LinkedHashMap<>();

  static {
    on("Cannot find task with id|No matching task with id|task is null", "error.engine.no-task");
    on("is already claimed by someone else", "error.engine.claimed");
    on("does not have .*permission|Required admin authenticated", "error.engine.not-allowed");
    on("OptimisticLocking|was updated by another transaction", "error.engine.meanwhile");
    on("Password does not match policy", "error.engine.password");
    on("The given authenticated user password is not valid", "error.engine.own-password");
    on("already exists", "error.engine.exists");
    on("invalid id|is not a valid resource identifier", "error.engine.identifier");
  }

  private final Messages messages;

  ErrorTexts(Messages messages) {
    this.messages = messages;
  }

  private static void on(String words, String key) {
    SENTENCES.put(Pattern.compile(words), key);
  }

  void translate(int status, ObjectNode error) {
    String said = error.path("message").asText("");
    String type = error.path("type").asText("");
    for (var sentence : SENTENCES.entrySet()) {
      if (sentence.getKey().matcher(type + ": " + said).find()) {
        error.put("message", messages.say(sentence.getValue()));
        return;
      }
    }
    if (status >= 500) {
      error.put("message", messages.say("error.engine.technical"));
    }
  }
}
