package org.trame.platform;

import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Writes French lines to the terminal, with their accents even where Java guesses plain ASCII. */
public final class Terminal {

  private static final Charset CHARSET =
      System.getProperty("os.name").startsWith("Windows")
          ? Charset.defaultCharset()
          : StandardCharsets.UTF_8;

  private Terminal() {}

  /** Writes one line to the standard output. */
  public static void print(String line) {
    write(System.out, line);
  }

  /** Writes one line to the error stream. */
  public static void error(String line) {
    write(System.err, line);
  }

  private static void write(PrintStream stream, String line) {
    byte[] bytes = (line + System.lineSeparator()).getBytes(CHARSET);
    stream.write(bytes, 0, bytes.length);
    stream.flush();
  }
}
