package org.trame.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private final List<AmendmentMatter> matters;

  AmendmentWorksheet(
      Amendments amendments,
      Differences differences,
      ContentSections sections,
      Programmes programmes,
      Regimes regimes,
      Messages messages,
      List<AmendmentMatter> matters) {
    this.amendments = amendments;
    this.differences = differences;
    this.sections = sections;
    this.programmes = programmes;
    this.regimes = regimes;
    this.messages = messages;
    this.matters = matters;
  }

  @Override
  public Set<String> tasks() {
    return Set.of("Task_DescribeAmendment");
  }

  @Override
  public List<Section> sections(String subject) {
    List<Section> all = new ArrayList<>();
    matter(subject).ifPresent(all::add);
    all.add(changes(subject));
    all.addAll(sections.ofDraft(subject));
    return all;
  }

  /** What the amendment changes beside the programme. */
  private Optional<Section> matter(String programme) {
    return amendments
        .open(programme)
        .flatMap(a -> Optional.ofNullable(a.matter()))
        .flatMap(subject -> matters.stream().flatMap(m -> m.changes(subject).stream()).findFirst())
        .map(
            lines ->
                new Section(
                    "matter",
                    List.of("change"),
                    lines.stream().map(l -> new Row("", List.of(l), Map.of())).toList(),
                    "",
                    "",
                    List.of()));
  }

  private Section changes(String programme) {
    Difference difference = amendments.difference(programme);
    String matter = amendments.open(programme).orElseThrow().matter();
    List<Row> rows =
        differences.lines(difference).stream().map(l -> new Row("", List.of(l), Map.of())).toList();
    Note note =
        difference.isEmpty() && matter == null
            ? new Note(messages.say("refusal.amendment.noChange"), true)
            : new Note(kind(programme, difference, matter), false);
    return new Section("changes", List.of("change"), rows, "", "", List.of(note));
  }

  private String kind(String programme, Difference difference, String matter) {
    Rule rule =
        regimes.decide(
            programmes.get(programme).regime(),
            "AmendmentKind",
            ChangeRules.inputs(difference, matter));
    return messages.say(
        "note.amendment." + rule.string("kind"),
        ChangeRules.inReadersLanguage(rule.string("reasonFr"), rule.string("reasonNl")),
        rule.source());
  }
}
