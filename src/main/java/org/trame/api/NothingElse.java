package org.trame.api;

import java.util.NoSuchElementException;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Any other address under {@code /api}: a problem for programs, not a page for people. */
@RestController
class NothingElse {

  @RequestMapping("/api/**")
  void nothing() {
    throw new NoSuchElementException("No such resource");
  }
}
