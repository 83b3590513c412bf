package org.trame.consultation;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.input.Check;
import org.trame.input.Refusal;
import org.trame.input.Violation;
import org.trame.ledger.Ledger;
import org.trame.programme.Programmes;
import org.trame.regime.Regimes;
import org.trame.regime.Rule;

/** The meetings of the commissions: convening, presence, quorum. */
@Component
@Transactional
public class Meetings {

  private final JdbcClient jdbc;
  private final Consultations consultations;
  private final Commission commission;
  private final Mandates mandates;
  private final Programmes programmes;
  private final Regimes regimes;
  private final Ledger ledger;
  private final Clock time;

  Meetings(
      JdbcClient jdbc,
      Consultations consultations,
      Commission commission,
      Mandates mandates,
      Programmes programmes,
      Regimes regimes,
      Ledger ledger,
      Clock time) {
    this.jdbc = jdbc;
    this.consultations = consultations;
    this.commission = commission;
    this.mandates = mandates;
    this.programmes = programmes;
    this.regimes = regimes;
    this.ledger = ledger;
    this.time = time;
  }

  /** The meetings of all consultations with who was there, oldest first: two queries. */
  @Transactional(readOnly = true)
  public List<Meeting> of(String programme) {
    Map<Long, List<Meeting.CategoryAttendance>> attendance = attendance(programme);
    return jdbc
        .sql(
            "select m.*, r.number as round_number from trame.commission_meeting m join"
                + " trame.consultation_round r on r.id = m.round where m.programme = ? order by"
                + " m.id")
        .param(programme)
        .query(Meetings::read)
        .list()
        .stream()
        .map(m -> m.with(attendance.getOrDefault(m.id(), List.of())))
        .toList();
  }

  private Map<Long, List<Meeting.CategoryAttendance>> attendance(String programme) {
    Map<Long, List<Meeting.CategoryAttendance>> found = new HashMap<>();
    jdbc.sql(
            "select a.meeting, m.category, count(*) filter (where presence = 'PRESENT'), count(*)"
                + " filter (where presence = 'EXCUSED'), count(*) filter (where presence ="
                + " 'ABSENT'), count(*) filter (where spoke) from trame.meeting_attendance a join"
                + " trame.commission_mandate m on m.id = a.mandate join trame.commission_seat s on"
                + " s.programme = m.programme and s.category = m.category where a.programme = ?"
                + " group by a.meeting, m.category, s.position order by a.meeting, s.position")
        .param(programme)
        .query(
            row -> {
              found
                  .computeIfAbsent(row.getLong(1), k -> new ArrayList<>())
                  .add(
                      new Meeting.CategoryAttendance(
                          row.getString(2),
                          row.getInt(3),
                          row.getInt(4),
                          row.getInt(5),
                          row.getInt(6)));
            });
    return found;
  }

  /**
   * Convenes the commission.
   *
   * @return the meeting
   * @throws Refusal if it has no members, the meeting is not to come, or the documents left too
   *     late for the members to read them
   */
  public Meeting convene(String programme, ConveneMeeting notice) {
    InternalRules rules = commission.rules(programme);
    LocalDate day = notice.meetingAt().toLocalDate();
    LocalDate earliest = notice.documentsSentOn().plusDays(rules.documentsDays());
    boolean inTime =
        ChronoUnit.DAYS.between(notice.documentsSentOn(), day) >= rules.documentsDays();
    new Check()
        .that(
            !mandates.members(programme, day).isEmpty(),
            "meetingAt",
            "refusal.meeting.noMembers",
            day)
        .that(
            notice.meetingAt().isAfter(LocalDateTime.now(time)),
            "meetingAt",
            "refusal.meeting.past")
        .that(
            !notice.documentsSentOn().isAfter(today()),
            "documentsSentOn",
            "refusal.consultation.future",
            notice.documentsSentOn())
        .that(
            inTime || rules.adoptedOn() != null,
            "meetingAt",
            "refusal.meeting.documents",
            rules.documentsDays(),
            earliest,
            rules.source())
        .that(
            inTime || rules.adoptedOn() == null,
            "meetingAt",
            "refusal.meeting.documentsByRules",
            rules.documentsDays(),
            earliest,
            String.valueOf(rules.adoptedOn()))
        .done();
    int convening = nextConvening(programme);
    jdbc.sql(
            "insert into trame.commission_meeting (programme, round, convening, meeting_at, place,"
                + " agenda, documents_sent_on, quorum_percent) values (?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            programme,
            consultations.latest(programme).id(),
            convening,
            Timestamp.valueOf(notice.meetingAt()),
            notice.place(),
            notice.agenda(),
            Date.valueOf(notice.documentsSentOn()),
            rules.quorumPercent())
        .update();
    ledger.record(
        programme,
        "meeting-convened",
        Map.of(
            "convening", convening,
            "meetingAt", notice.meetingAt().toString(),
            "place", notice.place(),
            "documentsSentOn", notice.documentsSentOn().toString(),
            "source", rules.source()));
    return last(programme);
  }

  private int nextConvening(String programme) {
    int round = consultations.latest(programme).number();
    return of(programme).stream()
        .filter(m -> m.round() == round)
        .reduce((a, b) -> b)
        .filter(m -> m.outcome() == Meeting.Outcome.NO_QUORUM)
        .map(m -> m.convening() + 1)
        .orElse(1);
  }

  /** Notes whether a member was there. */
  public void note(String programme, Attendance attendance) {
    Meeting meeting = held(programme);
    Mandate member = member(programme, attendance.seat(), meeting);
    write(programme, meeting, member, attendance.presence());
  }

  /** Notes the same of all members nothing is noted of. */
  public void noteOthers(String programme, AttendanceOfOthers others) {
    Meeting meeting = held(programme);
    withoutAttendance(programme, meeting)
        .forEach(member -> write(programme, meeting, member, others.presence()));
  }

  private void write(String programme, Meeting meeting, Mandate member, Presence presence) {
    jdbc.sql(
            "insert into trame.meeting_attendance (programme, meeting, mandate, presence) values"
                + " (?, ?, ?, ?) on conflict (meeting, mandate) do update set presence ="
                + " excluded.presence, spoke = trame.meeting_attendance.spoke and"
                + " excluded.presence = 'PRESENT'")
        .params(programme, meeting.id(), member.id(), presence.name())
        .update();
  }

  /**
   * Notes that a member took the floor.
   *
   * @throws Refusal if the member was not present
   */
  public void spoke(String programme, Spoke spoke) {
    Meeting meeting = held(programme);
    Mandate member = member(programme, spoke.seat(), meeting);
    int noted =
        jdbc.sql(
                "update trame.meeting_attendance set spoke = ? where meeting = ? and mandate = ?"
                    + " and presence = 'PRESENT'")
            .params(!Boolean.FALSE.equals(spoke.spoke()), meeting.id(), member.id())
            .update();
    if (noted == 0) {
      throw Refusal.at("seat", "refusal.meeting.notPresent", Mandate.said(spoke.seat()));
    }
  }

  /** Annexes a minority position. */
  public void annex(String programme, Dissent dissent) {
    Meeting meeting = held(programme);
    Mandate member = member(programme, dissent.seat(), meeting);
    jdbc.sql(
            "insert into trame.dissent (programme, meeting, mandate, text, annexed_on) values (?,"
                + " ?, ?, ?, ?)")
        .params(programme, meeting.id(), member.id(), dissent.text(), Date.valueOf(today()))
        .update();
    ledger.record(
        programme,
        "dissent-annexed",
        Map.of("category", member.category(), "number", member.number()));
  }

  /** The minority positions of all meetings, oldest first. */
  @Transactional(readOnly = true)
  public List<AnnexedDissent> dissents(String programme) {
    return jdbc.sql(
            "select d.meeting, m.category, m.seat, d.text, d.annexed_on from trame.dissent d join"
                + " trame.commission_mandate m on m.id = d.mandate where d.programme = ? order by"
                + " d.id")
        .param(programme)
        .query(
            (row, n) ->
                new AnnexedDissent(
                    row.getLong(1),
                    row.getString(2),
                    row.getInt(3),
                    row.getString(4),
                    row.getDate(5).toLocalDate()))
        .list();
  }

  /** Why the last meeting cannot be recorded yet. */
  @Transactional(readOnly = true)
  public List<Violation> missing(String programme) {
    Meeting meeting = last(programme);
    if (meeting.meetingAt().isAfter(LocalDateTime.now(time))) {
      return List.of(Violation.at("", "refusal.meeting.notYet", meeting.meetingAt()));
    }
    int unknown = withoutAttendance(programme, meeting).size();
    return unknown == 0
        ? List.of()
        : List.of(Violation.at("", "refusal.meeting.attendance", unknown));
  }

  /**
   * Closes the record of the last meeting.
   *
   * @return whether the commission meets again: too few were present, or it wishes to
   * @throws Refusal if it has not taken place, or the presence of a member is not noted
   */
  public boolean record(String programme, RecordMeeting record) {
    Commission.refuseIfAny(missing(programme));
    Meeting meeting = last(programme);
    int members = mandates.members(programme, meeting.meetingAt().toLocalDate()).size();
    int present = meeting.attendance().stream().mapToInt(Meeting.CategoryAttendance::present).sum();
    Rule free = regimes.parameter(programmes.get(programme).regime(), "commission-free-convening");
    boolean quorum = present * 100 >= meeting.quorumPercent() * members;
    Meeting.Outcome outcome =
        quorum
            ? Meeting.Outcome.QUORUM
            : meeting.convening() >= free.integer("value")
                ? Meeting.Outcome.WHATEVER_THE_NUMBER
                : Meeting.Outcome.NO_QUORUM;
    jdbc.sql(
            "update trame.commission_meeting set members = ?, present = ?, outcome = ? where id ="
                + " ?")
        .params(members, present, outcome.name(), meeting.id())
        .update();
    ledger.record(
        programme,
        "meeting-recorded",
        Map.of(
            "meetingAt",
            meeting.meetingAt().toString(),
            "members",
            members,
            "present",
            present,
            "percent",
            meeting.quorumPercent(),
            "outcome",
            outcome.name(),
            "source",
            quorum ? commission.rules(programme).source() : free.source()));
    return outcome == Meeting.Outcome.NO_QUORUM || Boolean.TRUE.equals(record.anotherMeeting());
  }

  /** The members at the last meeting and what is noted of each. */
  List<Noted> noted(String programme) {
    return noted(programme, last(programme));
  }

  /** The members in office on the day of a meeting and what is noted of each. */
  List<Noted> noted(String programme, Meeting meeting) {
    Map<Long, String> presence = new HashMap<>();
    Map<Long, Boolean> spoke = new HashMap<>();
    jdbc.sql("select mandate, presence, spoke from trame.meeting_attendance where meeting = ?")
        .param(meeting.id())
        .query(
            row -> {
              presence.put(row.getLong(1), row.getString(2));
              spoke.put(row.getLong(1), row.getBoolean(3));
            });
    return mandates.members(programme, meeting.meetingAt().toLocalDate()).stream()
        .map(
            m ->
                new Noted(
                    m,
                    presence.containsKey(m.id()) ? Presence.valueOf(presence.get(m.id())) : null,
                    spoke.getOrDefault(m.id(), false)))
        .toList();
  }

  /** A member at a meeting; the presence is null if not noted. */
  record Noted(Mandate member, Presence presence, boolean spoke) {}

  private List<Mandate> withoutAttendance(String programme, Meeting meeting) {
    return noted(programme).stream().filter(n -> n.presence() == null).map(Noted::member).toList();
  }

  /** The last meeting, once it has begun. */
  Meeting held(String programme) {
    Meeting meeting = last(programme);
    if (meeting.meetingAt().isAfter(LocalDateTime.now(time))) {
      throw Refusal.of("refusal.meeting.notYet", meeting.meetingAt());
    }
    return meeting;
  }

  /** The member in this seat on the day of the meeting. */
  Mandate member(String programme, String seat, Meeting meeting) {
    return mandates.members(programme, meeting.meetingAt().toLocalDate()).stream()
        .filter(m -> m.seat().equals(seat))
        .findFirst()
        .orElseThrow(() -> Refusal.at("seat", "refusal.consultation.noSeat", Mandate.said(seat)));
  }

  private Meeting last(String programme) {
    List<Meeting> all = of(programme);
    return all.get(all.size() - 1);
  }

  private LocalDate today() {
    return LocalDate.now(time);
  }

  private static Meeting read(ResultSet row, int n) throws SQLException {
    String outcome = row.getString("outcome");
    return new Meeting(
        row.getLong("id"),
        row.getInt("round_number"),
        row.getInt("convening"),
        row.getTimestamp("meeting_at").toLocalDateTime(),
        row.getString("place"),
        row.getString("agenda"),
        row.getDate("documents_sent_on").toLocalDate(),
        row.getInt("quorum_percent"),
        (Integer) row.getObject("members"),
        (Integer) row.getObject("present"),
        outcome == null ? null : Meeting.Outcome.valueOf(outcome),
        List.of());
  }
}
