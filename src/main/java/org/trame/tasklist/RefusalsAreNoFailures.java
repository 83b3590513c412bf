package org.trame.tasklist;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import jakarta.annotation.PostConstruct;
import java.util.Arrays;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.stereotype.Component;
import org.trame.input.Refusal;

/** The engine's interface logs every refusal as a failure with its stack: that is everyday life. */
@Component
class RefusalsAreNoFailures extends TurboFilter {

  private static final String INTERFACE = "org.camunda.bpm.engine.rest.exception";

  /** The stack is logged as text. */
  private static final String REFUSAL = "Caused by: " + Refusal.class.getName();

  @PostConstruct
  void register() {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      context.addTurboFilter(this);
    }
  }

  @Override
  public FilterReply decide(
      Marker marker, Logger logger, Level level, String format, Object[] params, Throwable t) {
    boolean refusal =
        INTERFACE.equals(logger.getName())
            && (Refusal.in(t) != null || (format + Arrays.toString(params)).contains(REFUSAL));
    return refusal ? FilterReply.DENY : FilterReply.NEUTRAL;
  }
}
