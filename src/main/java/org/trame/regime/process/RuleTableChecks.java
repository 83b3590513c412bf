package org.trame.regime.process;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.trame.platform.StartupFailure;
import org.trame.regime.RuleCheck;
import org.trame.regime.RuleFault;
import org.trame.regime.RuleTable;
import org.trame.workflow.ModelCheck;
import org.trame.workflow.ModelFile;

/**
 * Refuses a start whose rule tables are not whole: a row without a source, a cell that is not
 * understood, two rows that can fire together, a value left out, and what the modules that ask the
 * tables demand besides.
 */
@Component
public class RuleTableChecks implements ModelCheck {

  private final List<RuleCheck> demands;

  /**
   * @param demands what modules demand of the tables they ask
   */
  public RuleTableChecks(List<RuleCheck> demands) {
    this.demands = demands;
  }

  @Override
  public void check(List<ModelFile> models) {
    List<RuleFault> faults = faults(models);
    if (!faults.isEmpty()) {
      throw new StartupFailure(faults.get(0).sentence());
    }
  }

  /** Everything that is wrong, the first to be mended first. */
  public List<RuleFault> faults(List<ModelFile> models) {
    List<RuleFault> faults = new ArrayList<>();
    List<RuleTable> tables = new ArrayList<>();
    Map<String, String> files = new HashMap<>();
    for (ModelFile file : models.stream().filter(m -> m.is(".dmn")).toList()) {
      TableReader reader = new TableReader(file);
      faults.addAll(reader.faults());
      if (reader.faults().isEmpty()) {
        tables.add(reader.table());
        faults.addAll(faultsOf(reader.table()));
      }
      String other = files.putIfAbsent(file.id(), file.name());
      if (other != null) {
        faults.add(RuleFault.of(file.name(), "la table de %s porte le même nom".formatted(other)));
      }
    }
    if (faults.isEmpty()) {
      demands.forEach(d -> faults.addAll(d.faults(tables, models)));
    }
    faults.sort(Comparator.comparing(RuleFault::file).thenComparing(RuleFault::row));
    return faults;
  }

  private static List<RuleFault> faultsOf(RuleTable table) {
    List<RuleFault> faults = new ArrayList<>();
    List<List<UnaryTest>> tests = new ArrayList<>();
    for (RuleTable.Row row : table.rows()) {
      List<UnaryTest> read = new ArrayList<>();
      for (int i = 0; i < table.inputs().size(); i++) {
        read.add(test(table, row.number(), table.inputs().get(i), row.tests().get(i), faults));
      }
      tests.add(read);
    }
    List<UnaryTest> allowed = new ArrayList<>();
    table.inputs().forEach(i -> allowed.add(test(table, 0, i, i.allowed(), faults)));
    if (faults.isEmpty()) {
      ReadTable whole = new ReadTable(table, tests, allowed);
      faults.addAll(new OverlapCheck(whole).faults());
      faults.addAll(new GapCheck(whole).faults());
    }
    return faults;
  }

  private static UnaryTest test(
      RuleTable table, int row, RuleTable.Column column, String text, List<RuleFault> faults) {
    try {
      return UnaryTests.parse(text, column.type());
    } catch (NotUnderstood e) {
      faults.add(
          new RuleFault(
              table.file(), row, "colonne « %s », %s".formatted(column.name(), e.getMessage())));
      return new UnaryTest.Any();
    }
  }
}
