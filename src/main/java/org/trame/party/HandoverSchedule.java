package org.trame.party;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;
import org.trame.workflow.TrameClock;

/** Looks at the mandates every hour: a day that begins, or a mandate that is ended, is enough. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "trame.notices.enabled", matchIfMissing = true)
class HandoverSchedule {

  private final Handovers handovers;
  private final TrameClock time;

  HandoverSchedule(Handovers handovers, TrameClock time) {
    this.handovers = handovers;
    this.time = time;
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT3M")
  void look() {
    if (!time.isSimulated()) {
      handovers.look();
    }
  }
}
