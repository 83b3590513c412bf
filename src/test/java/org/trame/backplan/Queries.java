package org.trame.backplan;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Counts the questions a piece of work asks the database, ours and the engine's. */
final class Queries {

  private static final List<String> LOGGERS =
      List.of("org.springframework.jdbc.core.JdbcTemplate", "org.camunda.bpm.engine.impl");

  private Queries() {}

  static long counted(Runnable work) {
    ListAppender<ILoggingEvent> heard = new ListAppender<>();
    heard.start();
    LOGGERS.forEach(name -> listen(name, heard));
    try {
      work.run();
    } finally {
      LOGGERS.forEach(
          name -> {
            logger(name).detachAppender(heard);
            logger(name).setLevel(null);
            logger(name).setAdditive(true);
          });
    }
    return heard.list.stream()
        .map(ILoggingEvent::getFormattedMessage)
        .filter(m -> m.startsWith("Executing prepared SQL statement") || m.contains("Preparing:"))
        .count();
  }

  private static void listen(String name, ListAppender<ILoggingEvent> heard) {
    logger(name).setLevel(Level.DEBUG);
    logger(name).setAdditive(false);
    logger(name).addAppender(heard);
  }

  private static Logger logger(String name) {
    return (Logger) LoggerFactory.getLogger(name);
  }
}
