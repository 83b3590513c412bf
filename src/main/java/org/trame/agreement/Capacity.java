package org.trame.agreement;

/** As what an organisation is there. */
public enum Capacity {
  /** Is bound by the agreement; needs a mandate to sign. */
  SIGNATORY,
  /** Gives its assent without being bound; needs a mandate to give an opinion. */
  ENDORSER,
  /** Attests that the others signed; is no signatory and needs no mandate. */
  WITNESS
}
