package org.trame.profile;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.trame.input.Refusal;

/**
 * Closing days of one name that follow each other.
 *
 * @param from first day
 * @param until last day
 * @param name what people call them
 */
public record Closing(LocalDate from, LocalDate until, String name) {

  private static final String TO = "..";

  /** Identifies its days. */
  public String id() {
    return from + TO + until;
  }

  /** Whether this is one of its days. */
  boolean contains(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(until);
  }

  /**
   * The days of an id.
   *
   * @throws Refusal if it is none
   */
  static Closing ofId(String id) {
    try {
      String[] ends = id.split("\\.\\.", 2);
      return new Closing(LocalDate.parse(ends[0]), LocalDate.parse(ends[1]), "");
    } catch (DateTimeParseException | ArrayIndexOutOfBoundsException none) {
      throw Refusal.of("refusal.closing.unknown");
    }
  }
}
