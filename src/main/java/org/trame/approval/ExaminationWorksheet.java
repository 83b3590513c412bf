package org.trame.approval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.trame.programme.ContentSections;
import org.trame.worksheet.Worksheet;

/** What the administration reads and writes: remarks, verdicts, difference, programme. */
@Component
class ExaminationWorksheet implements Worksheet {

  static final String EXAMINE = "Task_ExamineDossier";

  private final Dossiers dossiers;
  private final Remarks remarks;
  private final ContentSections content;
  private final ApprovalTexts texts;

  ExaminationWorksheet(
      Dossiers dossiers, Remarks remarks, ContentSections content, ApprovalTexts texts) {
    this.dossiers = dossiers;
    this.remarks = remarks;
    this.content = content;
    this.texts = texts;
  }

  @Override
  public Set<String> tasks() {
    return Set.of(EXAMINE, "Task_ProposeDecision");
  }

  @Override
  public List<Section> sections(String subject) {
    Dossier dossier = dossiers.current(subject);
    List<Remark> all = remarks.of(dossier);
    List<Section> sections = new ArrayList<>();
    sections.add(
        new Section(
            "remarks",
            List.of("remark", "topic", "action", "text", "state", "exchanges"),
            texts.remarks(dossier, all),
            "remark",
            "withdraw-remark",
            List.of()));
    List<Remark> answered = all.stream().filter(r -> r.state() == RemarkState.ANSWERED).toList();
    if (dossier.round() > 1) {
      sections.add(verdicts(answered));
    }
    sections.add(texts.difference(dossier));
    content.ofDraft(subject).forEach(s -> sections.add(ApprovalTexts.readOnly(s)));
    return sections;
  }

  private Section verdicts(List<Remark> answered) {
    List<Row> rows =
        answered.stream()
            .map(
                r ->
                    new Row(
                        r.label(),
                        List.of(
                            r.label(),
                            r.lastAnswer().answer(),
                            ApprovalTexts.orEmpty(r.lastAnswer().changed())),
                        Map.of("remark", r.label())))
            .toList();
    return new Section(
        "answers-to-judge",
        List.of("remark", "answer", "changed"),
        rows,
        "remark-verdict",
        "",
        answered.isEmpty()
            ? List.of()
            : List.of(texts.blocking("refusal.approval.verdictMissing", Remarks.labels(answered))));
  }
}
