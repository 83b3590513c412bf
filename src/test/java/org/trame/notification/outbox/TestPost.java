package org.trame.notification.outbox;

import java.sql.SQLException;
import java.time.Clock;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Nodes of the outbox, for a mail server on this machine. */
public final class TestPost {

  static final String FROM = "Trame <trame@trame.example>";

  private TestPost() {}

  /** Sends whatever is due; returns how many mails the server took. */
  public static int send(DataSource database, int port, Clock time) {
    try {
      return new Dispatcher(database, new SmtpServer(settings(port)), FROM, time).run();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** Without a mail server: whatever is ready is kept. */
  public static void keep(DataSource database, Clock time) {
    try {
      new Dispatcher(database, null, FROM, time).run();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  static JavaMailSenderImpl settings(int port) {
    JavaMailSenderImpl settings = new JavaMailSenderImpl();
    settings.setHost("127.0.0.1");
    settings.setPort(port);
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.timeout", "10000");
    settings.setJavaMailProperties(properties);
    return settings;
  }
}
