package org.trame.supervision;

/**
 * The acts subject to approval (ordinance of 14 May 1998, art. 13), in the order of the article.
 */
public enum ActKind {
  /** 1°. */
  STAFF_ESTABLISHMENT,
  /** 2°. */
  RECRUITMENT,
  /** 3°. */
  PAY,
  /** 4°. */
  PENSIONS,
  /** 5°. */
  REMOVAL,
  /** 6°. */
  BUDGET,
  /** 7°. */
  ACCOUNTS,
  /** 8°. */
  URGENT_EXPENDITURE,
  /** 9°. */
  LOANS,
  /** 10°. */
  MUNICIPAL_ENTERPRISE,
  /** 11°. */
  AUTONOMOUS_ENTERPRISE,
  /** 12°. */
  CONTRACT,
  /** 12°, subsidised under the ordinance of 7 October 1993. */
  SUBSIDISED_CONTRACT
}
