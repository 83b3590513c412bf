package org.trame.backplan.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.trame.access.Actors;
import org.trame.backplan.BackPlan;
import org.trame.backplan.BackPlans;
import org.trame.backplan.Line;
import org.trame.backplan.PlanViews;
import org.trame.backplan.Progress;
import org.trame.backplan.WhatIf;
import org.trame.backplan.WhatIfReader;
import org.trame.input.Choices.Choice;
import org.trame.language.Messages;
import org.trame.programme.Programme;
import org.trame.programme.Programmes;

/** The plan of a programme, and what becomes of it if something goes otherwise. */
@Controller
class PlanController {

  private final Programmes programmes;
  private final BackPlans plans;
  private final PlanViews views;
  private final Messages messages;

  PlanController(Programmes programmes, BackPlans plans, PlanViews views, Messages messages) {
    this.programmes = programmes;
    this.plans = plans;
    this.views = views;
    this.messages = messages;
  }

  @GetMapping("/programmes/{id}/plan")
  String show(
      @PathVariable String id,
      @RequestParam(defaultValue = "") List<String> missed,
      @RequestParam(defaultValue = "") String longer,
      @RequestParam(defaultValue = "") String by,
      @RequestParam(defaultValue = "") String begins,
      @RequestParam(defaultValue = "") String on,
      Model model) {
    Programme programme = readable(id);
    BackPlans.Situation situation =
        plans.situation(programme).orElseThrow(PlanController::noSuchPage);
    WhatIfReader question = WhatIfReader.read(situation, missed, longer, by, begins, on);
    BackPlan asPlanned = situation.plan(WhatIf.NOTHING);
    BackPlan otherwise = situation.plan(question.whatIf());
    Map<String, String> errors = new HashMap<>();
    question
        .violations()
        .forEach(v -> errors.merge(v.field(), messages.say(v), (a, b) -> a + " " + b));
    model.addAttribute("programme", programme);
    model.addAttribute("whole", situation.whole());
    model.addAttribute("today", situation.today());
    model.addAttribute("plan", views.of(id, otherwise));
    model.addAttribute("errors", errors);
    model.addAttribute(
        "asked", Map.of("missed", missed, "longer", longer, "by", by, "begins", begins, "on", on));
    model.addAttribute("sittings", situation.sittingsToCome());
    model.addAttribute("remaining", choices(asPlanned, false));
    model.addAttribute("toCome", choices(asPlanned, true));
    if (question.whatIf().any()) {
      model.addAttribute("supposed", supposed(question.whatIf()));
      model.addAttribute("answer", answer(asPlanned, otherwise));
    }
    return "plan";
  }

  private List<String> supposed(WhatIf whatIf) {
    List<String> sentences = new ArrayList<>();
    whatIf.missed().forEach(day -> sentences.add(messages.say("backplan.if.missed", day)));
    whatIf
        .longer()
        .forEach(
            (step, days) ->
                sentences.add(messages.say("backplan.if.longer", views.name(step), days)));
    whatIf
        .begins()
        .forEach(
            (step, day) ->
                sentences.add(messages.say("backplan.if.begins", views.name(step), day)));
    return sentences;
  }

  /** What changes: the end, and what becomes critical. */
  private List<String> answer(BackPlan before, BackPlan after) {
    List<String> sentences = new ArrayList<>();
    long later = before.margin() - after.margin();
    sentences.add(
        messages.say(
            later == 0 ? "backplan.answer.same" : "backplan.answer.later",
            after.projected(),
            before.projected(),
            later));
    List<String> newly =
        after.critical().stream()
            .filter(l -> !before.line(l.step().code()).orElseThrow().critical())
            .map(l -> views.name(l.step().code()))
            .toList();
    if (!newly.isEmpty()) {
      sentences.add(messages.say("backplan.answer.critical", String.join(", ", newly)));
    }
    return sentences;
  }

  private List<Choice> choices(BackPlan plan, boolean toCome) {
    return plan.lines().stream()
        .filter(l -> !l.over())
        .filter(l -> !toCome || l.progress().state() == Progress.State.TO_COME)
        .map(Line::step)
        .map(s -> new Choice(s.code(), views.name(s.code())))
        .toList();
  }

  private Programme readable(String id) {
    return programmes
        .find(id)
        .filter(p -> Programmes.mayRead(Actors.current(), p))
        .orElseThrow(PlanController::noSuchPage);
  }

  private static ResponseStatusException noSuchPage() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
