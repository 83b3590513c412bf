package org.trame.document;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.trame.language.Languages;

/** Days and amounts as documents write them. */
public final class DocumentTexts {

  /** A text of an example: whatever somebody wrote. */
  public static final String EXAMPLE =
      "Lorem ipsum dolor sit amet.\n\nConsectetur adipiscing elit.";

  /** A name of an example. */
  static final String EXAMPLE_NAME = "Lorem ipsum";

  private static final int CENTS = 2;

  private DocumentTexts() {}

  /** A day in words. */
  public static String day(Locale language, LocalDate day) {
    boolean first = day.getDayOfMonth() == 1 && Languages.FRENCH.equals(language);
    return DateTimeFormatter.ofPattern(first ? "d'er' MMMM yyyy" : "d MMMM yyyy", language)
        .format(day);
  }

  /** A day in words, or null if there is none. */
  public static String dayOrNothing(Locale language, LocalDate day) {
    return day == null ? null : day(language, day);
  }

  /** An hour. */
  public static String hour(LocalDateTime moment) {
    return DateTimeFormatter.ofPattern("HH:mm").format(moment);
  }

  /** Euros with cents. */
  public static String euros(Locale language, BigDecimal amount) {
    NumberFormat format = NumberFormat.getNumberInstance(language);
    format.setMinimumFractionDigits(CENTS);
    format.setMaximumFractionDigits(CENTS);
    return format.format(amount) + " €";
  }
}
