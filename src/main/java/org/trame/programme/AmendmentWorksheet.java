package org.trame.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.trame.language.Messages;
import org.trame.regime.Regimes;
import org.trame.regime.Rule;
import org.trame.worksheet.Worksheet;

/** What an amendment changes so far and whether that makes it light or heavy; then the draft. */
@Component
class AmendmentWorksheet implements Worksheet {

  private final Amendments amendments;
  private final Differences differences;
  private final ContentSections sections;
  private final Programmes programmes;
  private final Regimes regimes;
  private final Messages messages;

  AmendmentWorksheet(
      Amendments amendments,
      Differences differences,
      ContentSections sections,
      Programmes programmes,
      Regimes regimes,
      Messages messages) {
    this.amendments = amendments;
    this.differences = differences;
    this.sections = sections;
    this.programmes = programmes;
    this.regimes = regimes;
    this.messages = messages;
  }

  @Override
  public Set<String> tasks() {
    return Set.of("Task_DescribeAmendment");
  }

  @Override
  public List<Section> sections(String subject) {
    List<Section> all = new ArrayList<>();
    all.add(changes(subject));
    all.addAll(sections.ofDraft(subject));
    return all;
  }

  private Section changes(String programme) {
    Difference difference = amendments.difference(programme);
    List<Row> rows =
        differences.lines(difference).stream().map(l -> new Row("", List.of(l), Map.of())).toList();
    Note note =
        difference.isEmpty()
            ? new Note(messages.say("refusal.amendment.noChange"), true)
            : new Note(kind(programme, difference), false);
    return new Section("changes", List.of("change"), rows, "", "", List.of(note));
  }

  private String kind(String programme, Difference difference) {
    Rule rule =
        regimes.decide(
            programmes.get(programme).regime(), "AmendmentKind", ChangeRules.inputs(difference));
    return messages.say(
        "note.amendment." + rule.string("kind"),
        ChangeRules.inReadersLanguage(rule.string("reasonFr"), rule.string("reasonNl")),
        rule.source());
  }
}
