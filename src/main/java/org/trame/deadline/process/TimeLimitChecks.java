package org.trame.deadline.process;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.trame.deadline.TimeLimit;
import org.trame.regime.RuleCheck;
import org.trame.regime.RuleFault;
import org.trame.regime.RuleTable;
import org.trame.workflow.ModelFile;

/** Time limits that clocks can count: every cell means something, every step asked has a row. */
@Component
public class TimeLimitChecks implements RuleCheck {

  @Override
  public List<RuleFault> faults(List<RuleTable> tables, List<ModelFile> models) {
    List<RuleTable> limits = tables.stream().filter(t -> t.id().endsWith(TimeLimit.TABLE)).toList();
    List<RuleFault> faults = new ArrayList<>();
    limits.forEach(t -> faults.addAll(new TimeLimitCells(t).faults()));
    faults.addAll(new StepsAsked(models).faults(limits));
    faults.addAll(new StepsNamed(limits).faults(tables));
    return faults;
  }
}
