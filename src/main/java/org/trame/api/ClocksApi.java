package org.trame.api;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trame.access.Actors;
import org.trame.deadline.Clocks;
import org.trame.deadline.LegalClock;
import org.trame.due.Due;
import org.trame.due.DueList;
import org.trame.due.ReadableClocks;
import org.trame.input.Refusal;
import org.trame.programme.Programme;
import org.trame.programme.Programmes;

/** Due dates and why they are what they are. What an account may not see does not exist for it. */
@RestController
class ClocksApi {

  private static final int LONGEST = 18_300;

  private final ReadableClocks readable;
  private final Clocks clocks;
  private final Programmes programmes;
  private final DueList list;
  private final ClockViews views;

  ClocksApi(
      ReadableClocks readable,
      Clocks clocks,
      Programmes programmes,
      DueList list,
      ClockViews views) {
    this.readable = readable;
    this.clocks = clocks;
    this.programmes = programmes;
    this.list = list;
    this.views = views;
  }

  /** One clock with every step and every computation. */
  @GetMapping("/api/clocks/{id:[0-9]{1,18}}")
  ClockView one(@PathVariable long id) {
    LegalClock clock =
        readable.find(id).orElseThrow(() -> new NoSuchElementException("No clock " + id));
    return views.of(list.of(clock), clocks.computations(id));
  }

  /** Every clock of a programme, open or ended, the nearest end first. */
  @GetMapping("/api/programmes/{id}/clocks")
  List<ClockView> ofProgramme(@PathVariable String id) {
    Programme programme =
        programmes
            .find(id)
            .filter(p -> Programmes.mayRead(Actors.current(), p))
            .orElseThrow(() -> new NoSuchElementException("No programme " + id));
    return list.of(clocks.of(id), programme).stream().map(d -> views.of(d, null)).toList();
  }

  /**
   * What is due, the nearest first.
   *
   * @param state only clocks in this state: RUNNING, SUSPENDED or MISSED
   * @param within only clocks that end within so many days, late ones included; suspended ones,
   *     which have no end, are left out
   */
  @GetMapping("/api/due")
  List<DueView> due(
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String within) {
    return list.all().stream()
        .filter(inState(state).and(endingWithin(within)))
        .map(DueView::of)
        .toList();
  }

  private static Predicate<Due> inState(String state) {
    if (state.isEmpty()) {
      return d -> true;
    }
    List<LegalClock.State> open =
        List.of(LegalClock.State.RUNNING, LegalClock.State.SUSPENDED, LegalClock.State.MISSED);
    if (open.stream().noneMatch(s -> s.name().equals(state))) {
      throw Refusal.at(
          "state",
          "refusal.due.state",
          open.stream().map(Enum::name).collect(Collectors.joining(", ")));
    }
    return d -> d.clock().state().name().equals(state);
  }

  private static Predicate<Due> endingWithin(String within) {
    if (within.isEmpty()) {
      return d -> true;
    }
    if (!within.matches("[0-9]{1,5}") || Integer.parseInt(within) > LONGEST) {
      throw Refusal.at("within", "refusal.due.within", LONGEST);
    }
    int days = Integer.parseInt(within);
    return d -> !d.suspended() && d.days() <= days;
  }
}
