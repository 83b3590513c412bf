package org.trame.agreement.mediation;

/** Whether the parties accept a mediator. */
public enum MediatorFound {
  NAMED,
  /** They accept none, and the text goes back to its drafters. */
  NONE_REVISE,
  /** They accept none, and the text is given up. */
  NONE_ABANDON
}
