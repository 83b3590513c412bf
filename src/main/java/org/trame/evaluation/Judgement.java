package org.trame.evaluation;

/** Whether an objective was reached. */
public enum Judgement {
  REACHED,
  PARTLY,
  NOT_REACHED
}
