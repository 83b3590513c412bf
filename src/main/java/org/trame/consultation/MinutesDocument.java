package org.trame.consultation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.trame.document.DocumentSource;
import org.trame.document.DocumentTexts;
import org.trame.document.Issuer;
import org.trame.programme.Programme;

/**
 * The minutes of a meeting of the commission (its id) that is recorded: seats, never names, since
 * opinions belong to a seat.
 */
@Component
class MinutesDocument implements DocumentSource {

  private final Meetings meetings;
  private final Opinions opinions;
  private final OpinionSubjects subjects;
  private final DocumentWords words;

  MinutesDocument(
      Meetings meetings, Opinions opinions, OpinionSubjects subjects, DocumentWords words) {
    this.meetings = meetings;
    this.opinions = opinions;
    this.subjects = subjects;
    this.words = words;
  }

  @Override
  public String kind() {
    return "meeting-minutes";
  }

  @Override
  public Issuer issuer() {
    return Issuer.MUNICIPALITY;
  }

  @Override
  public List<String> references(Programme programme) {
    return meetings.of(programme.id()).stream()
        .filter(m -> m.outcome() != null)
        .map(m -> Long.toString(m.id()))
        .toList();
  }

  @Override
  public Optional<Map<String, Object>> values(
      Programme programme, String reference, Locale language) {
    return meetings.of(programme.id()).stream()
        .filter(m -> Long.toString(m.id()).equals(reference))
        .filter(m -> m.outcome() != null)
        .findFirst()
        .map(m -> values(programme.id(), m, language));
  }

  private Map<String, Object> values(String programme, Meeting meeting, Locale language) {
    Map<String, String> titles = subjects.titles(programme);
    List<Map<String, Object>> seats =
        meetings.noted(programme, meeting).stream()
            .filter(n -> n.presence() != null)
            .map(n -> seat(language, n.member(), n.presence(), n.spoke()))
            .toList();
    List<Map<String, Object>> given =
        opinions.atMeeting(programme, meeting.id()).stream()
            .map(
                o ->
                    opinion(
                        o.number(),
                        words.seat(language, o.category(), o.seatNumber()),
                        words.about(language, o.action(), titles),
                        words.choice(language, o.position()),
                        o.text()))
            .toList();
    List<Map<String, Object>> dissents =
        meetings.dissents(programme).stream()
            .filter(d -> d.meeting() == meeting.id())
            .map(
                d ->
                    dissent(
                        words.seat(language, d.category(), d.seatNumber()),
                        DocumentTexts.day(language, d.annexedOn()),
                        d.text()))
            .toList();
    Map<String, Object> values = new HashMap<>();
    values.put("meetingOn", DocumentTexts.day(language, meeting.meetingAt().toLocalDate()));
    values.put("hour", DocumentTexts.hour(meeting.meetingAt()));
    values.put("place", meeting.place());
    values.put("convening", meeting.convening());
    values.put("agenda", meeting.agenda());
    values.put("documentsSentOn", DocumentTexts.day(language, meeting.documentsSentOn()));
    values.put("members", meeting.members());
    values.put("present", meeting.present());
    values.put("quorumPercent", meeting.quorumPercent());
    values.put("quorum", meeting.outcome() == Meeting.Outcome.QUORUM);
    values.put("noQuorum", meeting.outcome() == Meeting.Outcome.NO_QUORUM);
    values.put("whateverTheNumber", meeting.outcome() == Meeting.Outcome.WHATEVER_THE_NUMBER);
    values.put("seats", seats);
    values.put("opinions", given);
    values.put("anyOpinion", !given.isEmpty());
    values.put("dissents", dissents);
    values.put("anyDissent", !dissents.isEmpty());
    return values;
  }

  private Map<String, Object> seat(
      Locale language, Mandate member, Presence presence, boolean spoke) {
    return Map.of(
        "seat", words.seat(language, member.category(), member.number()),
        "presence", words.choice(language, presence),
        "spoke", spoke);
  }

  private static Map<String, Object> opinion(
      int number, String seat, String about, String position, String text) {
    return Map.of(
        "number", number, "seat", seat, "about", about, "position", position, "text", text);
  }

  private static Map<String, Object> dissent(String seat, String annexedOn, String text) {
    return Map.of("seat", seat, "annexedOn", annexedOn, "text", text);
  }

  @Override
  public Map<String, Object> example(Locale language) {
    String seat = words.seat(language, "INHABITANT", 3);
    String day = DocumentTexts.day(language, LocalDate.of(2026, 2, 17));
    Map<String, Object> values = new HashMap<>();
    values.put("meetingOn", day);
    values.put("hour", "18:30");
    values.put("place", "Chaussée d’Ixelles 168");
    values.put("convening", 1);
    values.put("agenda", DocumentTexts.EXAMPLE);
    values.put("documentsSentOn", DocumentTexts.day(language, LocalDate.of(2026, 2, 3)));
    values.put("members", 24);
    values.put("present", 17);
    values.put("quorumPercent", 50);
    values.put("quorum", true);
    values.put("noQuorum", false);
    values.put("whateverTheNumber", false);
    values.put(
        "seats",
        List.of(
            Map.of(
                "seat",
                seat,
                "presence",
                words.choice(language, Presence.PRESENT),
                "spoke",
                true)));
    values.put(
        "opinions",
        List.of(
            opinion(
                1,
                seat,
                words.about(language, null, Map.of()),
                words.choice(language, Position.RESERVED),
                DocumentTexts.EXAMPLE)));
    values.put("anyOpinion", true);
    values.put("dissents", List.of(dissent(seat, day, DocumentTexts.EXAMPLE)));
    values.put("anyDissent", true);
    return values;
  }

  @Override
  public Set<String> demanded() {
    return Set.of(
        "meetingOn",
        "present",
        "members",
        "seats.seat",
        "seats.presence",
        "opinions.position",
        "opinions.text",
        "dissents.text");
  }
}
