package org.trame.programme;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.trame.language.Languages;
import org.trame.language.Messages;
import org.trame.regime.Regimes;
import org.trame.regime.Rule;

/** The strands of a regime: its table {@code Strands}, number to name in both languages. */
@Component
public class Strands {

  private final Regimes regimes;

  Strands(Regimes regimes) {
    this.regimes = regimes;
  }

  /** Numbers of the strands of a regime, in order. */
  public List<Integer> of(String regime) {
    return regimes.keys(regime, "Strands").stream().map(Integer::valueOf).toList();
  }

  /** Name of a strand in the reader's language. */
  public String name(String regime, int strand) {
    Rule rule = regimes.decide(regime, "Strands", Map.of("number", strand));
    return rule.string(Messages.locale().equals(Languages.DUTCH) ? "nameNl" : "nameFr");
  }

  /** Number and name of a strand in the reader's language. */
  public String label(String regime, int strand) {
    return strand + " · " + name(regime, strand);
  }
}
