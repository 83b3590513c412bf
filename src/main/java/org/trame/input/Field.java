package org.trame.input;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * One field of an input record, read from its component.
 *
 * @param name component name; also the name handed in
 * @param owner simple name of the record; with the name, the message key {@code field.Owner.name}
 * @param kind how it is typed in
 * @param required whether it may not be left empty
 * @param choices name of the {@link Choices}, empty if none
 * @param values the constants of an enum, empty if it is not one
 */
public record Field(
    String name, String owner, Kind kind, boolean required, String choices, List<String> values) {

  /** How a field is typed in. */
  public enum Kind {
    TEXT,
    LONG_TEXT,
    INTEGER,
    DECIMAL,
    DATE,
    DATE_TIME,
    YES_NO,
    CHOICE,
    /** A file; what is handed in is the id of the stored document. */
    FILE,
    /** Not shown while it is typed, never filled in again. */
    SECRET,
    HIDDEN
  }

  /** The fields of an input record, in order. */
  public static List<Field> of(Class<?> record) {
    return Arrays.stream(record.getRecordComponents()).map(Field::of).toList();
  }

  /** Java type of this field in the record it was read from. */
  public Class<?> type(Class<?> record) {
    return Arrays.stream(record.getRecordComponents())
        .filter(c -> c.getName().equals(name))
        .findFirst()
        .orElseThrow()
        .getType();
  }

  private static Field of(RecordComponent component) {
    OneOf oneOf = component.getAnnotation(OneOf.class);
    Class<?> type = component.getType();
    List<String> values =
        type.isEnum()
            ? Arrays.stream(type.getEnumConstants()).map(c -> ((Enum<?>) c).name()).toList()
            : List.of();
    return new Field(
        component.getName(),
        component.getDeclaringRecord().getSimpleName(),
        kind(component),
        !component.isAnnotationPresent(MayBeEmpty.class)
            && !component.isAnnotationPresent(Hidden.class),
        oneOf == null ? "" : oneOf.value(),
        values);
  }

  private static Kind kind(RecordComponent component) {
    Class<?> type = component.getType();
    if (component.isAnnotationPresent(Hidden.class)) {
      return Kind.HIDDEN;
    } else if (component.isAnnotationPresent(OneOf.class) || type.isEnum()) {
      return Kind.CHOICE;
    } else if (component.isAnnotationPresent(Secret.class)) {
      return Kind.SECRET;
    } else if (component.isAnnotationPresent(LongText.class)) {
      return Kind.LONG_TEXT;
    } else if (type == Integer.class) {
      return Kind.INTEGER;
    } else if (type == BigDecimal.class) {
      return Kind.DECIMAL;
    } else if (type == LocalDate.class) {
      return Kind.DATE;
    } else if (type == LocalDateTime.class) {
      return Kind.DATE_TIME;
    } else if (type == Boolean.class) {
      return Kind.YES_NO;
    } else if (type == UUID.class) {
      return Kind.FILE;
    }
    return Kind.TEXT;
  }
}
