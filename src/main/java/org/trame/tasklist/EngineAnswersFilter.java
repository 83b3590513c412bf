package org.trame.tasklist;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Holds back what the engine answers, and hands it on in the reader's words. It stands outside of
 * the engine's own sign-in: what it looks up for its words is not subject to the reader's rights,
 * and it adds only to answers the reader was entitled to.
 */
final class EngineAnswersFilter extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(EngineAnswersFilter.class);

  private final EngineAnswers answers;

  EngineAnswersFilter(EngineAnswers answers) {
    this.answers = answers;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String path =
        request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
    String inner = EngineAnswers.inner(path);
    if (inner == null) {
      chain.doFilter(request, response);
      return;
    }
    var held = new ContentCachingResponseWrapper(response);
    chain.doFilter(request, held);
    byte[] body = held.getContentAsByteArray();
    String type = held.getContentType();
    if (body.length > 0 && type != null && type.contains("json")) {
      EngineAnswers.Answer spoken = inTheReadersWords(inner, held.getStatus(), body);
      held.resetBuffer();
      held.setStatus(spoken.status());
      held.getOutputStream().write(spoken.body());
    }
    held.copyBodyToResponse();
  }

  private EngineAnswers.Answer inTheReadersWords(String inner, int status, byte[] body) {
    try {
      return answers.spoken(inner, status, body);
    } catch (IOException | RuntimeException e) {
      // French as the engine says it is better than no answer.
      LOG.error("The answer of {} could not be translated", inner, e);
      return new EngineAnswers.Answer(status, body);
    }
  }
}
