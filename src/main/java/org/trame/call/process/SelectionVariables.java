package org.trame.call.process;

/** Variables of the process {@code Selection}. */
final class SelectionVariables {

  /** Regime of the contracts; every process has it. */
  static final String REGIME = "regime";

  private SelectionVariables() {}
}
