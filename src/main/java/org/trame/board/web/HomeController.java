package org.trame.board.web;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.trame.access.Actors;
import org.trame.board.Works;
import org.trame.deadline.Clocks;
import org.trame.programme.Programme;
import org.trame.programme.Programmes;

/** What I have to do, and the programmes I may see. */
@Controller
class HomeController {

  private final Programmes programmes;
  private final Clocks clocks;
  private final Works works;

  HomeController(Programmes programmes, Clocks clocks, Works works) {
    this.programmes = programmes;
    this.clocks = clocks;
    this.works = works;
  }

  @GetMapping("/")
  String home(Model model) {
    List<Programme> visible = programmes.visibleTo(Actors.current());
    Map<String, java.time.LocalDate> due =
        clocks.nextDue(visible.stream().map(Programme::id).toList());
    model.addAttribute("programmes", visible);
    model.addAttribute("due", due);
    model.addAttribute("works", works.mine());
    return "home";
  }
}
