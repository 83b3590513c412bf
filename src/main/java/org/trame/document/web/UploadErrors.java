package org.trame.document.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.trame.language.Messages;

/** An upload the server itself refuses: no controller has seen it yet. */
@RestControllerAdvice
class UploadErrors {

  private final Messages messages;
  private final DataSize limit;

  UploadErrors(Messages messages, @Value("${trame.documents.max-size}") DataSize limit) {
    this.messages = messages;
    this.limit = limit;
  }

  @ExceptionHandler
  ProblemDetail tooLarge(MaxUploadSizeExceededException e) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.PAYLOAD_TOO_LARGE,
        messages.say("refusal.document.tooLarge", limit.toMegabytes()));
  }

  @ExceptionHandler
  ProblemDetail unreadable(MultipartException e) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.BAD_REQUEST, messages.say("problem.unreadable"));
  }
}
