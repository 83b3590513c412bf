package org.trame.implementation.process;

/** Variables of the process {@code Implementation}. */
final class ImplementationVariables {

  /** Number of the first year whose cycle is opened now. */
  static final String FIRST_YEAR = "firstYear";

  /** How many years are opened now: more than one only after a delay of the program. */
  static final String YEARS = "yearsOver";

  private ImplementationVariables() {}
}
