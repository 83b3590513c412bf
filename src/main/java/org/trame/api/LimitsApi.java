package org.trame.api;

import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trame.access.Actors;
import org.trame.calendar.Term;
import org.trame.deadline.Place;
import org.trame.deadline.TimeLimit;
import org.trame.language.Messages;
import org.trame.localpractice.LimitChange;
import org.trame.localpractice.LimitInForce;
import org.trame.localpractice.LimitPlaces;
import org.trame.localpractice.LimitWords;
import org.trame.localpractice.LocalLimits;

/** Time limits for other programs, as they are in a municipality or Region today. */
@RestController
@RequestMapping("/api/limits")
class LimitsApi {

  private final LocalLimits limits;
  private final LimitPlaces places;
  private final LimitWords words;

  LimitsApi(LocalLimits limits, LimitPlaces places, LimitWords words) {
    this.limits = limits;
    this.places = places;
    this.words = words;
  }

  /**
   * A time limit.
   *
   * @param step code
   * @param label what is due, in the language asked for
   * @param amount how many units
   * @param unit DAY, WORKING_DAY, CLEAR_DAY, MONTH or YEAR
   * @param term the two in words
   * @param calendar code of the calendar of working days
   * @param rollsForward whether an end on a day off moves to the next working day
   * @param startsWith code of the event that starts it
   * @param suspendedBy codes of the events that suspend it
   * @param extension what may be added, as {@code 40 DAY}, or null
   * @param silence NONE, APPROVED, REFUSED or PROCEEDS
   * @param holder code of the role that has to act
   * @param warnings who is reminded how many working days before the end
   * @param ladder who is told how many working days after the end
   * @param changeableBy NOBODY, MUNICIPALITY or REGION
   * @param source legal basis, in the language asked for
   * @param table the table's term, as {@code 30 DAY}, if another is in force; otherwise null
   * @param changes what was changed, oldest first
   */
  record LimitAnswer(
      String step,
      String label,
      int amount,
      String unit,
      String term,
      String calendar,
      boolean rollsForward,
      String startsWith,
      List<String> suspendedBy,
      String extension,
      String silence,
      String holder,
      List<TimeLimit.Rung> warnings,
      List<TimeLimit.Rung> ladder,
      String changeableBy,
      String source,
      String table,
      List<ChangeAnswer> changes) {}

  /**
   * A change.
   *
   * @param since first day
   * @param by account
   * @param to the term, as {@code 45 DAY}, or null for the table's again
   * @param reason why
   */
  record ChangeAnswer(LocalDate since, String by, String to, String reason) {}

  /**
   * The time limits of a regime.
   *
   * @param regime id
   * @param place NIS code of a municipality or code of a Region; the caller's own if it is left out
   */
  @GetMapping
  List<LimitAnswer> all(@RequestParam String regime, @RequestParam(required = false) String place) {
    LimitPlaces.Named where =
        place == null
            ? places.of(Actors.current()).get(0)
            : places.find(place).orElseThrow(() -> new NoSuchElementException(place));
    if (!limits.regimes(where.region()).contains(regime)) {
      throw new NoSuchElementException(regime);
    }
    return limits.all(new Place(regime, where.nis(), where.region())).stream()
        .map(this::answer)
        .toList();
  }

  private LimitAnswer answer(LimitInForce limit) {
    TimeLimit rule = limit.rule();
    return new LimitAnswer(
        rule.step(),
        words.step(rule.step()),
        rule.term().amount(),
        rule.term().unit().name(),
        words.term(rule.term()),
        rule.calendar(),
        rule.rollsForward(),
        rule.startsWith(),
        List.copyOf(rule.suspendedBy()),
        rule.extensible().map(e -> code(e.longest())).orElse(null),
        rule.silence().name(),
        rule.holder(),
        rule.warnings(),
        rule.ladder(),
        rule.changeableBy().name(),
        rule.source(Messages.locale()),
        limit.changed() ? code(limit.table().term()) : null,
        limit.history().stream().map(LimitsApi::answer).toList());
  }

  private static ChangeAnswer answer(LimitChange change) {
    return new ChangeAnswer(
        change.since(), change.by(), change.reset() ? null : code(change.term()), change.reason());
  }

  private static String code(Term term) {
    return term.amount() + " " + term.unit();
  }
}
