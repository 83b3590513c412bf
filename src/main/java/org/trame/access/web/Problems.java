package org.trame.access.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.trame.language.Messages;

/** Errors of the two interfaces for programs, as RFC 9457 says. */
@Component
class Problems {

  private final ObjectMapper json;
  private final Messages messages;

  Problems(ObjectMapper json, Messages messages) {
    this.json = json;
    this.messages = messages;
  }

  /**
   * Answers with a problem.
   *
   * @param key message key of the sentence
   */
  void write(HttpServletResponse response, HttpStatus status, String key, Object... args)
      throws IOException {
    String sentence = messages.say(key, args);
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding("UTF-8");
    // "message" is where Tasklist looks for it.
    json.writeValue(
        response.getWriter(),
        new Problem(status.getReasonPhrase(), status.value(), sentence, sentence));
  }

  private record Problem(String title, int status, String detail, String message) {}
}
