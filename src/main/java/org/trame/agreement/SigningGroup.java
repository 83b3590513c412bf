package org.trame.agreement;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Organisations that sign in the same turn.
 *
 * @param code code, unique in its version
 * @param rank its turn: groups of the lowest rank come first, those of one rank together
 * @param capacity as what its organisations are there
 * @param frenchLabel French name
 * @param dutchLabel Dutch name
 * @param needed how many of its organisations have to, or null for all
 * @param signers how many people sign for one organisation
 * @param partyKinds kinds of organisations that may be in it, separated by spaces, or null for any
 * @param silence step of the time limits whose silence is worth an assent, or null
 * @param source where the group comes from, or null if the agreement itself added it
 * @param sourceNl the same in Dutch
 */
public record SigningGroup(
    String code,
    int rank,
    Capacity capacity,
    String frenchLabel,
    String dutchLabel,
    Integer needed,
    int signers,
    String partyKinds,
    String silence,
    String source,
    String sourceNl) {

  /** Its name in this language. */
  public String label(Locale language) {
    return "nl".equals(language.getLanguage()) ? dutchLabel : frenchLabel;
  }

  /** Whether the regime demands it; otherwise the agreement itself added it. */
  public boolean ofRegime() {
    return source != null;
  }

  /** How many of this number of organisations have to. */
  public int needed(int parties) {
    return needed == null ? parties : needed;
  }

  /** Whether an organisation of this kind may be in it. */
  public boolean takes(String kind) {
    return partyKinds == null || kinds().contains(kind);
  }

  private Set<String> kinds() {
    return Arrays.stream(partyKinds.split(" ")).collect(Collectors.toSet());
  }
}
