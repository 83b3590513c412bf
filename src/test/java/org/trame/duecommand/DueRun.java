package org.trame.duecommand;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.trame.platform.Commands;
import org.trame.regime.RegimeFiles;
import org.trame.regime.Regimes;

/**
 * The command {@code due}, run in this process.
 *
 * @param code exit code
 * @param text what it printed
 * @param complaint what it wrote to the error stream
 */
record DueRun(int code, String text, String complaint) {

  static final Regimes REGIMES = RegimeFiles.read();

  static DueRun of(String... arguments) {
    String[] all = Stream.concat(Stream.of("due"), Arrays.stream(arguments)).toArray(String[]::new);
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    ByteArrayOutputStream complained = new ByteArrayOutputStream();
    PrintStream out = System.out;
    PrintStream err = System.err;
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
    try {
      int code = Commands.run(List.of(new DueCommand(() -> REGIMES)), all);
      return new DueRun(
          code,
          printed.toString(StandardCharsets.UTF_8),
          complained.toString(StandardCharsets.UTF_8).strip());
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  List<String> lines() {
    return text.lines().toList();
  }
}
