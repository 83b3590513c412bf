package org.trame;

import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.trame.duecommand.DueCommand;
import org.trame.platform.Commands;
import org.trame.regime.RegimeFiles;
import org.trame.scenario.PlayCommand;

/** Starts Trame: without a command it serves, otherwise it runs the command and leaves. */
@SpringBootApplication
public class TrameApplication {

  /** The commands: objects with picocli's {@code @Command}, whose call is the exit code. */
  private static final List<Object> COMMANDS =
      List.of(new PlayCommand(TrameApplication.class), new DueCommand(RegimeFiles::read));

  /**
   * Serves until stopped when there is no command; arguments such as {@code --server.port=9000} are
   * configuration. Exits 1 if the start fails, 2 if the command line is not understood.
   */
  public static void main(String[] args) {
    if (Commands.isServe(args)) {
      serve(args);
    } else {
      System.exit(Commands.run(COMMANDS, args));
    }
  }

  private static void serve(String... args) {
    try {
      SpringApplication.run(TrameApplication.class, args);
    } catch (RuntimeException reported) {
      System.exit(1);
    }
  }
}
