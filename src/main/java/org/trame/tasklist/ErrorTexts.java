package org.trame.tasklist;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.trame.language.Messages;
import org.trame.workflow.Workflows;

/** Errors of the engine as sentences; a refusal of ours is one already. */
@Component
class ErrorTexts {

  private static final String MESSAGE = "message";

  /** What the engine puts before a sentence of ours. */
  private static final Pattern WRAPPING =
      Pattern.compile(
          "^Cannot (submit task form|complete task|instantiate process definition) \\S+: ");

  private static final Map<Pattern, String> SENTENCES = new LinkedHashMap<>();

  static {
    on("Cannot find task with id|No matching task with id|task is null", "error.engine.no-task");
    on("is already claimed by someone else", "error.engine.claimed");
    on(
        "does not have .*permission|AuthorizationException|Required admin authenticated",
        "error.engine.not-allowed");
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

  /** Translates an error; returns the status it deserves. */
  int translate(int status, ObjectNode error) {
    String said = error.path(MESSAGE).asText("");
    if (error.path("code").asInt() == Workflows.REFUSED) {
      error.put(MESSAGE, WRAPPING.matcher(said).replaceFirst(""));
      error.put("type", "Refusal");
      return HttpStatus.BAD_REQUEST.value();
    }
    String type = error.path("type").asText("");
    for (var sentence : SENTENCES.entrySet()) {
      if (sentence.getKey().matcher(type + ": " + said).find()) {
        error.put(MESSAGE, messages.say(sentence.getValue()));
        return status;
      }
    }
    if (status >= 500) {
      error.put(MESSAGE, messages.say("error.engine.technical"));
    }
    return status;
  }
}
