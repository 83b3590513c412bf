package org.trame.input;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.BeanUtils;
import org.springframework.stereotype.Component;

/**
 * Turns what was handed in into a record. The record's component types are all that is needed:
 * String, Integer, BigDecimal (two decimals at most), LocalDate, LocalDateTime, Boolean, an enum,
 * or UUID for a file: the id of the stored document.
 */
@Component
public class Inputs {

  private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
  private static final Set<String> YES = Set.of("true", "on", "yes", "oui", "ja");
  private static final Set<String> NO = Set.of("false", "off", "no", "non", "nee");

  private final Map<String, Choices> choices;

  Inputs(List<Choices> choices) {
    this.choices = choices.stream().collect(Collectors.toMap(Choices::name, c -> c));
  }

  /** What may be chosen in a field that names a {@link Choices}. */
  public List<Choices.Choice> choices(Field field, String subject) {
    return choices(field.choices(), subject);
  }

  /**
   * What the {@link Choices} of this name offer for a subject.
   *
   * @throws java.util.NoSuchElementException if nothing has that name
   */
  public List<Choices.Choice> choices(String name, String subject) {
    Choices named = choices.get(name);
    if (named == null) {
      throw new java.util.NoSuchElementException("No choices " + name);
    }
    return named.of(subject);
  }

  /**
   * Reads a record.
   *
   * @param subject the programme or round the choices depend on
   * @throws Refusal naming every field that is missing, ill-formed or not one of its choices
   */
  public <T> T read(Map<String, ?> values, Class<T> record, String subject) {
    Check check = new Check();
    Map<String, Object> read = new HashMap<>();
    for (Field field : Field.of(record)) {
      String text = text(values.get(field.name()));
      if (text.isEmpty()) {
        check.that(!field.required(), field.name(), "refusal.input.required");
        continue;
      }
      Class<?> type = field.type(record);
      Object value = parse(text, type);
      check.that(value != null, field.name(), "refusal.input." + type(type), text);
      if (value instanceof BigDecimal amount) {
        check.that(
            amount.stripTrailingZeros().scale() <= 2, field.name(), "refusal.input.cents", text);
        value = amount.setScale(2, RoundingMode.DOWN);
      }
      if (value != null && !field.choices().isEmpty()) {
        boolean offered = choices(field, subject).stream().anyMatch(c -> c.value().equals(text));
        check.that(offered, field.name(), "refusal.input.choice", text);
      }
      read.put(field.name(), value);
    }
    check.done();
    return instantiate(record, read);
  }

  private static String text(Object value) {
    return value == null ? "" : value.toString().strip();
  }

  private static String type(Class<?> type) {
    return type.isEnum() ? "choice" : type.getSimpleName();
  }

  private static Object parse(String text, Class<?> type) {
    try {
      if (type == Integer.class) {
        return new BigDecimal(number(text)).intValueExact();
      } else if (type == BigDecimal.class) {
        return new BigDecimal(number(text));
      } else if (type == LocalDate.class) {
        return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text, DAY);
      } else if (type == LocalDateTime.class) {
        return dateTime(text);
      } else if (type == Boolean.class) {
        String word = text.toLowerCase(java.util.Locale.ROOT);
        return YES.contains(word) ? Boolean.TRUE : NO.contains(word) ? Boolean.FALSE : null;
      } else if (type == UUID.class) {
        return UUID.fromString(text);
      } else if (type.isEnum()) {
        return Arrays.stream(type.getEnumConstants())
            .filter(c -> ((Enum<?>) c).name().equals(text))
            .findFirst()
            .orElse(null);
      }
      return text;
    } catch (ArithmeticException | IllegalArgumentException | DateTimeParseException e) {
      return null;
    }
  }

  /** Belgians type 1 234,50; spreadsheets and browsers hand in 1234.50. */
  private static String number(String text) {
    return text.replaceAll("[\\s\\u00a0\\u202f]", "").replace(',', '.');
  }

  private static LocalDateTime dateTime(String text) {
    if (text.endsWith("Z") || text.matches(".*[+-]\\d\\d:?\\d\\d$")) {
      return OffsetDateTime.parse(text).atZoneSameInstant(BRUSSELS).toLocalDateTime();
    }
    return LocalDateTime.parse(text.replace(' ', 'T'));
  }

  private static <T> T instantiate(Class<T> record, Map<String, Object> values) {
    var components = record.getRecordComponents();
    Class<?>[] types = Arrays.stream(components).map(c -> c.getType()).toArray(Class<?>[]::new);
    Object[] args = Arrays.stream(components).map(c -> values.get(c.getName())).toArray();
    try {
      var constructor = record.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return BeanUtils.instantiateClass(constructor, args);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(record + " has no canonical constructor", e);
    }
  }
}
