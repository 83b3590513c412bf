package org.trame.evaluation;

import java.util.List;
import java.util.Map;

/** The accounts that may evaluate. */
public interface EvaluatorAccounts {

  /** Names by account, of the members of a group, in the order of their names. */
  Map<String, String> members(String group);

  /** The groups an account belongs to. */
  List<String> groupsOf(String account);
}
