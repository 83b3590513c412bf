package org.trame.evaluation;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The words that make the name of an organisation, without accents, capitals, articles and legal
 * forms: two spellings of one name are equal.
 */
record OrganisationName(Set<String> words) {

  static OrganisationName of(String name, Set<String> ignored) {
    Set<String> all =
        Arrays.stream(
                Normalizer.normalize(name, Normalizer.Form.NFD)
                    .replaceAll("\\p{M}", "")
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("(?<=\\b[a-z])\\.(?=[a-z]\\b)", "")
                    .split("[^a-z0-9]+"))
            .filter(w -> !w.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> kept = new TreeSet<>(all);
    kept.removeAll(ignored);
    return new OrganisationName(kept.isEmpty() ? all : kept);
  }

  /** Whether this is the other organisation or, the other's name being long enough, part of it. */
  boolean belongsTo(OrganisationName other) {
    return words.equals(other.words) || other.words.size() > 1 && words.containsAll(other.words);
  }

  /** Whether the name is made of nothing but these words. */
  boolean madeOf(Set<String> some, Set<String> others) {
    return words.stream().allMatch(w -> some.contains(w) || others.contains(w));
  }
}
