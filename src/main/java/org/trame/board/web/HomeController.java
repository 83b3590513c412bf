package org.trame.board.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.trame.access.Actors;
import org.trame.board.PlanWarnings;
import org.trame.board.Works;
import org.trame.deadline.Clocks;
import org.trame.deadline.LegalClock;
import org.trame.programme.Programme;
import org.trame.programme.Programmes;

/** What I have to do, and the programmes I may see. */
@Controller
class HomeController {

  private final Programmes programmes;
  private final Clocks clocks;
  private final Works works;
  private final PlanWarnings warnings;

  HomeController(Programmes programmes, Clocks clocks, Works works, PlanWarnings warnings) {
    this.programmes = programmes;
    this.clocks = clocks;
    this.works = works;
    this.warnings = warnings;
  }

  @GetMapping("/")
  String home(Model model) {
    List<Programme> visible = programmes.visibleTo(Actors.current());
    model.addAttribute("programmes", visible);
    model.addAttribute("due", next(visible));
    model.addAttribute("warnings", warnings.of(visible));
    model.addAttribute("works", works.mine());
    return "home";
  }

  /** The clock of each programme that ends first: one query. */
  private Map<String, LegalClock> next(List<Programme> visible) {
    return clocks.openOf(visible.stream().map(Programme::id).toList()).stream()
        .filter(c -> c.state() != LegalClock.State.SUSPENDED)
        .collect(
            Collectors.toMap(
                LegalClock::subject,
                Function.identity(),
                BinaryOperator.minBy(Comparator.comparing(LegalClock::dueOn))));
  }
}
