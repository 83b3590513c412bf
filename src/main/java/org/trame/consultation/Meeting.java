package org.trame.consultation;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * A meeting of the commission.
 *
 * @param id technical id
 * @param round number of the consultation it belongs to, 1 for the first
 * @param convening 1, or more after meetings without quorum
 * @param meetingAt when
 * @param place where
 * @param agenda what about
 * @param documentsSentOn day the documents were sent
 * @param quorumPercent share of the members whose presence was required
 * @param members members in office that day, or null before it is recorded
 * @param present members present, or null
 * @param outcome whether it could deliberate, or null
 * @param attendance who was there, by category, as far as noted
 */
public record Meeting(
    long id,
    int round,
    int convening,
    LocalDateTime meetingAt,
    String place,
    String agenda,
    LocalDate documentsSentOn,
    int quorumPercent,
    Integer members,
    Integer present,
    Outcome outcome,
    List<CategoryAttendance> attendance) {

  Meeting with(List<CategoryAttendance> byCategory) {
    return new Meeting(
        id,
        round,
        convening,
        meetingAt,
        place,
        agenda,
        documentsSentOn,
        quorumPercent,
        members,
        present,
        outcome,
        byCategory);
  }

  /** Whether the commission could deliberate. */
  public enum Outcome {
    /** Enough members were present. */
    QUORUM,
    /** Too few: it is convened again. */
    NO_QUORUM,
    /** Too few, but it had been convened again: it deliberated. */
    WHATEVER_THE_NUMBER
  }

  /**
   * A category at a meeting.
   *
   * @param category code
   * @param present members present
   * @param excused members excused
   * @param absent members absent without excuse
   * @param spoke members who took the floor
   */
  public record CategoryAttendance(
      String category, int present, int excused, int absent, int spoke) {}
}
