package org.trame.notification.web;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.trame.access.Actors;
import org.trame.input.Refusal;
import org.trame.input.Violation;
import org.trame.language.Messages;
import org.trame.notification.Preferences;
import org.trame.notification.ReaderPreference;

/** How I want to be written to. */
@Controller
@RequestMapping("/preferences")
class PreferencesController {

  private final Preferences preferences;
  private final Messages messages;

  PreferencesController(Preferences preferences, Messages messages) {
    this.preferences = preferences;
    this.messages = messages;
  }

  @GetMapping
  String show(Model model) {
    return show(preferences.of(Actors.current().userId()), Map.of(), model);
  }

  @PostMapping
  String choose(
      @RequestParam(defaultValue = "") String language,
      @RequestParam(defaultValue = "") String mailAddress,
      @RequestParam(defaultValue = "false") boolean mails,
      Model model) {
    var chosen =
        new ReaderPreference(Actors.current().userId(), language, mailAddress.strip(), mails);
    try {
      preferences.choose(chosen);
      return "redirect:/preferences?done";
    } catch (Refusal refusal) {
      Map<String, String> errors =
          refusal.violations().stream().collect(Collectors.toMap(Violation::field, messages::say));
      return show(chosen, errors, model);
    }
  }

  private String show(ReaderPreference preference, Map<String, String> errors, Model model) {
    model.addAttribute("preference", preference);
    model.addAttribute("errors", errors);
    model.addAttribute(
        "ofAccount",
        preferences
            .address(new ReaderPreference(preference.account(), "fr", null, true))
            .orElse(null));
    return "preferences";
  }
}
