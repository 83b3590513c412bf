package org.trame.evaluation.process;

/** Variables of the process {@code AnnualCycle}. */
final class AnnualCycleVariables {

  /** Year of the implementation, from 1; whoever calls the process may leave it out. */
  static final String YEAR = "year";

  /** What the Region said: a {@link org.trame.evaluation.ReviewYearlyReport.Decision}. */
  static final String OUTCOME = "yearlyReviewOutcome";

  private AnnualCycleVariables() {}
}
