package org.trame.notification.outbox;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** This node's dispatcher: with {@code spring.mail.host} it sends, without it keeps. */
@Configuration(proxyBeanMethods = false)
class OutboxConfiguration {

  @Bean
  Dispatcher mailDispatcher(
      DataSource database,
      ObjectProvider<JavaMailSenderImpl> server,
      @Value("${trame.mail.from}") String from,
      Clock time) {
    JavaMailSenderImpl settings = server.getIfAvailable();
    return new Dispatcher(database, settings == null ? null : new SmtpServer(settings), from, time);
  }
}
