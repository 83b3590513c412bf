package org.trame.backplan;

import java.util.List;
import java.util.Locale;
import org.trame.deadline.TimeLimit;

/**
 * A step of the plan: a row of the regime's table {@code BackPlan}.
 *
 * @param code code of the step: text {@code backplan-step.<code>}
 * @param after codes of the steps that must be over before it begins
 * @param span how long it usually takes
 * @param untilDue whether it lasts, once begun, until the last day of its time limit: the day is an
 *     event's own, or somebody else has until then
 * @param limit its time limit
 * @param activities {@code <phase>/<activity>} of the lifecycle: it is begun with the first of them
 *     and over with the last
 * @param needsSitting whether it ends on a sitting of the municipal council
 * @param statutory whether a text prescribes it
 * @param endsBy time limit of the whole programme that it must end by, or empty
 * @param source where the row comes from, in French
 * @param sourceNl the same in Dutch
 */
public record PlanStep(
    String code,
    List<String> after,
    Span span,
    boolean untilDue,
    TimeLimit limit,
    List<String> activities,
    boolean needsSitting,
    boolean statutory,
    String endsBy,
    String source,
    String sourceNl) {

  /** Where the row comes from, in the reader's language. */
  public String source(Locale locale) {
    return "nl".equals(locale.getLanguage()) && !sourceNl.isEmpty() ? sourceNl : source;
  }
}
