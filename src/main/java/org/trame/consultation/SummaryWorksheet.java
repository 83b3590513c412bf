package org.trame.consultation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.trame.programme.ContentSections;
import org.trame.worksheet.Worksheet;

/**
 * The page behind {@code Task_SummariseInquiry}: late typing, a reply to each observation, and the
 * draft that the replies may change.
 */
@Component
class SummaryWorksheet implements Worksheet {

  private final Inquiries inquiries;
  private final InquiryWorksheet received;
  private final ContentSections content;
  private final Wording wording;

  SummaryWorksheet(
      Inquiries inquiries, InquiryWorksheet received, ContentSections content, Wording wording) {
    this.inquiries = inquiries;
    this.received = received;
    this.content = content;
    this.wording = wording;
  }

  @Override
  public Set<String> tasks() {
    return Set.of("Task_SummariseInquiry");
  }

  @Override
  public List<Section> sections(String subject) {
    Inquiry inquiry = inquiries.latest(subject);
    List<Section> all = new ArrayList<>();
    all.add(received.observations(subject, inquiry));
    all.add(
        new Section(
            "observation-replies",
            List.of("number", "text", "outcome", "reason"),
            inquiry.observations().stream().map(this::row).toList(),
            "observation-reply",
            "",
            wording.blocking(inquiries.missing(subject))));
    all.addAll(content.ofDraftUnderOpinions(subject));
    return all;
  }

  private Row row(Observation observation) {
    Reply reply = observation.reply();
    String number = String.valueOf(observation.number());
    return new Row(
        number,
        List.of(
            number,
            observation.text(),
            reply == null ? "" : wording.choice(reply.outcome()),
            reply == null ? "" : reply.reason()),
        Map.of(
            "observation", number,
            "outcome", reply == null ? "" : reply.outcome().name(),
            "reason", reply == null ? "" : reply.reason()));
  }
}
