package org.trame.regime.process;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.trame.regime.RuleFault;

/** At most one row of a table fires; a row after one that catches all never does. */
final class OverlapCheck {

  private final ReadTable read;
  private final List<Atoms> atoms;
  private final List<List<BitSet>> fires;

  OverlapCheck(ReadTable read) {
    this.read = read;
    this.atoms = read.atoms();
    this.fires =
        read.tests().stream()
            .map(
                row ->
                    IntStream.range(0, row.size())
                        .mapToObj(i -> atoms.get(i).of(row.get(i)))
                        .toList())
            .toList();
  }

  List<RuleFault> faults() {
    return read.table().firstRowWins() ? unreachable() : overlaps();
  }

  private List<RuleFault> overlaps() {
    List<RuleFault> faults = new ArrayList<>();
    for (int later = 1; later < fires.size(); later++) {
      for (int earlier = 0; earlier < later; earlier++) {
        List<BitSet> both = both(earlier, later);
        if (both.stream().noneMatch(BitSet::isEmpty)) {
          faults.add(
              new RuleFault(
                  read.table().file(),
                  read.table().rows().get(later).number(),
                  "elle vaut en même temps que la ligne %d%s"
                      .formatted(read.table().rows().get(earlier).number(), when(both))));
        }
      }
    }
    return faults;
  }

  private List<BitSet> both(int one, int other) {
    return IntStream.range(0, atoms.size())
        .mapToObj(
            i -> {
              BitSet shared = (BitSet) fires.get(one).get(i).clone();
              shared.and(fires.get(other).get(i));
              return shared;
            })
        .toList();
  }

  private String when(List<BitSet> both) {
    String example =
        IntStream.range(0, atoms.size())
            .filter(i -> both.get(i).cardinality() < atoms.get(i).size())
            .filter(i -> !atoms.get(i).isAnyOther(both.get(i).nextSetBit(0)))
            .mapToObj(i -> value(i, both.get(i)))
            .collect(Collectors.joining(", "));
    return example.isEmpty() ? "" : " (" + example + ")";
  }

  private String value(int input, BitSet shared) {
    return read.table().inputs().get(input).name()
        + " : "
        + atoms.get(input).inWords(shared.nextSetBit(0));
  }

  private List<RuleFault> unreachable() {
    int last = fires.size() - 1;
    int all = IntStream.rangeClosed(0, last).filter(read::catchesAll).findFirst().orElse(-1);
    if (all < 0) {
      return List.of(
          RuleFault.of(
              read.table().file(),
              "la première ligne qui convient l’emporte, il faut donc une dernière ligne qui vaille"
                  + " dans tous les autres cas"));
    }
    return all == last
        ? List.of()
        : List.of(
            new RuleFault(
                read.table().file(),
                read.table().rows().get(all + 1).number(),
                "elle ne vaut jamais, la ligne %d l’emporte toujours"
                    .formatted(read.table().rows().get(all).number())));
  }
}
