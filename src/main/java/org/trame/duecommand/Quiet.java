package org.trame.duecommand;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** No library logs until it ends: the terminal shows the answer only. */
final class Quiet {

  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Level before = root.getLevel();

  Quiet() {
    root.setLevel(Level.OFF);
  }

  void end() {
    root.setLevel(before);
  }
}
