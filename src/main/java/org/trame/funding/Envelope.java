package org.trame.funding;

import java.math.BigDecimal;

/**
 * What each source gives to a programme, in euros.
 *
 * @param programme programme
 * @param round selection round that set it
 * @param year year of the round
 * @param regional share of the Region
 * @param federal share of the federal State
 * @param municipal share of the municipality
 */
public record Envelope(
    String programme,
    String round,
    int year,
    BigDecimal regional,
    BigDecimal federal,
    BigDecimal municipal) {

  /** The three shares together. */
  public BigDecimal total() {
    return regional.add(federal).add(municipal);
  }
}
