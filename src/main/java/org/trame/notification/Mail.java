package org.trame.notification;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A message to one person, and how far it got.
 *
 * @param id technical id
 * @param account to whom
 * @param forDay the day whose announcements it makes one message of
 * @param messageId its {@code Message-ID}, the same at each attempt
 * @param language {@code fr} or {@code nl}
 * @param subject its subject
 * @param state how far it got
 * @param keptWhy why it is not sent, or null
 * @param attempts how often it was tried in vain
 * @param nextTryAt when it is tried next, if it is ready
 * @param lastError what the mail server said last, or what went wrong, or null
 * @param composedAt when it was written
 * @param sentAt when the server took it, or null
 */
public record Mail(
    int id,
    String account,
    LocalDate forDay,
    String messageId,
    String language,
    String subject,
    State state,
    KeptWhy keptWhy,
    int attempts,
    Instant nextTryAt,
    String lastError,
    Instant composedAt,
    Instant sentAt) {

  /** How far a mail got. */
  public enum State {
    /** Written; it is sent at the next opportunity. */
    READY,
    /** A node is about to write its last line. */
    SENDING,
    /** The server took it. */
    SENT,
    /** The server refused it for good. */
    FAILED,
    /** The last line was perhaps written and nobody knows whether the server took it. */
    UNCERTAIN,
    /** It is not sent, only shown. */
    KEPT
  }

  /** Why a mail is not sent. */
  public enum KeptWhy {
    /** No mail server is configured. */
    NO_SERVER,
    /** No address is known. */
    NO_ADDRESS,
    /** The person wants no e-mails. */
    SWITCHED_OFF
  }

  /** Whether an administrator may have it sent (again). */
  public boolean canGoAgain() {
    return state == State.FAILED
        || state == State.UNCERTAIN
        || (state == State.KEPT && keptWhy != KeptWhy.SWITCHED_OFF);
  }

  /** Whether somebody has to look at it. */
  public boolean isTroubled() {
    return state == State.FAILED
        || state == State.UNCERTAIN
        || (state == State.READY && lastError != null);
  }
}
