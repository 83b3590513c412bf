package org.trame.notification.outbox;

import jakarta.mail.MessagingException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is in the outbox, each mail once, however many nodes do so and whenever one of them
 * dies. It needs the database and the mail server only: see {@code docs/adr/0007}.
 */
public final class Dispatcher {

  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
  private static final int BATCH = 100;

  private final DataSource database;
  private final PostOffice office;
  private final String from;
  private final Clock time;
  private volatile boolean stopping;

  /**
   * A node.
   *
   * @param office the mail server, or null: mails are kept
   */
  Dispatcher(DataSource database, PostOffice office, String from, Clock time) {
    this.database = database;
    this.office = office;
    this.from = from;
    this.time = time;
  }

  /** How an attempt ended. */
  private enum End {
    SENT,
    NOT_SENT,
    /** Another node has it, or had it. */
    NOT_OURS,
    /** The server takes nothing at present. */
    NO_SERVER
  }

  /**
   * Sends whatever is due.
   *
   * @return how many mails the server took
   * @throws SQLException if the database goes away; what was done stays
   */
  public int run() throws SQLException {
    try (Connection own = database.getConnection()) {
      Outbox outbox = new Outbox(own, time);
      outbox.prepare();
      leftBehind(outbox);
      if (office == null) {
        outbox.keepAll();
        return 0;
      }
      return sendAll(outbox);
    }
  }

  /** Ends a run after the mail it is sending. */
  void stop() {
    stopping = true;
  }

  /** A mail in its last moment whose lock is free: its node died, before the dot or after it. */
  private static void leftBehind(Outbox outbox) throws SQLException {
    for (int mail : outbox.sending()) {
      if (outbox.lock(mail)) {
        try {
          if (!outbox.withoutDot(mail) && outbox.uncertain(mail, null)) {
            LOG.warn("Mail {} may have been sent by a node that died", mail);
          }
        } finally {
          outbox.unlock(mail);
        }
      }
    }
  }

  private int sendAll(Outbox outbox) throws SQLException {
    int sent = 0;
    try (Line line = new Line()) {
      for (List<Integer> due = outbox.due(BATCH); !due.isEmpty(); due = outbox.due(BATCH)) {
        int passedBy = 0;
        // Nodes that go through the same list in the same order would be in each other's way.
        Collections.shuffle(due);
        for (int mail : due) {
          if (stopping) {
            return sent;
          }
          End end = send(outbox, line, mail);
          if (end == End.NO_SERVER) {
            return sent;
          }
          sent += end == End.SENT ? 1 : 0;
          passedBy += end == End.NOT_OURS ? 1 : 0;
        }
        if (passedBy == due.size()) {
          return sent;
        }
      }
    }
    return sent;
  }

  private End send(Outbox outbox, Line line, int mail) throws SQLException {
    if (!outbox.lock(mail)) {
      return End.NOT_OURS;
    }
    try {
      var opened = outbox.open(mail);
      return opened.isPresent() ? send(outbox, line, opened.get()) : End.NOT_OURS;
    } finally {
      unlock(outbox, mail);
    }
  }

  private End send(Outbox outbox, Line line, Outgoing mail) throws SQLException {
    AtomicBoolean dot = new AtomicBoolean();
    String reply;
    try {
      line.open();
    } catch (MessagingException e) {
      return noServer(outbox, Trouble.of(e));
    }
    try {
      byte[] source = Envelope.source(office.session(), mail, from, time.instant());
      reply =
          line.transport.send(
              mail,
              source,
              sha256 -> {
                if (outbox.sending(mail.id(), source, sha256)) {
                  outbox.dot(mail.id());
                  dot.set(true);
                }
                return dot.get();
              });
    } catch (MessagingException e) {
      line.hangUp();
      if (e.getNextException() instanceof OnceTransport.Withheld withheld) {
        if (withheld.getCause() instanceof SQLException gone) {
          throw gone;
        }
        return End.NOT_OURS;
      }
      return notSent(outbox, mail.id(), Trouble.of(e), dot.get());
    }
    sent(outbox, mail.id(), reply);
    return End.SENT;
  }

  /** The server has the mail: if our connection is lost just now, another one keeps the proof. */
  private void sent(Outbox outbox, int mail, String reply) throws SQLException {
    try {
      outbox.sent(mail, reply);
    } catch (SQLException lost) {
      LOG.warn("Mail {} was sent: {}", mail, reply);
      try (Connection other = database.getConnection()) {
        other.setAutoCommit(true);
        new Outbox(other, time).sent(mail, reply);
      } catch (SQLException again) {
        lost.addSuppressed(again);
      }
      throw lost;
    }
  }

  private static End notSent(Outbox outbox, int mail, Trouble trouble, boolean dot)
      throws SQLException {
    if (trouble.ofSender()) {
      return noServer(outbox, trouble);
    }
    if (dot && !trouble.isAnswer()) {
      outbox.uncertain(mail, trouble.words());
      LOG.warn("Mail {} may have been sent: {}", mail, trouble.words());
    } else if (trouble.isFinal()) {
      outbox.failed(mail, trouble.words());
      LOG.warn("Mail {} was refused with code {}", mail, trouble.code());
    } else {
      outbox.later(mail, trouble.words());
    }
    return End.NOT_SENT;
  }

  private static End noServer(Outbox outbox, Trouble trouble) throws SQLException {
    LOG.warn("Mails wait: {}", trouble.words());
    outbox.allLater(trouble.words());
    return End.NO_SERVER;
  }

  /** A lost connection has lost its locks with it. */
  private static void unlock(Outbox outbox, int mail) {
    try {
      outbox.unlock(mail);
    } catch (SQLException gone) {
      LOG.debug("Connection lost", gone);
    }
  }

  /** The connection to the server, used for one mail after the other. */
  private final class Line implements AutoCloseable {
    private OnceTransport transport;

    void open() throws MessagingException {
      if (transport == null) {
        transport = office.connect();
      }
    }

    void hangUp() {
      if (transport != null) {
        try {
          transport.close();
        } catch (MessagingException e) {
          LOG.debug("Connection to the mail server lost", e);
        }
        transport = null;
      }
    }

    @Override
    public void close() {
      hangUp();
    }
  }
}
