package org.trame.document.web;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.trame.document.Documents;
import org.trame.document.StoredDocument;
import org.trame.document.VerificationCode;
import org.trame.programme.Programmes;
import org.trame.workflow.TrameClock;

/** Confirms, to anybody who has the code, that Trame wrote a document. */
@Controller
class VerifyController {

  private final Documents documents;
  private final Programmes programmes;

  VerifyController(Documents documents, Programmes programmes) {
    this.documents = documents;
    this.programmes = programmes;
  }

  @GetMapping("/verify/{code}")
  ModelAndView verify(@PathVariable String code) {
    return documents
        .confirmed(code)
        .map(this::confirmed)
        .orElseGet(() -> new ModelAndView("verify", Map.of(), HttpStatus.NOT_FOUND));
  }

  private ModelAndView confirmed(StoredDocument document) {
    return new ModelAndView(
        "verify",
        Map.of(
            "document", document,
            "printed", VerificationCode.printed(document.code()),
            "programme", programmes.get(document.programme()),
            "on", document.createdAt().atZone(TrameClock.BRUSSELS)));
  }
}
