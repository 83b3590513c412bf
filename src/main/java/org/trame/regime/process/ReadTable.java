package org.trame.regime.process;

import java.util.List;
import java.util.stream.IntStream;
import org.trame.regime.RuleTable;

/**
 * A table all of whose tests are understood.
 *
 * @param table the table
 * @param tests its tests, by row and input
 * @param allowed by input: test of all values it is declared complete for, {@code Any} if none
 */
record ReadTable(RuleTable table, List<List<UnaryTest>> tests, List<UnaryTest> allowed) {

  /** The tests of an input, by row. */
  List<UnaryTest> column(int input) {
    return tests.stream().map(row -> row.get(input)).toList();
  }

  /** The parts the values of each input fall into. */
  List<Atoms> atoms() {
    return IntStream.range(0, table.inputs().size())
        .mapToObj(
            i -> {
              List<UnaryTest> all = new java.util.ArrayList<>(column(i));
              all.add(allowed.get(i));
              return Atoms.of(table.inputs().get(i), all);
            })
        .toList();
  }

  /** Whether this row fires whatever the inputs. */
  boolean catchesAll(int row) {
    return tests.get(row).stream().allMatch(UnaryTest::catchesAll);
  }
}
