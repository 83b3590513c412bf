package org.trame.workflow;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;

/** The one clock: the real time, or a simulated one that the engine follows too. */
@Component
public class TrameClock extends Clock {

  /** All dates are dates in Brussels. */
  public static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

  private volatile Instant simulated;

  /** Stops the time here, for the engine too. Only scenarios and tests do this. */
  public void moveTo(Instant instant) {
    simulated = instant;
    ClockUtil.setCurrentTime(Date.from(instant));
  }

  /** Goes back to the real time. */
  public void release() {
    simulated = null;
    ClockUtil.reset();
  }

  /** Whether the time is stopped or simulated. */
  public boolean isSimulated() {
    return simulated != null;
  }

  @Override
  public Instant instant() {
    Instant fixed = simulated;
    return fixed == null ? Instant.now() : fixed;
  }

  @Override
  public ZoneId getZone() {
    return BRUSSELS;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(instant(), zone);
  }
}
