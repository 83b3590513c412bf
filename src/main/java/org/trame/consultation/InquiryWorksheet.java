package org.trame.consultation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.trame.worksheet.Worksheet;

/** The page behind {@code Task_RegisterObservations}. */
@Component
class InquiryWorksheet implements Worksheet {

  private final Inquiries inquiries;
  private final OpinionSubjects subjects;
  private final Wording wording;

  InquiryWorksheet(Inquiries inquiries, OpinionSubjects subjects, Wording wording) {
    this.inquiries = inquiries;
    this.subjects = subjects;
    this.wording = wording;
  }

  @Override
  public Set<String> tasks() {
    return Set.of("Task_RegisterObservations");
  }

  @Override
  public List<Section> sections(String subject) {
    Inquiry inquiry = inquiries.latest(subject);
    return List.of(
        observations(
            subject, inquiry, wording.blocking("refusal.inquiry.open", inquiry.closesOn())));
  }

  /** The observations received; shared with the summary's page. */
  Section observations(String subject, Inquiry inquiry, Note... notes) {
    Map<String, String> titles = subjects.titles(subject);
    return new Section(
        "observations",
        List.of("number", "receivedOn", "channel", "author", "about", "text"),
        inquiry.observations().stream().map(o -> row(o, titles)).toList(),
        "observation",
        "",
        List.of(notes));
  }

  private Row row(Observation observation, Map<String, String> titles) {
    return new Row(
        String.valueOf(observation.number()),
        List.of(
            String.valueOf(observation.number()),
            wording.day(observation.receivedOn()),
            wording.choice(observation.channel()),
            wording.choice(observation.author()),
            wording.about(observation.action(), titles),
            observation.text()),
        Map.of(
            "id", String.valueOf(observation.number()),
            "receivedOn", observation.receivedOn().toString(),
            "channel", observation.channel().name(),
            "author", observation.author().name(),
            "about", observation.action() == null ? Opinions.WHOLE : observation.action(),
            "text", observation.text()));
  }
}
