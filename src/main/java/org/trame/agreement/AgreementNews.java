package org.trame.agreement;

import java.util.List;

/**
 * Something happened to an agreement that people have to be told, in the transaction in which it
 * happens.
 *
 * @param what what happened
 * @param agreement which agreement
 * @param parties organisations whose people are told
 * @param party organisation it is about, or null
 * @param reason why, in somebody's words, or empty
 */
public record AgreementNews(
    What what, Agreement agreement, List<Long> parties, Long party, String reason) {

  /** What may happen. */
  public enum What {
    SIGNATURE_ASKED,
    SIGNATURE_REMINDED,
    /** A signature was refused. */
    REFUSED,
    /** The text is taken back: signatures given are void. */
    TEXT_CHANGED,
    IN_FORCE,
    /** The text under way is given up. */
    GIVEN_UP,
    MEDIATION_OPENED,
    /** The reason is the name of the mediator. */
    MEDIATOR_NAMED,
    MEDIATION_CLOSED,
    /** It has ended. */
    ENDED
  }
}
