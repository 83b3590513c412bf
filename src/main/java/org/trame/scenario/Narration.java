package org.trame.scenario;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;

/** Tells what happens as it happens: date, who, what, why refused. */
final class Narration {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEE dd/MM/yyyy HH:mm", Locale.FRENCH);
  private static final String NEXT_LINE = " ".repeat(22);

  private final Consumer<String> out;
  private final Ansi ansi;

  /**
   * @param out takes each line
   * @param ansi whether lines are coloured
   */
  Narration(Consumer<String> out, Ansi ansi) {
    this.out = out;
    this.ansi = ansi;
  }

  /** Tells nothing. */
  static Narration silent() {
    return new Narration(line -> {}, Ansi.OFF);
  }

  void heading(String text) {
    out.accept("");
    out.accept(paint(text, Style.bold));
  }

  void act(LocalDateTime at, String who, String what) {
    out.accept("%-20s  %-22s %s".formatted(MOMENT.format(at), who, what));
  }

  /** What the program did by itself. */
  void automatic(LocalDateTime at, String what) {
    out.accept(paint("%-20s  %-22s %s".formatted(MOMENT.format(at), "·", what), Style.fg_cyan));
  }

  void ledger(String sentence) {
    out.accept(paint(NEXT_LINE + "↳ " + sentence, Style.faint));
  }

  void refused(String why) {
    out.accept(paint(NEXT_LINE + "✗ refusé : " + why, Style.fg_yellow));
  }

  void held(String expectation) {
    out.accept(paint(NEXT_LINE + "✓ " + expectation, Style.fg_green));
  }

  void end(String text) {
    out.accept("");
    out.accept(paint(text, Style.bold, Style.fg_green));
  }

  private String paint(String text, Style... styles) {
    return ansi.enabled() ? Style.on(styles) + text + Style.off(styles) : text;
  }
}
