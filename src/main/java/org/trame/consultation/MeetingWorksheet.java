package org.trame.consultation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.trame.worksheet.Worksheet;

/** The page behind {@code Task_RecordMeeting}: who was there, who spoke, what was said. */
@Component
class MeetingWorksheet implements Worksheet {

  private final Meetings meetings;
  private final Opinions opinions;
  private final OpinionSubjects subjects;
  private final Wording wording;

  MeetingWorksheet(
      Meetings meetings, Opinions opinions, OpinionSubjects subjects, Wording wording) {
    this.meetings = meetings;
    this.opinions = opinions;
    this.subjects = subjects;
    this.wording = wording;
  }

  @Override
  public Set<String> tasks() {
    return Set.of("Task_RecordMeeting");
  }

  @Override
  public List<Section> sections(String subject) {
    List<Meetings.Noted> noted = meetings.noted(subject);
    return List.of(
        new Section(
            "attendance",
            List.of("seat", "person", "presence"),
            noted.stream().map(this::presence).toList(),
            "attendance",
            "",
            wording.blocking(meetings.missing(subject))),
        new Section(
            "attendance-of-others", List.of(), List.of(), "attendance-of-others", "", List.of()),
        new Section(
            "spoke",
            List.of("seat", "person", "spoke"),
            noted.stream().filter(n -> n.presence() == Presence.PRESENT).map(this::spoke).toList(),
            "spoke",
            "",
            List.of()),
        opinions(subject),
        dissents(subject));
  }

  private Row presence(Meetings.Noted noted) {
    Mandate member = noted.member();
    String presence = noted.presence() == null ? "" : noted.presence().name();
    return new Row(
        member.seat(),
        List.of(
            wording.seat(member.seat()),
            member.personName(),
            noted.presence() == null ? "" : wording.choice(noted.presence())),
        Map.of("seat", member.seat(), "presence", presence));
  }

  private Row spoke(Meetings.Noted noted) {
    Mandate member = noted.member();
    return new Row(
        member.seat(),
        List.of(wording.seat(member.seat()), member.personName(), wording.yesNo(noted.spoke())),
        Map.of("seat", member.seat(), "spoke", "true"));
  }

  private Section opinions(String subject) {
    Map<String, String> titles = subjects.titles(subject);
    List<Row> rows =
        opinions.latest(subject).stream()
            .filter(Opinion::atMeeting)
            .map(
                o ->
                    new Row(
                        String.valueOf(o.id()),
                        List.of(
                            String.valueOf(o.number()),
                            wording.seat(o.seat()),
                            wording.about(o.action(), titles),
                            wording.choice(o.position()),
                            o.text()),
                        Map.of(
                            "id",
                            String.valueOf(o.id()),
                            "seat",
                            o.seat(),
                            "about",
                            o.action() == null ? Opinions.WHOLE : o.action(),
                            "position",
                            o.position().name(),
                            "text",
                            o.text())))
            .toList();
    return new Section(
        "opinions",
        List.of("number", "seat", "about", "position", "text"),
        rows,
        "opinion",
        "",
        List.of());
  }

  private Section dissents(String subject) {
    List<Row> rows =
        meetings.dissents(subject).stream()
            .map(
                d ->
                    new Row(
                        "",
                        List.of(
                            wording.seat(d.category() + "-" + d.seatNumber()),
                            d.text(),
                            wording.day(d.annexedOn())),
                        Map.of()))
            .toList();
    return new Section(
        "dissents", List.of("seat", "text", "annexedOn"), rows, "dissent", "", List.of());
  }
}
