package org.trame.backplan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.trame.calendar.Term;
import org.trame.language.Messages;

/** Puts plans into the reader's language. */
@Component
public class PlanViews {

  private final Messages messages;

  PlanViews(Messages messages) {
    this.messages = messages;
  }

  /** What a page shows of the plan of a programme. */
  public PlanView of(String programme, BackPlan plan) {
    List<PlanView.Row> rows = plan.lines().stream().map(this::row).toList();
    return new PlanView(
        programme,
        plan.verdict(),
        sentence(plan),
        plan.end(),
        plan.projected(),
        plan.margin(),
        notes(plan),
        rows,
        Picture.of(plan, rows, Messages.locale()));
  }

  /** What is to be said of a plan, as a sentence. */
  public String sentence(BackPlan plan) {
    return messages.say(
        "backplan.verdict." + plan.verdict(),
        plan.end(),
        plan.projected(),
        Math.abs(plan.margin()),
        plan.slack().orElse(0));
  }

  /** Name of a step. */
  public String name(String step) {
    return messages.sayOr("backplan-step." + step, step);
  }

  private List<String> notes(BackPlan plan) {
    return plan.lines().stream()
        .map(Line::sitting)
        .filter(Objects::nonNull)
        .filter(known -> known != Sittings.Known.PLANNED)
        .distinct()
        .map(known -> messages.say("backplan.sitting." + known))
        .toList();
  }

  private PlanView.Row row(Line line) {
    PlanStep step = line.step();
    List<String> notes = new ArrayList<>();
    if (line.sitting() != null) {
      notes.add(messages.say("backplan.ends." + line.sitting(), line.finish()));
    }
    LocalDate own = line.progress().due();
    if (own != null && !line.over()) {
      notes.add(
          messages.say(
              line.afterOwnLimit() ? "backplan.ownLimit.after" : "backplan.ownLimit", own));
    }
    return new PlanView.Row(
        line,
        name(step.code()),
        messages.say("backplan.state." + line.progress().state()),
        step.span().terms().stream().map(this::term).collect(Collectors.joining(" + ")),
        notes,
        step.source(Messages.locale()));
  }

  private String term(Term term) {
    return messages.say("backplan.term." + term.unit(), term.amount());
  }
}
