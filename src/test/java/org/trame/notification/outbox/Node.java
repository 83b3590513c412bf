package org.trame.notification.outbox;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import org.slf4j.LoggerFactory;

/**
 * A node of its own: a JVM that sends what is in the outbox, until its standard input ends. It says
 * {@code ready}, begins when it is told to, and in the end says how many mails it sent.
 */
final class Node {

  static final int DIED = 137;

  private static final PrintStream OUT = System.out;

  /** Where in the life of its first mail a node dies. */
  enum Death {
    NEVER,
    BEFORE_SENDING,
    BEFORE_DOT,
    AFTER_DOT
  }

  private Node() {}

  /** Arguments: address, user and password of the database, port of the mail server, death. */
  public static void main(String[] args) throws Exception {
    System.setOut(System.err); // whatever libraries have to say
    ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(args[0]);
    config.setUsername(args[1]);
    config.setPassword(args[2]);
    config.setMaximumPoolSize(2);
    PostOffice office = office(Integer.parseInt(args[3]), Death.valueOf(args[4]));
    try (HikariDataSource database = new HikariDataSource(config)) {
      var dispatcher = new Dispatcher(database, office, TestPost.FROM, Clock.systemUTC());
      say("ready");
      System.in.read();
      var end = CompletableFuture.runAsync(Node::readToTheEnd);
      int sent = 0;
      while (!end.isDone()) {
        sent += dispatcher.run();
      }
      say(Integer.toString(sent));
    }
  }

  private static void readToTheEnd() {
    try {
      System.in.transferTo(java.io.OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void say(String line) {
    OUT.println(line);
    OUT.flush();
  }

  private static PostOffice office(int port, Death death) {
    return new SmtpServer(TestPost.settings(port)) {
      @Override
      OnceTransport transport(Session session, String over) {
        return death == Death.NEVER
            ? super.transport(session, over)
            : new Mortal(session, over, death);
      }
    };
  }

  /** As killed by SIGKILL at that very moment: nothing is closed, nothing more is written. */
  private static final class Mortal extends OnceTransport {
    private final Death death;

    Mortal(Session session, String protocol, Death death) {
      super(session, protocol);
      this.death = death;
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
      if (death == Death.BEFORE_SENDING) {
        Runtime.getRuntime().halt(DIED);
      }
      super.finishData();
      Runtime.getRuntime().halt(DIED);
    }

    @Override
    protected void sendCommand(String command) throws MessagingException {
      if (death == Death.BEFORE_DOT && ".".equals(command)) {
        Runtime.getRuntime().halt(DIED);
      }
      super.sendCommand(command);
    }
  }
}
