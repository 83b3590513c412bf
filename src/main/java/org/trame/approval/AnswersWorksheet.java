package org.trame.approval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.trame.council.CouncilSittings;
import org.trame.council.Sitting;
import org.trame.programme.ContentSections;
import org.trame.worksheet.Worksheet;

/** What the municipality answers and, where the answer needs it, changes in the programme. */
@Component
class AnswersWorksheet implements Worksheet {

  static final String ANSWER = "Task_AnswerRemarks";

  private final Dossiers dossiers;
  private final Remarks remarks;
  private final CouncilSittings sittings;
  private final ContentSections content;
  private final ApprovalTexts texts;

  AnswersWorksheet(
      Dossiers dossiers,
      Remarks remarks,
      CouncilSittings sittings,
      ContentSections content,
      ApprovalTexts texts) {
    this.dossiers = dossiers;
    this.remarks = remarks;
    this.sittings = sittings;
    this.content = content;
    this.texts = texts;
  }

  @Override
  public Set<String> tasks() {
    return Set.of(ANSWER);
  }

  @Override
  public List<Section> sections(String subject) {
    Dossier dossier = dossiers.current(subject);
    List<Remark> all = remarks.of(dossier);
    List<Section> sections = new ArrayList<>();
    sections.add(answers(dossier, all));
    sections.addAll(content.ofDraft(subject));
    return sections;
  }

  private Section answers(Dossier dossier, List<Remark> all) {
    List<Remark> open = all.stream().filter(r -> r.state() == RemarkState.OPEN).toList();
    List<Note> notes = new ArrayList<>();
    rejection(dossier).ifPresent(notes::add);
    if (!open.isEmpty()) {
      notes.add(texts.blocking("refusal.approval.answerMissing", Remarks.labels(open)));
    }
    List<Row> rows = all.stream().filter(Remarks::toAnswer).map(r -> row(dossier, r)).toList();
    return new Section(
        "remarks-to-answer",
        List.of("remark", "topic", "action", "text", "exchanges"),
        rows,
        "remark-answer",
        "",
        notes);
  }

  private Row row(Dossier dossier, Remark remark) {
    boolean answered = remark.state() == RemarkState.ANSWERED;
    return new Row(
        remark.label(),
        List.of(
            remark.label(),
            texts.say("choice.RemarkTopic." + remark.topic()),
            texts.action(dossier, remark.action()),
            remark.text(),
            texts.exchanges(remark)),
        Map.of(
            "remark",
            remark.label(),
            "answer",
            answered ? remark.lastAnswer().answer() : "",
            "changed",
            answered ? ApprovalTexts.orEmpty(remark.lastAnswer().changed()) : ""));
  }

  /** Why the council rejected what the answers changed, if that is what happened last. */
  private java.util.Optional<Note> rejection(Dossier dossier) {
    List<Sitting> all = sittings.of(dossier.programme());
    if (all.isEmpty() || all.get(all.size() - 1).outcome() != Sitting.Outcome.REJECTED) {
      return java.util.Optional.empty();
    }
    Sitting last = all.get(all.size() - 1);
    return java.util.Optional.of(
        texts.open("note.approval.rejected", last.sittingAt().toLocalDate(), last.reason()));
  }
}
