package org.trame.deadline.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.trame.regime.RuleFault;
import org.trame.regime.RuleTable;

/**
 * The steps that other tables name in an output {@code step} or {@code limit}: those of a regime's
 * table are rows of its time limits; those of a law are rows of some regime's.
 */
final class StepsNamed {

  private static final List<String> COLUMNS = List.of("step", "limit");

  private final List<RuleTable> limits;

  StepsNamed(List<RuleTable> limits) {
    this.limits = limits;
  }

  List<RuleFault> faults(List<RuleTable> tables) {
    List<RuleFault> faults = new ArrayList<>();
    for (RuleTable table : tables) {
      List<RuleTable> own =
          limits.stream().filter(l -> folder(l.file()).equals(folder(table.file()))).toList();
      Set<String> known = steps(own.isEmpty() ? limits : own);
      for (RuleTable.Row row : table.rows()) {
        for (String column : COLUMNS) {
          String step = row.value(column);
          if (!limits.contains(table) && !step.isEmpty() && !known.contains(step)) {
            faults.add(
                new RuleFault(
                    table.file(),
                    row.number(),
                    "aucune table de délais n’a de ligne pour l’étape « %s »".formatted(step)));
          }
        }
      }
    }
    return faults;
  }

  private static Set<String> steps(List<RuleTable> limits) {
    return limits.stream()
        .flatMap(l -> l.rows().stream())
        .map(r -> r.literal(0))
        .collect(Collectors.toSet());
  }

  private static String folder(String file) {
    return file.substring(0, file.lastIndexOf('/') + 1);
  }
}
