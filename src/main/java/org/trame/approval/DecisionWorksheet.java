package org.trame.approval;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.trame.worksheet.Worksheet;

/** What the Government decides on, and the actions it leaves out. */
@Component
class DecisionWorksheet implements Worksheet {

  static final String DECIDE = "Task_DecideApproval";

  private final Dossiers dossiers;
  private final Remarks remarks;
  private final Decisions decisions;
  private final ApprovalTexts texts;

  DecisionWorksheet(Dossiers dossiers, Remarks remarks, Decisions decisions, ApprovalTexts texts) {
    this.dossiers = dossiers;
    this.remarks = remarks;
    this.decisions = decisions;
    this.texts = texts;
  }

  @Override
  public Set<String> tasks() {
    return Set.of(DECIDE);
  }

  @Override
  public List<Section> sections(String subject) {
    Dossier dossier = dossiers.current(subject);
    return List.of(
        proposal(dossier),
        exclusions(dossier),
        ApprovalTexts.readOnly(
            new Section(
                "remarks",
                List.of("remark", "topic", "action", "text", "state", "exchanges"),
                texts.remarks(dossier, remarks.of(dossier)),
                "",
                "",
                List.of())),
        texts.difference(dossier));
  }

  private Section proposal(Dossier dossier) {
    Row row =
        new Row(
            "",
            List.of(
                texts.say("choice.ApprovalOutcome." + dossier.proposal()),
                dossier.proposalMotives()),
            Map.of());
    return new Section("proposal", List.of("proposal", "motives"), List.of(row), "", "", List.of());
  }

  private Section exclusions(Dossier dossier) {
    List<Row> rows =
        decisions.exclusions(dossier).entrySet().stream()
            .map(
                e ->
                    new Row(
                        e.getKey(),
                        List.of(texts.action(dossier, e.getKey()), e.getValue()),
                        Map.of("action", e.getKey(), "reason", e.getValue())))
            .toList();
    return new Section(
        "exclusions",
        List.of("action", "reason"),
        rows,
        "exclude-action",
        "include-action",
        List.of());
  }
}
