package org.trame.language;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.trame.input.Refusal;
import org.trame.input.Violation;

/** Sentences in the reader's language. */
@Component
public class Messages {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");
  private static final Pattern NAMED =
      Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*)(?:\\|([A-Za-z.-]+))?}");
  private static final Pattern ISO_DATE = Pattern.compile("\\b(\\d{4})-(\\d\\d)-(\\d\\d)\\b");

  /** From a thousand euros: codes such as 4.10 are no amounts. */
  private static final Pattern AMOUNT = Pattern.compile("\\d{4,}\\.\\d\\d");

  private final MessageSource texts;

  Messages(MessageSource texts) {
    this.texts = texts;
  }

  /** The same texts where no application context runs: on the command line. */
  public static Messages ofFiles() {
    return new Messages(Languages.texts());
  }

  /** A text in the language of the current request, French outside of one. */
  public String say(String key, Object... args) {
    return say(locale(), key, args);
  }

  /** A text in a given language. Arguments that are keys of their own are given as {@link Key}. */
  public String say(Locale locale, String key, Object... args) {
    Object[] spoken = Arrays.stream(args).map(a -> spoken(locale, a)).toArray();
    return texts.getMessage(key, spoken, locale);
  }

  private Object spoken(Locale locale, Object argument) {
    if (argument instanceof Key key) {
      return say(locale, key.key());
    } else if (argument instanceof LocalDate day) {
      return DAY.format(day);
    } else if (argument instanceof LocalDateTime moment) {
      return MOMENT.format(moment);
    } else if (argument instanceof BigDecimal amount) {
      return amount(locale, amount);
    }
    return argument;
  }

  private static String amount(Locale locale, BigDecimal amount) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMinimumFractionDigits(Math.max(0, Math.min(amount.scale(), 2)));
    return format.format(amount);
  }

  /** A text, or the given words where no text has that key. */
  public String sayOr(String key, String otherwise) {
    return sayOr(locale(), key, otherwise);
  }

  /** A text in a given language, or the given words where no text has that key. */
  public String sayOr(Locale locale, String key, String otherwise) {
    return texts.getMessage(key, null, otherwise, locale);
  }

  /**
   * A text with named values: {@code {votes}} is the value of that name, {@code {step|limit}} the
   * text {@code limit.<value>}. Dates and amounts are written as people write them.
   */
  public String sayNamed(String key, Map<String, String> values) {
    return NAMED
        .matcher(sayOr(key, key))
        .replaceAll(found -> Matcher.quoteReplacement(value(found, values)));
  }

  private String value(MatchResult found, Map<String, String> values) {
    String value = values.getOrDefault(found.group(1), "");
    if (found.group(2) != null) {
      return sayOr(found.group(2) + "." + value, value);
    }
    if (AMOUNT.matcher(value).matches()) {
      return amount(locale(), new BigDecimal(value));
    }
    return ISO_DATE.matcher(value).replaceAll("$3/$2/$1");
  }

  /** One violation as a sentence. */
  public String say(Violation violation) {
    return say(violation.key(), violation.args().toArray());
  }

  /** All reasons of a refusal as one text, a sentence each. */
  public String say(Refusal refusal) {
    return refusal.violations().stream().map(this::withField).collect(Collectors.joining(" "));
  }

  private String withField(Violation violation) {
    String sentence = say(violation);
    String label = violation.field().isEmpty() ? "" : sayOr("field." + violation.field(), "");
    return label.isEmpty() ? sentence : label + " : " + sentence;
  }

  /** The reader's language: French or Dutch. */
  public static Locale locale() {
    Locale asked =
        LocaleContextHolder.getLocaleContext() == null ? null : LocaleContextHolder.getLocale();
    return asked != null && "nl".equals(asked.getLanguage()) ? Languages.DUTCH : Languages.FRENCH;
  }

  /** An argument that is itself a message key. */
  public record Key(String key) {}
}
