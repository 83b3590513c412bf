package org.trame.tasklist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Which answers of the engine's REST interface are put in the reader's words, and by what. */
@Component
class EngineAnswers {

  private static final Pattern INTERFACE =
      Pattern.compile("^(?:/engine-rest|/camunda/api/engine)(?:/engine/[^/]+)?(?=/)");
  private static final Pattern TASK_FORM = Pattern.compile("/task/([^/]+)/deployed-form");
  private static final Pattern START_FORM =
      Pattern.compile("/process-definition/.+/deployed-start-form");
  private static final Pattern NAMES =
      Pattern.compile("/(?:history/)?(?:task|filter|process-definition|group)(?:/.*)?");

  private final ObjectMapper json;
  private final FormTexts forms;
  private final Names names;
  private final ErrorTexts errors;

  EngineAnswers(ObjectMapper json, FormTexts forms, Names names, ErrorTexts errors) {
    this.json = json;
    this.forms = forms;
    this.names = names;
    this.errors = errors;
  }

  /** What is handed on. */
  record Answer(int status, byte[] body) {}

  /** The path within the engine's interface, or null if it is another one. */
  static String inner(String path) {
    Matcher found = INTERFACE.matcher(path);
    return found.find() ? path.substring(found.end()) : null;
  }

  /**
   * An answer in the reader's words.
   *
   * @param inner path within the engine's interface
   * @param status status of the answer
   * @param body what the engine says, in JSON
   */
  Answer spoken(String inner, int status, byte[] body) throws IOException {
    boolean error = status >= 400;
    Matcher task = TASK_FORM.matcher(inner);
    if (!error && !NAMES.matcher(inner).matches()) {
      return new Answer(status, body);
    }
    int deserved = status;
    JsonNode tree = json.readTree(body);
    if (error) {
      deserved = errors.translate(status, (ObjectNode) tree);
    } else if (task.matches()) {
      forms.ofTask(task.group(1), (ObjectNode) tree);
    } else if (START_FORM.matcher(inner).matches()) {
      forms.ofStart((ObjectNode) tree);
    } else {
      names.translate(tree);
    }
    return new Answer(deserved, json.writeValueAsBytes(tree));
  }
}
