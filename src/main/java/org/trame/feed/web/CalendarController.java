package org.trame.feed.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.trame.access.Actors;
import org.trame.feed.CalendarLinks;

/** How to see what is due in one's own calendar: the link is shown once, right after it is made. */
@Controller
@RequestMapping("/calendar")
class CalendarController {

  private final CalendarLinks links;
  private final String site;

  CalendarController(CalendarLinks links, @Value("${trame.public-url}") String site) {
    this.links = links;
    this.site = site;
  }

  @GetMapping
  String show(Model model) {
    model.addAttribute("madeAt", links.madeAt(Actors.current().userId()).orElse(null));
    return "calendar";
  }

  @PostMapping("/renew")
  String renew(RedirectAttributes next) {
    String token = links.renew(Actors.current().userId());
    next.addFlashAttribute("link", site + "/calendar/" + token + ".ics");
    return "redirect:/calendar";
  }

  @PostMapping("/remove")
  String remove(RedirectAttributes next) {
    links.remove(Actors.current().userId());
    next.addFlashAttribute("removed", true);
    return "redirect:/calendar";
  }
}
