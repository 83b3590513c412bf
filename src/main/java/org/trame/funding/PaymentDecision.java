package org.trame.funding;

/** What becomes of a payment order. */
public enum PaymentDecision {
  APPROVED,
  REFUSED
}
