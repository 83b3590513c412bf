package org.trame.consultation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who takes part, and what becomes of what they say: figures by category, never by person. */
@Component
@Transactional(readOnly = true)
public class Participation {

  private final JdbcClient jdbc;
  private final Meetings meetings;

  Participation(JdbcClient jdbc, Meetings meetings) {
    this.jdbc = jdbc;
    this.meetings = meetings;
  }

  /** How many came to each recorded meeting, and how that changed since the one before. */
  public List<Turnout> turnout(String programme) {
    List<Turnout> found = new ArrayList<>();
    for (Meeting meeting : meetings.of(programme)) {
      if (meeting.outcome() != null) {
        BigDecimal share = percent(meeting.present(), meeting.members());
        BigDecimal change =
            found.isEmpty() ? null : share.subtract(found.get(found.size() - 1).percent());
        found.add(
            new Turnout(
                meeting.id(),
                meeting.round(),
                meeting.meetingAt(),
                meeting.members(),
                meeting.present(),
                share,
                change));
      }
    }
    return found;
  }

  /**
   * Designated members by category, and how many of them were never heard: took the floor at no
   * meeting, gave no opinion, annexed no dissent.
   */
  public List<Heard> heard(String programme) {
    return jdbc.sql(
            "select m.category, count(*), count(*) filter (where not exists (select 1 from"
                + " trame.meeting_attendance a where a.mandate = m.id and a.spoke) and not exists"
                + " (select 1 from trame.opinion o where o.mandate = m.id) and not exists (select"
                + " 1 from trame.dissent d where d.mandate = m.id)) from trame.commission_mandate"
                + " m join trame.commission_seat s on s.programme = m.programme and s.category ="
                + " m.category where m.programme = ? and m.designated_on is not null group by"
                + " m.category, s.position order by s.position")
        .param(programme)
        .query((row, n) -> new Heard(row.getString(1), row.getInt(2), row.getInt(3)))
        .list();
  }

  /** How much of what was said has a reply. */
  public Treatment treatment(String programme) {
    return jdbc.sql(
            "select (select count(*) from trame.opinion where programme = :p), (select count(*)"
                + " from trame.opinion o where programme = :p and not exists (select 1 from"
                + " trame.opinion_reply where opinion = o.id)), (select count(*) from"
                + " trame.observation where programme = :p), (select count(*) from"
                + " trame.observation o where programme = :p and not exists (select 1 from"
                + " trame.observation_reply where observation = o.id))")
        .param("p", programme)
        .query(
            (row, n) -> new Treatment(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4)))
        .single();
  }

  private static BigDecimal percent(int part, int whole) {
    return whole == 0
        ? BigDecimal.ZERO
        : BigDecimal.valueOf(part * 100L)
            .divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_UP);
  }

  /**
   * A meeting in figures.
   *
   * @param meeting id of the meeting
   * @param round number of the consultation
   * @param meetingAt when
   * @param members members in office
   * @param present members present
   * @param percent present in percent of the members
   * @param change in percentage points since the meeting before, or null
   */
  public record Turnout(
      long meeting,
      int round,
      LocalDateTime meetingAt,
      int members,
      int present,
      BigDecimal percent,
      BigDecimal change) {}

  /**
   * A category in figures.
   *
   * @param category code
   * @param members designated members
   * @param neverHeard those never heard
   */
  public record Heard(String category, int members, int neverHeard) {}

  /**
   * Opinions and observations, and those without a reply.
   *
   * @param opinions opinions of members
   * @param opinionsUntreated those without a reply
   * @param observations observations of the public inquiries
   * @param observationsUntreated those without a reply
   */
  public record Treatment(
      int opinions, int opinionsUntreated, int observations, int observationsUntreated) {

    /** Share without a reply in percent; empty if nothing was said. */
    public Optional<BigDecimal> untreatedPercent() {
      int all = opinions + observations;
      return all == 0
          ? Optional.empty()
          : Optional.of(percent(opinionsUntreated + observationsUntreated, all));
    }
  }
}
