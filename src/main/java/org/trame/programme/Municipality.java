package org.trame.programme;

import java.util.Locale;

/**
 * A municipality of the directory.
 *
 * @param nis NIS code
 * @param name French name
 * @param dutchName Dutch name
 * @param region code of the region: BRUSSELS or WALLONIA
 * @param inhabitants population in {@code year}
 * @param year year of the population figure
 */
public record Municipality(
    String nis, String name, String dutchName, String region, int inhabitants, int year) {

  /** Its name in this language. */
  public String name(Locale language) {
    return "nl".equals(language.getLanguage()) ? dutchName : name;
  }
}
