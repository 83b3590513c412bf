package org.trame.regime;

import java.util.List;
import org.trame.workflow.ModelFile;

/**
 * What a module demands of the rule tables it asks. It is called before anything is deployed, with
 * tables that are whole: every cell is understood, at most one row fires, no value is left out.
 */
public interface RuleCheck {

  /**
   * What is wrong.
   *
   * @param tables every table that is about to be deployed
   * @param models every file that is about to be deployed
   */
  List<RuleFault> faults(List<RuleTable> tables, List<ModelFile> models);
}
