package org.trame.calendar;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length of time: 40 days, 15 working days, 9 months.
 *
 * @param amount how many units, from 1 to {@value #LONGEST}
 * @param unit days, working days, clear days, months or years
 */
public record Term(int amount, Unit unit) {

  /** The longest term in any unit: enough for 50 years in days. */
  public static final int LONGEST = 18_300;

  private static final int MONTHS_OF_YEAR = 12;
  private static final Pattern TEXT = Pattern.compile("\\s*(\\d{1,5})\\s+(\\S.*?)\\s*");
  private static final Map<String, Unit> WORDS = words();

  /**
   * @throws IllegalArgumentException if the amount is out of bounds
   */
  public Term {
    if (amount < 1 || amount > longest(unit)) {
      throw new IllegalArgumentException(amount + " " + unit);
    }
  }

  /**
   * Reads "15 working days", "9 months", "7 jours francs", "2 maanden".
   *
   * @throws IllegalArgumentException if it is not a number and a unit
   */
  public static Term parse(String text) {
    Matcher found = TEXT.matcher(text.toLowerCase(Locale.ROOT));
    if (!found.matches() || !WORDS.containsKey(found.group(2).replaceAll("\\s+", " "))) {
      throw new IllegalArgumentException(text);
    }
    return new Term(
        Integer.parseInt(found.group(1)), WORDS.get(found.group(2).replaceAll("\\s+", " ")));
  }

  /** The longest term in this unit: 50 years. */
  public static int longest(Unit unit) {
    return switch (unit) {
      case YEAR -> 50;
      case MONTH -> 50 * MONTHS_OF_YEAR;
      default -> LONGEST;
    };
  }

  /** As it is read: "15 working days". */
  @Override
  public String toString() {
    return amount
        + " "
        + unit.name().toLowerCase(Locale.ROOT).replace('_', ' ')
        + (amount == 1 ? "" : "s");
  }

  /** Whether it is counted in months or years. */
  public boolean inMonths() {
    return unit == Unit.MONTH || unit == Unit.YEAR;
  }

  /** Its months, if it is counted in months or years. */
  long months() {
    return unit == Unit.YEAR ? (long) amount * MONTHS_OF_YEAR : amount;
  }

  private static Map<String, Unit> words() {
    Map<String, Unit> words = new TreeMap<>();
    Map<Unit, String> names =
        Map.of(
            Unit.DAY, "day,days,calendar day,calendar days,jour,jours,dag,dagen",
            Unit.WORKING_DAY,
                "working day,working days,jour ouvrable,jours ouvrables,werkdag,werkdagen",
            Unit.CLEAR_DAY, "clear day,clear days,jour franc,jours francs,vrije dag,vrije dagen",
            Unit.MONTH, "month,months,mois,maand,maanden",
            Unit.YEAR, "year,years,an,ans,année,années,jaar,jaren");
    names.forEach((unit, all) -> add(words, unit, all));
    return words;
  }

  private static void add(Map<String, Unit> words, Unit unit, String names) {
    for (String name : names.split(",")) {
      words.put(name, unit);
    }
  }
}
