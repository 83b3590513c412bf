package org.trame.programme;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.trame.input.Refusal;
import org.trame.input.Violation;

/** What a draft must have before it goes to anybody for an opinion or a decision. */
@Component
public class Completeness {

  /**
   * What is missing.
   *
   * @param gaps in the order of work
   */
  public record Missing(List<Gap> gaps) {

    /**
     * Does nothing if nothing is missing.
     *
     * @throws Refusal naming everything that is missing
     */
    public void refuse() {
      if (!gaps.isEmpty()) {
        throw new Refusal(gaps.stream().map(Gap::violation).toList());
      }
    }

    List<Violation> in(String section) {
      return gaps.stream().filter(g -> g.section().equals(section)).map(Gap::violation).toList();
    }
  }

  /** One thing that is missing, in a section of the worksheet. */
  public record Gap(String section, Violation violation) {}

  /** What is missing before the diagnosis can be established. */
  public Missing ofDiagnosis(Content draft) {
    List<Gap> gaps = new ArrayList<>();
    note(gaps, draft.needs().isEmpty(), "needs", "refusal.programme.noNeed");
    return new Missing(gaps);
  }

  /** What is missing before the draft can be submitted. */
  public Missing of(Content draft) {
    List<Gap> gaps = new ArrayList<>();
    note(gaps, draft.perimeter().isEmpty(), "perimeter", "refusal.programme.noPerimeter");
    note(gaps, draft.actions().isEmpty(), "actions", "refusal.programme.noAction");
    for (Content.Action action : draft.actions()) {
      note(
          gaps,
          draft.totalOf(action.code()).signum() == 0,
          "budget",
          "refusal.programme.actionWithoutBudget",
          action.code(),
          action.title());
    }
    note(gaps, draft.objectives().isEmpty(), "objectives", "refusal.programme.noObjective");
    return new Missing(gaps);
  }

  private static void note(
      List<Gap> gaps, boolean missing, String section, String key, Object... args) {
    if (missing) {
      gaps.add(new Gap(section, Violation.at("", key, args)));
    }
  }
}
