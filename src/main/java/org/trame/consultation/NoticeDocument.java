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

/** The notice that convenes the commission to a meeting (its id). */
@Component
class NoticeDocument implements DocumentSource {

  private final Meetings meetings;

  NoticeDocument(Meetings meetings) {
    this.meetings = meetings;
  }

  @Override
  public String kind() {
    return "convening-notice";
  }

  @Override
  public Issuer issuer() {
    return Issuer.MUNICIPALITY;
  }

  @Override
  public List<String> references(Programme programme) {
    return meetings.of(programme.id()).stream().map(m -> Long.toString(m.id())).toList();
  }

  @Override
  public Optional<Map<String, Object>> values(
      Programme programme, String reference, Locale language) {
    return meetings.of(programme.id()).stream()
        .filter(m -> Long.toString(m.id()).equals(reference))
        .findFirst()
        .map(
            m ->
                values(
                    DocumentTexts.day(language, m.meetingAt().toLocalDate()),
                    DocumentTexts.hour(m.meetingAt()),
                    m.place(),
                    m.convening(),
                    m.agenda(),
                    DocumentTexts.day(language, m.documentsSentOn()),
                    m.quorumPercent()));
  }

  private static Map<String, Object> values(
      String day,
      String hour,
      String place,
      int convening,
      String agenda,
      String documentsSentOn,
      int quorumPercent) {
    Map<String, Object> values = new HashMap<>();
    values.put("meetingOn", day);
    values.put("hour", hour);
    values.put("place", place);
    values.put("convening", convening);
    values.put("again", convening > 1);
    values.put("agenda", agenda);
    values.put("documentsSentOn", documentsSentOn);
    values.put("quorumPercent", quorumPercent);
    return values;
  }

  @Override
  public Map<String, Object> example(Locale language) {
    return values(
        DocumentTexts.day(language, LocalDate.of(2026, 2, 17)),
        "18:30",
        "Chaussée d’Ixelles 168",
        2,
        DocumentTexts.EXAMPLE,
        DocumentTexts.day(language, LocalDate.of(2026, 2, 3)),
        50);
  }

  @Override
  public Set<String> demanded() {
    return Set.of("meetingOn", "hour", "place", "agenda");
  }
}
