package org.trame.regime.process;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.trame.regime.RuleFault;

/**
 * No value is left out between those that a table knows: for every text it names, every number from
 * the lowest to the highest bound and both answers of a yes or no have a row; and every value an
 * input is declared complete for ({@code inputValues}).
 */
final class GapCheck {

  private static final Collector<CharSequence, ?, String> COMMAS = Collectors.joining(", ");

  private final ReadTable read;
  private final List<Atoms> atoms;
  private final List<Integer> order;
  private final Deque<String> path = new ArrayDeque<>();

  GapCheck(ReadTable read) {
    this.read = read;
    this.atoms = read.atoms();
    this.order =
        IntStream.range(0, atoms.size())
            .boxed()
            .sorted(java.util.Comparator.comparing(i -> isText(i) ? 0 : 1))
            .toList();
  }

  List<RuleFault> faults() {
    List<Integer> all = IntStream.range(0, read.tests().size()).boxed().toList();
    if (all.stream().anyMatch(read::catchesAll)) {
      return List.of();
    }
    return gap(all, 0).stream()
        .map(g -> RuleFault.of(read.table().file(), "aucune ligne ne vaut pour " + g))
        .toList();
  }

  /** The first combination that no row of these takes, from this place in the order on. */
  private Optional<String> gap(List<Integer> rows, int depth) {
    if (depth == order.size()) {
      return Optional.empty();
    }
    int input = order.get(depth);
    List<UnaryTest> tests = rows.stream().map(r -> read.tests().get(r).get(input)).toList();
    if (tests.stream().allMatch(UnaryTest::catchesAll)) {
      return gap(rows, depth + 1);
    }
    BitSet required = required(input, tests);
    for (int atom = 0; atom < atoms.get(input).size(); atom++) {
      int at = atom;
      List<Integer> firing =
          rows.stream()
              .filter(r -> atoms.get(input).of(read.tests().get(r).get(input)).get(at))
              .toList();
      String here =
          read.table().inputs().get(input).name() + " : " + atoms.get(input).inWords(atom);
      if (firing.isEmpty() && required.get(atom)) {
        return Optional.of(Stream.concat(path.stream(), Stream.of(here)).collect(COMMAS));
      }
      if (!firing.isEmpty() && (required.get(atom) || isText(input))) {
        path.addLast(here);
        Optional<String> deeper = gap(firing, depth + 1);
        path.removeLast();
        if (deeper.isPresent()) {
          return deeper;
        }
      }
    }
    return Optional.empty();
  }

  private BitSet required(int input, List<UnaryTest> tests) {
    UnaryTest declared = read.allowed().get(input);
    return declared.catchesAll() ? atoms.get(input).required(tests) : atoms.get(input).of(declared);
  }

  private boolean isText(int input) {
    return read.table().inputs().get(input).type().equals("string");
  }
}
