package org.trame.language;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.trame.input.Refusal;
import org.trame.input.Violation;

/** Sentences in the reader's language. */
@Component
public class Messages {

  private final MessageSource texts;

  Messages(MessageSource texts) {
    this.texts = texts;
  }

  /** A text in the language of the current request, French outside of one. */
  public String say(String key, Object... args) {
    return say(locale(), key, args);
  }

  /** A text in a given language. Arguments that are keys of their own are given as {@link Key}. */
  public String say(Locale locale, String key, Object... args) {
    Object[] spoken =
        Arrays.stream(args).map(a -> a instanceof Key k ? say(locale, k.key()) : a).toArray();
    return texts.getMessage(key, spoken, locale);
  }

  /** A text, or the given words where no text has that key. */
  public String sayOr(String key, String otherwise) {
    return texts.getMessage(key, null, otherwise, locale());
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
