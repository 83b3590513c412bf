package org.trame.council;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * A sitting of the council on a programme.
 *
 * @param id technical id
 * @param attempt first, second or third convening
 * @param noticeSentOn day the convening notice left
 * @param sittingAt when the council sits
 * @param membersInOffice members in office that day: the quorum is counted on them
 * @param membersPresent present at the vote, or null before it
 * @param votesFor votes for, or null
 * @param votesAgainst votes against, or null
 * @param abstentions abstentions, or null
 * @param resolutionNumber number of the resolution, or null
 * @param outcome result, or null before the vote
 * @param reason why it was rejected, or null
 */
public record Sitting(
    long id,
    int attempt,
    LocalDate noticeSentOn,
    LocalDateTime sittingAt,
    int membersInOffice,
    Integer membersPresent,
    Integer votesFor,
    Integer votesAgainst,
    Integer abstentions,
    String resolutionNumber,
    Outcome outcome,
    String reason) {

  /** Result of a sitting. */
  public enum Outcome {
    NO_QUORUM,
    ADOPTED,
    REJECTED
  }
}
