package org.trame.platform;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Prints where Trame answers and how long the start took, counted from the process's start. */
@Component
class ReadyAnnouncement {

  private final ObjectProvider<ReadyNotice> notices;

  ReadyAnnouncement(ObjectProvider<ReadyNotice> notices) {
    this.notices = notices;
  }

  @EventListener
  @Order(Ordered.LOWEST_PRECEDENCE)
  void ready(ApplicationReadyEvent event) {
    if (event.getApplicationContext() instanceof WebServerApplicationContext web
        && web.getWebServer() != null) {
      long milliseconds =
          System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
      Terminal.print("");
      Terminal.print(
          String.format(Locale.FRENCH, "Trame est prêt en %.1f s", milliseconds / 1000.0));
      Terminal.print("  http://localhost:" + web.getWebServer().getPort());
      notices
          .orderedStream()
          .flatMap(n -> n.lines().stream())
          .forEach(l -> Terminal.print("  " + l));
      Terminal.print("");
    }
  }
}
