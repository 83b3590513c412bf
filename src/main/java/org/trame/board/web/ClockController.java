package org.trame.board.web;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.trame.board.ClockPage;
import org.trame.due.ReadableClocks;

/** Why this date? */
@Controller
class ClockController {

  private final ReadableClocks clocks;
  private final ClockPage page;

  ClockController(ReadableClocks clocks, ClockPage page) {
    this.clocks = clocks;
    this.page = page;
  }

  @GetMapping("/clocks/{id:[0-9]{1,18}}")
  String show(@PathVariable long id, Model model) {
    model.addAllAttributes(
        page.of(
            clocks.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))));
    return "clock";
  }
}
