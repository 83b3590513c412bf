package org.trame.consultation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.trame.programme.ContentSections;
import org.trame.worksheet.Worksheet;

/** The page behind {@code Task_ReplyToOpinions}: the replies, and the draft they may change. */
@Component
class RepliesWorksheet implements Worksheet {

  private final Opinions opinions;
  private final OpinionSubjects subjects;
  private final ContentSections content;
  private final Wording wording;

  RepliesWorksheet(
      Opinions opinions, OpinionSubjects subjects, ContentSections content, Wording wording) {
    this.opinions = opinions;
    this.subjects = subjects;
    this.content = content;
    this.wording = wording;
  }

  @Override
  public Set<String> tasks() {
    return Set.of("Task_ReplyToOpinions");
  }

  @Override
  public List<Section> sections(String subject) {
    Map<String, String> titles = subjects.titles(subject);
    List<Section> all = new ArrayList<>();
    all.add(
        new Section(
            "opinion-replies",
            List.of("number", "seat", "about", "position", "text", "outcome", "reason"),
            opinions.latest(subject).stream().map(o -> row(o, titles)).toList(),
            "opinion-reply",
            "",
            wording.blocking(opinions.missing(subject))));
    all.addAll(content.ofDraftUnderOpinions(subject));
    return all;
  }

  private Row row(Opinion opinion, Map<String, String> titles) {
    Reply reply = opinion.reply();
    String number = String.valueOf(opinion.number());
    return new Row(
        number,
        List.of(
            number,
            wording.seat(opinion.seat()),
            wording.about(opinion.action(), titles),
            wording.choice(opinion.position()),
            opinion.text(),
            reply == null ? "" : wording.choice(reply.outcome()),
            reply == null ? "" : reply.reason()),
        Map.of(
            "opinion", number,
            "outcome", reply == null ? "" : reply.outcome().name(),
            "reason", reply == null ? "" : reply.reason()));
  }
}
