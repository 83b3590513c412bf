package org.trame.api;

import java.util.List;
import java.util.NoSuchElementException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.trame.input.Refusal;
import org.trame.language.Messages;

/** Errors of {@code /api} as problem details. */
@RestControllerAdvice(basePackageClasses = ApiErrors.class)
class ApiErrors {

  private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);

  private final Messages messages;

  ApiErrors(Messages messages) {
    this.messages = messages;
  }

  /**
   * One reason of a refusal.
   *
   * @param field field concerned, or empty
   * @param sentence in the language asked for
   */
  record Reason(String field, String sentence) {}

  @ExceptionHandler
  ProblemDetail refused(Refusal refusal) {
    ProblemDetail problem = problem(HttpStatus.UNPROCESSABLE_ENTITY, "problem.refused");
    List<Reason> reasons =
        refusal.violations().stream().map(v -> new Reason(v.field(), messages.say(v))).toList();
    problem.setProperty("reasons", reasons);
    return problem;
  }

  @ExceptionHandler
  ProblemDetail unknown(NoSuchElementException e) {
    return problem(HttpStatus.NOT_FOUND, "problem.not-found");
  }

  @ExceptionHandler
  ProblemDetail unreadable(HttpMessageNotReadableException e) {
    return problem(HttpStatus.BAD_REQUEST, "problem.unreadable");
  }

  @ExceptionHandler
  ProblemDetail notJson(HttpMediaTypeNotSupportedException e) {
    return problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "problem.unreadable");
  }

  @ExceptionHandler
  ProblemDetail notThatMethod(HttpRequestMethodNotSupportedException e) {
    return problem(HttpStatus.METHOD_NOT_ALLOWED, "problem.not-found");
  }

  @ExceptionHandler
  ProblemDetail failed(Exception e) {
    LOG.error("A request to /api failed", e);
    return problem(HttpStatus.INTERNAL_SERVER_ERROR, "problem.failed");
  }

  private ProblemDetail problem(HttpStatus status, String key) {
    return ProblemDetail.forStatusAndDetail(status, messages.say(key));
  }
}
