package org.trame.call;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.trame.programme.Municipality;

/**
 * A candidature.
 *
 * @param code readable code, unique in its round
 * @param municipality candidate
 * @param name name of the programme
 * @param scores scores by criterion code; a criterion without score is absent
 * @param kept the decision, or null before it
 * @param reason reason of the decision, or null before it
 * @param regionalShare share of the Region, or null unless it is kept
 * @param federalShare share of the federal State, or null unless it is kept
 * @param municipalShare share of the municipality, or null before the round is decided
 * @param programme programme it became, or null
 */
public record Candidature(
    String code,
    Municipality municipality,
    String name,
    Map<String, Score> scores,
    Boolean kept,
    String reason,
    BigDecimal regionalShare,
    BigDecimal federalShare,
    BigDecimal municipalShare,
    String programme) {

  /** A score from 0 to 100, and its reason. */
  public record Score(int score, String reason) {}

  /** Whether it becomes a programme. */
  public boolean isKept() {
    return Boolean.TRUE.equals(kept);
  }

  /** Its programme and municipality, in this language. */
  public String title(Locale language) {
    return name + " (" + municipality.name(language) + ")";
  }

  /** Mean of its scores by the weights of the grid, with one decimal; null if one is missing. */
  public BigDecimal total(List<Criterion> grid) {
    if (grid.isEmpty() || !grid.stream().allMatch(c -> scores.containsKey(c.code()))) {
      return null;
    }
    int sum = grid.stream().mapToInt(c -> c.weight() * scores.get(c.code()).score()).sum();
    int weights = grid.stream().mapToInt(Criterion::weight).sum();
    return BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(weights), 1, RoundingMode.HALF_UP);
  }
}
