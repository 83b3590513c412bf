package org.trame.notification.outbox;

import java.sql.SQLException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.trame.notification.Digests;
import org.trame.workflow.TrameClock;

/**
 * Writes and sends mails every ten seconds, on a thread of its own: a mail server that does not
 * answer delays nothing else.
 */
@Component
class DispatchSchedule implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(DispatchSchedule.class);
  private static final int PAUSE_SECONDS = 10;
  private static final int LAST_MAIL_SECONDS = 10;

  private final Digests digests;
  private final Dispatcher dispatcher;
  private final TrameClock time;
  private final boolean dispatch;
  private ScheduledExecutorService thread;

  DispatchSchedule(
      Digests digests,
      Dispatcher dispatcher,
      TrameClock time,
      @Value("${trame.mail.dispatch}") boolean dispatch) {
    this.digests = digests;
    this.dispatcher = dispatcher;
    this.time = time;
    this.dispatch = dispatch;
  }

  @Override
  public boolean isAutoStartup() {
    return dispatch;
  }

  @Override
  public synchronized void start() {
    var executor =
        new ScheduledThreadPoolExecutor(
            1,
            work -> {
              Thread named = new Thread(work, "mails");
              named.setDaemon(true);
              return named;
            });
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    executor.scheduleWithFixedDelay(this::round, 1, PAUSE_SECONDS, TimeUnit.SECONDS);
    thread = executor;
  }

  private void round() {
    if (time.isSimulated()) {
      return;
    }
    try {
      digests.compose();
      dispatcher.run();
    } catch (SQLException | RuntimeException e) {
      LOG.error("Mails could not be sent; the next try follows", e);
    }
  }

  @Override
  public synchronized void stop() {
    dispatcher.stop();
    thread.shutdown();
    try {
      if (!thread.awaitTermination(LAST_MAIL_SECONDS, TimeUnit.SECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    thread = null;
  }

  @Override
  public synchronized boolean isRunning() {
    return thread != null;
  }
}
