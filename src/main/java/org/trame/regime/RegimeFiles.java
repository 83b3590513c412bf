package org.trame.regime;

import org.trame.regime.process.DecisionFiles;

/** The regimes where no engine runs: on the command line. */
public final class RegimeFiles {

  private RegimeFiles() {}

  /**
   * The tables in the files that came with the program: the same decision engine gives the same
   * row, but nothing is recorded.
   */
  public static Regimes read() {
    return new DecisionFiles();
  }
}
