package org.trame.regime.process;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.trame.regime.RuleTable;

/**
 * The values of an input, cut into the fewest parts that no test of the table divides: each row
 * fires for all of a part or for none of it.
 */
final class Atoms {

  private final String type;
  private final List<String> words;
  private final List<Segment> segments;

  private Atoms(String type, List<String> words, List<Segment> segments) {
    this.type = type;
    this.words = words;
    this.segments = segments;
  }

  static Atoms of(RuleTable.Column column, Collection<UnaryTest> tests) {
    TreeSet<String> words = new TreeSet<>();
    TreeSet<Cut> cuts = new TreeSet<>();
    for (UnaryTest test : tests) {
      if (test instanceof UnaryTest.Words literal) {
        words.addAll(literal.words());
      } else if (test instanceof UnaryTest.Numbers numbers) {
        for (Segment segment : numbers.segments()) {
          addTo(cuts, segment.from());
          addTo(cuts, segment.to());
        }
      }
    }
    return new Atoms(column.type(), List.copyOf(words), between(cuts));
  }

  private static void addTo(TreeSet<Cut> cuts, Cut cut) {
    if (cut != null) {
      cuts.add(cut);
    }
  }

  private static List<Segment> between(TreeSet<Cut> cuts) {
    List<Segment> segments = new ArrayList<>();
    Cut last = null;
    for (Cut cut : cuts) {
      segments.add(new Segment(last, cut));
      last = cut;
    }
    segments.add(new Segment(last, null));
    return segments;
  }

  int size() {
    return switch (type) {
      case "string" -> words.size() + 1;
      case "boolean" -> 2;
      default -> segments.size();
    };
  }

  /** The parts a test is true of. */
  BitSet of(UnaryTest test) {
    BitSet found = new BitSet(size());
    for (int i = 0; i < size(); i++) {
      found.set(i, passes(i, test));
    }
    return found;
  }

  private boolean passes(int atom, UnaryTest test) {
    if (test instanceof UnaryTest.Words literal) {
      boolean named = atom < words.size() && literal.words().contains(words.get(atom));
      return named != literal.not();
    } else if (test instanceof UnaryTest.YesNo yesNo) {
      return yesNo.values().contains(atom == 1);
    } else if (test instanceof UnaryTest.Numbers numbers) {
      return numbers.segments().stream().anyMatch(s -> s.contains(segments.get(atom)));
    }
    return true;
  }

  /**
   * The parts that these tests together may not leave out: both answers of a yes or no, and every
   * number between the lowest and the highest bound; of numbers with decimals, only if one test is
   * more than single values.
   */
  BitSet required(Collection<UnaryTest> tests) {
    BitSet required = new BitSet(size());
    if (type.equals("boolean")) {
      required.set(0, 2, tests.stream().anyMatch(UnaryTest.YesNo.class::isInstance));
    } else if (!type.equals("string")) {
      List<Segment> used =
          tests.stream()
              .filter(UnaryTest.Numbers.class::isInstance)
              .flatMap(t -> ((UnaryTest.Numbers) t).segments().stream())
              .toList();
      TreeSet<Cut> cuts = new TreeSet<>();
      used.forEach(
          s -> {
            addTo(cuts, s.from());
            addTo(cuts, s.to());
          });
      boolean counts = type.equals("integer") || used.stream().anyMatch(s -> !s.isPoint());
      if (counts && !cuts.isEmpty()) {
        Segment whole = new Segment(cuts.first(), cuts.last());
        for (int i = 0; i < segments.size(); i++) {
          required.set(i, whole.contains(segments.get(i)));
        }
      }
    }
    return required;
  }

  /** Whether the part is a text no row names. */
  boolean isAnyOther(int atom) {
    return type.equals("string") && atom == words.size();
  }

  /** As the French operator reads it. */
  String inWords(int atom) {
    return switch (type) {
      case "string" -> isAnyOther(atom) ? "tout autre texte" : "« " + words.get(atom) + " »";
      case "boolean" -> atom == 1 ? "vrai" : "faux";
      default -> segments.get(atom).inWords(type.equals("integer"));
    };
  }
}
