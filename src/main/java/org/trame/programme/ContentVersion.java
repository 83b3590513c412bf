package org.trame.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * A version of a programme's content. Its content never changes.
 *
 * @param number 1 for the first
 * @param reason code of the message {@code version.<reason>}, or words
 * @param createdAt when it was frozen
 * @param approvedOn day it was approved, or null
 * @param excluded actions that the approval left out, with the reason of each
 * @param content what was frozen, excluded actions included
 */
public record ContentVersion(
    int number,
    String reason,
    Instant createdAt,
    LocalDate approvedOn,
    Map<String, String> excluded,
    Content content) {

  /** Whether it was approved, in whole or in part. */
  public boolean approved() {
    return approvedOn != null;
  }

  /** The content without the actions that the approval left out. */
  public Content inForce() {
    return content.without(excluded.keySet());
  }
}
