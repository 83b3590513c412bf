package org.trame.platform;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Says in one line on the error stream why Trame does not start; the rest is in the debug log. */
final class StartupFailureReporter implements FailureAnalysisReporter {

  private static final Logger LOG = LoggerFactory.getLogger(StartupFailureReporter.class);

  @Override
  public void report(FailureAnalysis analysis) {
    Terminal.error(analysis.getDescription().replaceAll("\\s+", " "));
    LOG.debug("Start failed", analysis.getCause());
  }
}
