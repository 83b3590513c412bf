package org.trame.consultation;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import org.trame.language.Messages;

/**
 * A person in a seat. Holds a name: never shown to the public.
 *
 * @param id technical id
 * @param category category of the seat
 * @param number number of the seat within its category
 * @param personName name of the person
 * @param organisation whom the person represents, or null
 * @param account account of the person, or null
 * @param from first day
 * @param to last day, or null
 * @param designatedOn day the council designated the person, or null before it
 */
record Mandate(
    long id,
    String category,
    int number,
    String personName,
    String organisation,
    String account,
    LocalDate from,
    LocalDate to,
    LocalDate designatedOn) {

  /** What the seat is called: {@code INHABITANT-3}. */
  String seat() {
    return category + "-" + number;
  }

  /** A seat as the two arguments of a sentence: its category in words, and its number. */
  static Object[] said(String seat) {
    int cut = seat.lastIndexOf('-');
    return cut < 0
        ? new Object[] {seat, ""}
        : new Object[] {
          new Messages.Key("seat-category." + seat.substring(0, cut)), seat.substring(cut + 1)
        };
  }

  boolean runsOn(LocalDate day) {
    return !from.isAfter(day) && !endsBefore(day);
  }

  boolean endsBefore(LocalDate day) {
    return to != null && to.isBefore(day);
  }

  /** Whether it runs on some day of the other period, whose end may be null. */
  boolean overlaps(LocalDate otherFrom, LocalDate otherTo) {
    return !endsBefore(otherFrom) && (otherTo == null || !from.isAfter(otherTo));
  }

  /** Whether the same person is put forward: same name, however spelt, or same account. */
  boolean isOf(Nomination other) {
    return plain(personName).equals(plain(other.personName()))
        || account != null && account.equals(other.account());
  }

  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[\\s'’-]+", " ")
        .strip();
  }
}
