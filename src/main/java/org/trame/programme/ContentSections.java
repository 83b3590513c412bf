package org.trame.programme;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.trame.language.Messages;
import org.trame.worksheet.Worksheet.Note;
import org.trame.worksheet.Worksheet.Row;
import org.trame.worksheet.Worksheet.Section;

/** The draft as sections of a worksheet, for every task in which it is written. */
@Component
public class ContentSections {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private final Contents contents;
  private final Programmes programmes;
  private final Strands strands;
  private final Completeness completeness;
  private final List<BudgetCeilings> ceilings;
  private final List<ReworkReasons> reworkReasons;
  private final Messages messages;

  ContentSections(
      Contents contents,
      Programmes programmes,
      Strands strands,
      Completeness completeness,
      List<BudgetCeilings> ceilings,
      List<ReworkReasons> reworkReasons,
      Messages messages) {
    this.contents = contents;
    this.programmes = programmes;
    this.strands = strands;
    this.completeness = completeness;
    this.ceilings = ceilings;
    this.reworkReasons = reworkReasons;
    this.messages = messages;
  }

  /** The sections of a diagnosis. */
  public List<Section> ofDiagnosis(String programme) {
    Content draft = contents.draft(programme);
    return List.of(needs(draft, completeness.ofDiagnosis(draft), List.of()));
  }

  /**
   * The sections of a whole draft: perimeter, needs, actions, what answers what, budget, budget by
   * strand against the envelope, objectives.
   */
  public List<Section> ofDraft(String programme) {
    Content draft = contents.draft(programme);
    String regime = programmes.get(programme).regime();
    Completeness.Missing missing = completeness.of(draft);
    return List.of(
        perimeter(draft, missing),
        needs(draft, missing, orphanNeeds(draft)),
        actions(draft, regime, missing),
        links(draft),
        budget(draft, missing),
        summary(draft, programme, regime),
        objectives(draft, missing));
  }

  /**
   * The sections of a draft that opinions may change: what is missing is shown, and is in the way
   * only when the council is convened.
   */
  public List<Section> ofDraftUnderOpinions(String programme) {
    return ofDraft(programme).stream()
        .map(
            s ->
                new Section(
                    s.name(),
                    s.columns(),
                    s.rows(),
                    s.edit(),
                    s.remove(),
                    s.notes().stream().map(n -> new Note(n.sentence(), false)).toList()))
        .toList();
  }

  /** Why the draft came back: one section, or none if it never did. */
  public List<Section> ofRework(String programme) {
    List<Row> rows =
        reworkReasons.stream()
            .flatMap(r -> r.of(programme).stream())
            .map(r -> List.of(DAY.format(r.on()), messages.say(r.by()), r.words()))
            .map(cells -> new Row("", cells, Map.of()))
            .toList();
    return rows.isEmpty()
        ? List.of()
        : List.of(new Section("rework", List.of("on", "by", "words"), rows, "", "", List.of()));
  }

  private Section perimeter(Content draft, Completeness.Missing missing) {
    Row row =
        new Row("perimeter", List.of(draft.perimeter()), Map.of("description", draft.perimeter()));
    return new Section(
        "perimeter",
        List.of("description"),
        draft.perimeter().isEmpty() ? List.of() : List.of(row),
        "perimeter",
        "",
        notes(missing, "perimeter"));
  }

  private Section needs(Content draft, Completeness.Missing missing, List<Note> more) {
    List<Row> rows =
        draft.needs().stream()
            .map(
                n ->
                    new Row(
                        n.code(),
                        List.of(
                            n.code(),
                            messages.say("choice.NeedKind." + n.kind()),
                            n.statement(),
                            answers(draft, n.code())),
                        values(
                            "id", n.code(),
                            "code", n.code(),
                            "statement", n.statement(),
                            "kind", n.kind().name())))
            .toList();
    List<Note> notes = new ArrayList<>(notes(missing, "needs"));
    notes.addAll(more);
    return new Section(
        "needs",
        List.of("code", "kind", "statement", "answeredBy"),
        rows,
        "need",
        "remove-need",
        notes);
  }

  private static String answers(Content draft, String need) {
    return draft.needLinks().stream()
        .filter(l -> l.need().equals(need))
        .map(Content.NeedLink::action)
        .collect(Collectors.joining(", "));
  }

  private List<Note> orphanNeeds(Content draft) {
    return draft.orphanNeeds().stream()
        .map(n -> open("note.programme.orphanNeed", n.code()))
        .toList();
  }

  private Section actions(Content draft, String regime, Completeness.Missing missing) {
    List<Row> rows =
        draft.actions().stream()
            .map(
                a ->
                    new Row(
                        a.code(),
                        List.of(
                            a.code(),
                            strands.label(regime, a.strand()),
                            a.title(),
                            a.carrier(),
                            euros(draft.totalOf(a.code()))),
                        values(
                            "id", a.code(),
                            "code", a.code(),
                            "strand", String.valueOf(a.strand()),
                            "title", a.title(),
                            "description", a.description(),
                            "carrier", a.carrier())))
            .toList();
    List<Note> notes = new ArrayList<>(notes(missing, "actions"));
    draft.actionsWithoutNeed().stream()
        .map(a -> open("note.programme.actionWithoutNeed", a.code()))
        .forEach(notes::add);
    return new Section(
        "actions",
        List.of("code", "strand", "title", "carrier", "total"),
        rows,
        "action",
        "remove-action",
        notes);
  }

  private Section links(Content draft) {
    Map<String, String> statements =
        draft.needs().stream()
            .collect(Collectors.toMap(Content.Need::code, Content.Need::statement));
    List<Row> rows =
        draft.needLinks().stream()
            .map(
                l ->
                    new Row(
                        l.code(),
                        List.of(
                            l.need() + " · " + statements.get(l.need()), title(draft, l.action())),
                        values("id", l.code(), "need", l.need(), "action", l.action())))
            .toList();
    return new Section(
        "need-links", List.of("need", "action"), rows, "need-link", "remove-need-link", List.of());
  }

  private Section budget(Content draft, Completeness.Missing missing) {
    List<Row> rows =
        draft.budgetLines().stream()
            .map(
                l ->
                    new Row(
                        l.code(),
                        List.of(
                            title(draft, l.action()),
                            String.valueOf(l.year()),
                            messages.say("choice.BudgetSource." + l.source()),
                            euros(l.amount())),
                        values(
                            "id", l.code(),
                            "action", l.action(),
                            "year", String.valueOf(l.year()),
                            "source", l.source().name(),
                            "amount", l.amount().toPlainString())))
            .toList();
    return new Section(
        "budget",
        List.of("action", "year", "source", "amount"),
        rows,
        "budget-line",
        "remove-budget-line",
        notes(missing, "budget"));
  }

  /** Strands by source, then what is planned in all, the envelope, and what is left of it. */
  private Section summary(Content draft, String programme, String regime) {
    Map<BudgetSource, BigDecimal> envelope = envelope(programme);
    List<Row> rows = new ArrayList<>();
    for (int strand : strands.of(regime)) {
      rows.add(
          sums(
              strands.label(regime, strand),
              Stream.of(BudgetSource.values()).map(s -> draft.total(strand, s)).toList()));
    }
    rows.add(
        sums(
            messages.say("budget.total"),
            Stream.of(BudgetSource.values()).map(draft::total).toList()));
    if (!envelope.isEmpty()) {
      rows.add(limits("budget.envelope", envelope));
      Map<BudgetSource, BigDecimal> left = new HashMap<>();
      envelope.forEach((source, amount) -> left.put(source, amount.subtract(draft.total(source))));
      rows.add(limits("budget.left", left));
    }
    return new Section(
        "budget-summary",
        List.of("strand", "REGION", "FEDERAL", "MUNICIPALITY", "OTHER", "total"),
        rows,
        "",
        "",
        envelope.isEmpty() ? List.of(open("note.programme.noEnvelope")) : List.of());
  }

  private Map<BudgetSource, BigDecimal> envelope(String programme) {
    Map<BudgetSource, BigDecimal> all = new HashMap<>();
    ceilings.forEach(c -> c.of(programme).forEach((s, a) -> all.merge(s, a, BigDecimal::min)));
    return all;
  }

  private static Row sums(String label, List<BigDecimal> amounts) {
    List<String> cells = new ArrayList<>();
    cells.add(label);
    amounts.forEach(a -> cells.add(euros(a)));
    cells.add(euros(amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add)));
    return new Row("", cells, Map.of());
  }

  private Row limits(String label, Map<BudgetSource, BigDecimal> amounts) {
    List<String> cells = new ArrayList<>();
    cells.add(messages.say(label));
    for (BudgetSource source : BudgetSource.values()) {
      cells.add(amounts.containsKey(source) ? euros(amounts.get(source)) : "–");
    }
    cells.add(euros(amounts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add)));
    return new Row("", cells, Map.of());
  }

  private Section objectives(Content draft, Completeness.Missing missing) {
    List<Row> rows =
        draft.objectives().stream()
            .map(
                o ->
                    new Row(
                        o.code(),
                        List.of(
                            o.code(),
                            o.action(),
                            o.statement(),
                            o.indicator(),
                            o.baseline(),
                            o.target(),
                            o.source(),
                            DAY.format(o.evaluateOn())),
                        values(
                            "id", o.code(),
                            "code", o.code(),
                            "action", o.action(),
                            "statement", o.statement(),
                            "indicator", o.indicator(),
                            "baseline", o.baseline(),
                            "target", o.target(),
                            "source", o.source(),
                            "evaluateOn", o.evaluateOn().toString())))
            .toList();
    return new Section(
        "objectives",
        List.of(
            "code",
            "action",
            "statement",
            "indicator",
            "baseline",
            "target",
            "source",
            "evaluateOn"),
        rows,
        "objective",
        "remove-objective",
        notes(missing, "objectives"));
  }

  private static String title(Content draft, String action) {
    return action + " · " + draft.action(action).map(Content.Action::title).orElse("");
  }

  private List<Note> notes(Completeness.Missing missing, String section) {
    return missing.in(section).stream().map(v -> new Note(messages.say(v), true)).toList();
  }

  private Note open(String key, Object... args) {
    return new Note(messages.say(key, args), false);
  }

  static String euros(BigDecimal amount) {
    NumberFormat format = NumberFormat.getNumberInstance(Messages.locale());
    format.setMinimumFractionDigits(2);
    format.setMaximumFractionDigits(2);
    return format.format(amount);
  }

  private static Map<String, String> values(String... namesAndValues) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return values;
  }
}
