package org.trame.consultation;

import java.time.LocalDate;

/**
 * An observation of a public inquiry.
 *
 * @param id technical id
 * @param number number within the inquiry; the reply names it
 * @param receivedOn day it came
 * @param channel how it came
 * @param author who speaks, by category
 * @param action code of the action, or null: the programme as a whole
 * @param text the observation
 * @param typedOn day it was typed in
 * @param reply the reply, or null as long as there is none
 */
public record Observation(
    long id,
    int number,
    LocalDate receivedOn,
    Channel channel,
    Author author,
    String action,
    String text,
    LocalDate typedOn,
    Reply reply) {

  /** How an observation comes. */
  public enum Channel {
    PAPER,
    MAIL,
    MEETING
  }

  /** Who speaks. */
  public enum Author {
    INHABITANT,
    OWNER,
    SHOPKEEPER,
    ASSOCIATION,
    PUBLIC_BODY,
    OTHER
  }
}
