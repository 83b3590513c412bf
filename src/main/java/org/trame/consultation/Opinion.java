package org.trame.consultation;

import java.time.LocalDate;

/**
 * An opinion of a member of the commission, without the member's name.
 *
 * @param id technical id
 * @param round number of the consultation it was given in
 * @param number number within the programme; the reply names it
 * @param category category of the author's seat
 * @param seatNumber number of the author's seat
 * @param action code of the action, or null: the programme as a whole
 * @param position what it comes to
 * @param text the opinion
 * @param givenOn day it was given
 * @param atMeeting whether it was given at a meeting
 * @param reply the reply, or null as long as there is none
 */
public record Opinion(
    long id,
    int round,
    int number,
    String category,
    int seatNumber,
    String action,
    Position position,
    String text,
    LocalDate givenOn,
    boolean atMeeting,
    Reply reply) {

  /** What the author's seat is called. */
  public String seat() {
    return category + "-" + seatNumber;
  }
}
