package org.trame.localpractice.web;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.trame.access.Actors;
import org.trame.deadline.Place;
import org.trame.input.Inputs;
import org.trame.input.Refusal;
import org.trame.localpractice.ChangeLimit;
import org.trame.localpractice.LimitPlaces;
import org.trame.localpractice.LocalLimits;
import org.trame.localpractice.ResetLimit;

/** All time limits of a regime, as they are in a municipality or Region, and their changes. */
@Controller
@RequestMapping("/limits")
class LimitsController {

  private final LocalLimits limits;
  private final LimitPlaces places;
  private final LimitViews views;
  private final Inputs inputs;

  LimitsController(LocalLimits limits, LimitPlaces places, LimitViews views, Inputs inputs) {
    this.limits = limits;
    this.places = places;
    this.views = views;
    this.inputs = inputs;
  }

  @GetMapping
  String show(
      @RequestParam(required = false) String regime,
      @RequestParam(required = false) String place,
      @RequestParam(required = false) String change,
      @RequestParam(required = false) String reset,
      Model model) {
    LimitViews.Asked asked =
        reset != null
            ? new LimitViews.Asked(reset, true, null, null)
            : new LimitViews.Asked(change, false, null, null);
    return page(regime, place, asked, model);
  }

  @PostMapping("/{regime}/{place}/{step}")
  String change(
      @PathVariable String regime,
      @PathVariable String place,
      @PathVariable String step,
      @RequestParam Map<String, String> values,
      Model model) {
    return write(
        regime,
        place,
        new LimitViews.Asked(step, false, values, null),
        (where, typed) -> limits.change(where, step, inputs.read(typed, ChangeLimit.class, step)),
        model);
  }

  @PostMapping("/{regime}/{place}/{step}/reset")
  String reset(
      @PathVariable String regime,
      @PathVariable String place,
      @PathVariable String step,
      @RequestParam Map<String, String> values,
      Model model) {
    return write(
        regime,
        place,
        new LimitViews.Asked(step, true, values, null),
        (where, typed) -> limits.reset(where, step, inputs.read(typed, ResetLimit.class, step)),
        model);
  }

  private String write(
      String regime,
      String code,
      LimitViews.Asked asked,
      BiConsumer<Place, Map<String, String>> write,
      Model model) {
    LimitPlaces.Named place = places.find(code).orElseThrow(LimitsController::unknown);
    if (!limits.regimes(place.region()).contains(regime)) {
      throw unknown();
    }
    try {
      write.accept(new Place(regime, place.nis(), place.region()), asked.typed());
    } catch (Refusal refusal) {
      var refused = new LimitViews.Asked(asked.step(), asked.reset(), asked.typed(), refusal);
      model.addAttribute("refusal", refusal);
      return page(regime, code, refused, model);
    }
    return "redirect:/limits?regime={regime}&place={place}&done={step}#step-{step}";
  }

  private String page(String regime, String code, LimitViews.Asked asked, Model model) {
    List<LimitPlaces.Named> choice = places.of(Actors.current());
    LimitPlaces.Named place =
        code == null ? choice.get(0) : places.find(code).orElseThrow(LimitsController::unknown);
    List<String> regimes = limits.regimes(place.region());
    if (regime != null && !regimes.contains(regime)) {
      throw unknown();
    }
    String chosen = regime != null ? regime : regimes.isEmpty() ? null : regimes.get(0);
    model.addAttribute("places", choice);
    model.addAttribute("place", place);
    model.addAttribute("regimes", regimes);
    model.addAttribute("regime", chosen);
    model.addAttribute(
        "limits",
        chosen == null
            ? List.of()
            : views.of(new Place(chosen, place.nis(), place.region()), asked));
    return "limits";
  }

  private static ResponseStatusException unknown() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
