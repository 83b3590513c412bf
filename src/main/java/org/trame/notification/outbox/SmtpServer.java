package org.trame.notification.outbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.util.Properties;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The server of {@code spring.mail.*}. */
class SmtpServer implements PostOffice {

  private static final String CONNECT_WITHIN = "10000";

  /** RFC 5321, 4.5.3.2.6: who gives up earlier does not know whether the mail was taken. */
  private static final String ANSWER_WITHIN = "600000";

  private final JavaMailSenderImpl settings;
  private final String protocol;

  SmtpServer(JavaMailSenderImpl settings) {
    this.settings = settings;
    this.protocol =
        settings.getProtocol() == null
            ? JavaMailSenderImpl.DEFAULT_PROTOCOL
            : settings.getProtocol();
    Properties properties = settings.getJavaMailProperties();
    properties.putIfAbsent("mail." + protocol + ".connectiontimeout", CONNECT_WITHIN);
    properties.putIfAbsent("mail." + protocol + ".timeout", ANSWER_WITHIN);
  }

  @Override
  public Session session() {
    return settings.getSession();
  }

  @Override
  public OnceTransport connect() throws MessagingException {
    OnceTransport transport = transport(session(), protocol);
    String user = settings.getUsername();
    transport.connect(
        settings.getHost(),
        settings.getPort(),
        user == null || user.isEmpty() ? null : user,
        settings.getPassword());
    return transport;
  }

  OnceTransport transport(Session session, String over) {
    return new OnceTransport(session, over);
  }
}
