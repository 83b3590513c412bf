package org.trame.backplan;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;
import org.trame.workflow.TrameClock;

/** Looks at the plans every hour: a day that begins, or a sitting that is cancelled, is enough. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "trame.notices.enabled", matchIfMissing = true)
class PlanWatchSchedule {

  private final PlanWatch watch;
  private final TrameClock time;

  PlanWatchSchedule(PlanWatch watch, TrameClock time) {
    this.watch = watch;
    this.time = time;
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT2M")
  void look() {
    if (!time.isSimulated()) {
      watch.look();
    }
  }
}
