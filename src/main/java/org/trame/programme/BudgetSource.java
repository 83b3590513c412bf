package org.trame.programme;

/** Who pays. */
public enum BudgetSource {
  REGION,
  FEDERAL,
  MUNICIPALITY,
  /** Anybody else; no envelope limits it. */
  OTHER
}
