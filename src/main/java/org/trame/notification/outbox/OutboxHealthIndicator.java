package org.trame.notification.outbox;

import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;
import org.trame.notification.Mail;
import org.trame.notification.Mails;

/** How the mails are. Always up: Trame works without its mail server, and loses nothing. */
@Component
class OutboxHealthIndicator implements HealthIndicator {

  private final Mails mails;
  private final String server;

  OutboxHealthIndicator(Mails mails, @Value("${spring.mail.host:}") String server) {
    this.mails = mails;
    this.server = server;
  }

  @Override
  public Health health() {
    Map<Mail.State, Integer> counts = mails.counts();
    Health.Builder health =
        Health.up()
            .withDetail("server", server.isEmpty() ? "none: mails are kept" : server)
            .withDetail("waiting", counts.getOrDefault(Mail.State.READY, 0))
            .withDetail("failed", counts.getOrDefault(Mail.State.FAILED, 0))
            .withDetail("uncertain", counts.getOrDefault(Mail.State.UNCERTAIN, 0));
    mails.lastError().ifPresent(words -> health.withDetail("lastError", words));
    return health.build();
  }
}
