package org.trame.evaluation;

/**
 * How many of a category took part in a year.
 *
 * @param year year of the implementation
 * @param category code of the seat category
 * @param present attendances, all meetings together
 * @param spoke of these, those who spoke
 */
public record YearlyParticipation(int year, String category, int present, int spoke) {

  /** Whether people of this category came and nobody heard them, or nobody came. */
  public boolean neverHeard() {
    return spoke == 0;
  }
}
