package org.trame.programme.process;

/**
 * Variables of the process {@code Amendment}, beside the inputs of the table {@code AmendmentKind}.
 */
final class AmendmentVariables {

  /** Whether the coordinator gave the amendment up. */
  static final String WITHDRAWN = "amendmentWithdrawn";

  /** Subject of what it is about beside the programme; absent if nothing. */
  static final String MATTER = "amendmentMatter";

  /** Light or heavy: a {@link org.trame.programme.Amendment.Kind}. */
  static final String KIND = "amendmentKind";

  private AmendmentVariables() {}
}
