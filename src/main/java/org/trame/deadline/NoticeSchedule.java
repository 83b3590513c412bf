package org.trame.deadline;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.trame.workflow.TrameClock;

/** Gives the notices that are due, every minute, on every node. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "trame.notices.enabled", matchIfMissing = true)
class NoticeSchedule {

  private final Notices notices;
  private final TrameClock time;

  NoticeSchedule(Notices notices, TrameClock time) {
    this.notices = notices;
    this.time = time;
  }

  /** While a scenario plays, it gives its own notices in their order. */
  @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
  void run() {
    if (!time.isSimulated()) {
      notices.run();
    }
  }
}
