package org.trame.programme;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.trame.language.Languages;
import org.trame.language.Messages;
import org.trame.regime.Regimes;
import org.trame.regime.Rule;

/**
 * What a change of content entails: the regime's tables {@code Revote} and {@code AmendmentKind}.
 */
@Component
public class ChangeRules {

  private final Regimes regimes;
  private final Programmes programmes;
  private final Contents contents;

  ChangeRules(Regimes regimes, Programmes programmes, Contents contents) {
    this.regimes = regimes;
    this.programmes = programmes;
    this.contents = contents;
  }

  /**
   * Whether a change needs a new vote of the council.
   *
   * @param reasonFr why or why not, in French
   * @param reasonNl the same in Dutch
   * @param source where the rule comes from
   */
  public record Revote(boolean needed, String reasonFr, String reasonNl, String source) {

    /** Why or why not, in the reader's language. */
    public String reason() {
      return inReadersLanguage(reasonFr, reasonNl);
    }
  }

  /**
   * Whether the change from the version the council voted to another needs a new vote.
   *
   * @param voted number of the version the council voted
   * @param answered number of the version that takes its place
   */
  public Revote revote(String programme, int voted, int answered) {
    Difference difference = contents.difference(programme, voted, answered);
    Rule rule = regimes.decide(programmes.get(programme).regime(), "Revote", inputs(difference));
    return new Revote(
        rule.yes("revote"), rule.string("reasonFr"), rule.string("reasonNl"), rule.source());
  }

  /** What the tables ask about a difference. */
  public static Map<String, Object> inputs(Difference difference) {
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("totalRaised", difference.totalRaised());
    inputs.put("totalChanged", difference.totalChanged());
    inputs.put("perimeterChanged", difference.touches(Difference.Item.PERIMETER));
    inputs.put(
        "strandsChanged",
        !difference.strandsAdded().isEmpty() || !difference.strandsRemoved().isEmpty());
    inputs.put(
        "actionsChanged",
        difference.of(Difference.Item.ACTION).stream()
            .anyMatch(c -> c.kind() != Difference.Kind.CHANGED));
    inputs.put("objectivesChanged", difference.touches(Difference.Item.OBJECTIVE));
    inputs.put("movedBetweenStrands", difference.shareMovedBetweenStrands().doubleValue());
    inputs.put("movedBetweenActions", difference.shareMovedBetweenActions().doubleValue());
    return inputs;
  }

  /** What the table {@code AmendmentKind} asks, of an amendment with this matter or none. */
  public static Map<String, Object> inputs(Difference difference, String matter) {
    Map<String, Object> inputs = inputs(difference);
    inputs.put("heavyMatter", matter != null);
    return inputs;
  }

  static String inReadersLanguage(String french, String dutch) {
    return Messages.locale().equals(Languages.DUTCH) ? dutch : french;
  }
}
