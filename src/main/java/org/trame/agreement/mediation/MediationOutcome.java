package org.trame.agreement.mediation;

/** What comes of a mediation, and where the process goes then. */
public enum MediationOutcome {
  /** Those who refused are asked again, and the text stays as it is. */
  SIGNED("SIGN"),
  /** The text goes back to its drafters. */
  CHANGED("REVISE"),
  /** Another agreement of the programme becomes part of this one. */
  JOINT_PROJECT("REVISE"),
  /** The text goes on without one of its organisations. */
  PARTNER_LEAVES("REVISE"),
  ABANDONED("ABANDON");

  private final String next;

  MediationOutcome(String next) {
    this.next = next;
  }

  /** Value of the process variable {@code mediationOutcome}. */
  public String next() {
    return next;
  }
}
