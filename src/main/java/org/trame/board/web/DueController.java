package org.trame.board.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.trame.board.DuePage;

/** What is due, and when. */
@Controller
class DueController {

  private final DuePage page;

  DueController(DuePage page) {
    this.page = page;
  }

  @GetMapping("/due")
  String show(
      @RequestParam(defaultValue = "") String programme,
      @RequestParam(defaultValue = "false") boolean mine,
      Model model) {
    model.addAllAttributes(page.of(programme, mine));
    return "due";
  }
}
