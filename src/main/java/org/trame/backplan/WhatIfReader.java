package org.trame.backplan;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.trame.input.Violation;

/**
 * Reads a what-if question. What is not understood is said, and left out: the rest is answered.
 *
 * @param whatIf what was understood
 * @param violations what was not, each at its field
 */
public record WhatIfReader(WhatIf whatIf, List<Violation> violations) {

  /** The longest a step may be supposed to take in addition, in days. */
  private static final int MOST = 365;

  /** How far ahead a step may be supposed to begin, in years. */
  private static final int YEARS_AHEAD = 5;

  /**
   * Reads a question.
   *
   * @param missed sittings that bring nothing, as ISO dates
   * @param longer step that takes longer, or empty
   * @param by days it takes in addition
   * @param begins step that begins later, or empty
   * @param on day it begins, as an ISO date
   */
  public static WhatIfReader read(
      BackPlans.Situation situation,
      List<String> missed,
      String longer,
      String by,
      String begins,
      String on) {
    List<Violation> violations = new ArrayList<>();
    return new WhatIfReader(
        new WhatIf(
            missed(situation, missed, violations),
            longer(situation, longer.strip(), by.strip(), violations),
            begins(situation, begins.strip(), on.strip(), violations)),
        List.copyOf(violations));
  }

  private static Set<LocalDate> missed(
      BackPlans.Situation situation, List<String> texts, List<Violation> violations) {
    List<LocalDate> possible = situation.sittingsToCome();
    Set<LocalDate> missed = new TreeSet<>();
    for (String text : texts) {
      LocalDate day = day(text.strip());
      if (day != null && possible.contains(day)) {
        missed.add(day);
      } else {
        violations.add(Violation.at("missed", "refusal.whatIf.sitting", day == null ? text : day));
      }
    }
    return missed;
  }

  private static Map<String, Integer> longer(
      BackPlans.Situation situation, String step, String by, List<Violation> violations) {
    if (step.isEmpty() && by.isEmpty()) {
      return Map.of();
    }
    boolean known = step(situation, step, "longer", false, violations);
    if (!by.matches("\\d{1,4}") || Integer.parseInt(by) < 1 || Integer.parseInt(by) > MOST) {
      violations.add(Violation.at("by", "refusal.whatIf.days", by, MOST));
      return Map.of();
    }
    return known ? Map.of(step, Integer.parseInt(by)) : Map.of();
  }

  private static Map<String, LocalDate> begins(
      BackPlans.Situation situation, String step, String on, List<Violation> violations) {
    Map<String, LocalDate> begins = new HashMap<>();
    if (step.isEmpty() && on.isEmpty()) {
      return begins;
    }
    boolean known = step(situation, step, "begins", true, violations);
    LocalDate day = day(on);
    if (day == null) {
      violations.add(Violation.at("on", "refusal.whatIf.day", on));
    } else if (day.isAfter(situation.today().plusYears(YEARS_AHEAD))) {
      violations.add(Violation.at("on", "refusal.whatIf.far", day, YEARS_AHEAD));
    } else if (known) {
      LocalDate earliest = situation.plan(WhatIf.NOTHING).line(step).orElseThrow().start();
      if (day.isBefore(earliest)) {
        violations.add(Violation.at("on", "refusal.whatIf.early", day, earliest));
      } else {
        begins.put(step, day);
      }
    }
    return begins;
  }

  private static boolean step(
      BackPlans.Situation situation,
      String step,
      String field,
      boolean toCome,
      List<Violation> violations) {
    Progress.State state =
        situation.steps().stream()
            .filter(s -> s.code().equals(step))
            .map(s -> situation.progress().get(step).state())
            .findFirst()
            .orElse(null);
    boolean possible =
        state == Progress.State.TO_COME || (state == Progress.State.ACTIVE && !toCome);
    if (!possible) {
      String key =
          state == null
              ? "refusal.whatIf.step"
              : toCome ? "refusal.whatIf.begun" : "refusal.whatIf.over";
      violations.add(Violation.at(field, key));
    }
    return possible;
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException noDay) {
      return null;
    }
  }
}
