package org.trame.localpractice.web;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.trame.access.Actors;
import org.trame.calendar.Term;
import org.trame.deadline.Place;
import org.trame.input.Refusal;
import org.trame.language.Messages;
import org.trame.localpractice.ChangeLimit;
import org.trame.localpractice.LimitChange;
import org.trame.localpractice.LimitInForce;
import org.trame.localpractice.LimitWords;
import org.trame.localpractice.LocalLimits;
import org.trame.localpractice.ResetLimit;
import org.trame.worksheet.Edit;
import org.trame.worksheet.web.FormView;
import org.trame.worksheet.web.FormViews;

/** The time limits of a place as its page shows them, with the form that is open. */
@Component
class LimitViews {

  static final Edit<ChangeLimit> CHANGE = form("limit-change", ChangeLimit.class);
  static final Edit<ResetLimit> RESET = form("limit-reset", ResetLimit.class);

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private final LocalLimits limits;
  private final LimitWords words;
  private final FormViews forms;
  private final Messages messages;

  LimitViews(LocalLimits limits, LimitWords words, FormViews forms, Messages messages) {
    this.limits = limits;
    this.words = words;
    this.forms = forms;
    this.messages = messages;
  }

  /** What a form asks for; it is handed to {@link LocalLimits}, not to the edits of programmes. */
  private static <T> Edit<T> form(String name, Class<T> input) {
    return new Edit<>(name, input, Set.of(), null, (a, s) -> false, (s, t) -> {});
  }

  /**
   * What is asked of the page.
   *
   * @param step step whose form is open, or null
   * @param reset whether it is the form that goes back to the table's value
   * @param typed what was typed in it, or null
   * @param refusal why it was refused, or null
   */
  record Asked(String step, boolean reset, Map<String, String> typed, Refusal refusal) {

    static Asked nothing() {
      return new Asked(null, false, null, null);
    }
  }

  List<LimitView> of(Place place, Asked asked) {
    return limits.all(place).stream().map(l -> view(l, place, asked)).toList();
  }

  private LimitView view(LimitInForce limit, Place place, Asked asked) {
    boolean mine = limits.mayChange(Actors.current(), limit.table(), place);
    boolean open = mine && limit.table().step().equals(asked.step());
    boolean otherTerm = !limit.rule().term().equals(limit.table().term());
    return new LimitView(
        limit.table().step(),
        words.step(limit.table().step()),
        words.term(limit.rule().term()),
        otherTerm ? words.term(limit.table().term()) : "",
        limit.changed(),
        limit.table().changeableBy().name(),
        words.of(limit.rule(), limit.table()),
        limit.rule().source(Messages.locale()),
        mine,
        mine && limit.changed(),
        history(limit),
        open ? form(limit, asked) : null,
        open && asked.reset());
  }

  private FormView form(LimitInForce limit, Asked asked) {
    Edit<?> edit = asked.reset() ? RESET : CHANGE;
    Map<String, String> values = asked.typed() == null ? values(limit) : asked.typed();
    return asked.refusal() == null
        ? forms.of(edit, "", values, true)
        : forms.refused(edit, "", values, asked.refusal());
  }

  private static Map<String, String> values(LimitInForce limit) {
    return Map.of(
        "limitAmount", String.valueOf(limit.rule().term().amount()),
        "limitUnit", limit.rule().term().unit().name(),
        "limitWarnings", days(LocalLimits.ofHolder(limit.rule())));
  }

  private static String days(List<Integer> days) {
    return days.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private List<LimitView.Change> history(LimitInForce limit) {
    List<LimitView.Change> history = new ArrayList<>();
    Term before = limit.table().term();
    for (LimitChange change : limit.history()) {
      Term after = change.reset() ? limit.table().term() : change.term();
      history.add(
          new LimitView.Change(
              DAY.format(change.since()),
              change.by(),
              words.term(before),
              words.term(after),
              change.reset() ? "" : warnings(change),
              change.reason()));
      before = after;
    }
    return history;
  }

  private String warnings(LimitChange change) {
    return change.warnings().isEmpty()
        ? messages.say("limits.noWarning")
        : messages.say("limits.warningDays", days(change.warnings()));
  }
}
