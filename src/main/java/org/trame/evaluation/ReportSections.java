package org.trame.evaluation;

import static org.trame.evaluation.EvaluationWording.day;
import static org.trame.evaluation.EvaluationWording.money;
import static org.trame.evaluation.EvaluationWording.words;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.trame.input.Violation;
import org.trame.worksheet.Worksheet.Note;
import org.trame.worksheet.Worksheet.Row;
import org.trame.worksheet.Worksheet.Section;

/** The tables of a yearly report, for those who write it and those who read it. */
@Component
class ReportSections {

  private final YearlyReports reports;
  private final Monitoring monitoring;
  private final EvaluationWording wording;

  ReportSections(YearlyReports reports, Monitoring monitoring, EvaluationWording wording) {
    this.reports = reports;
    this.monitoring = monitoring;
    this.wording = wording;
  }

  List<Section> of(String programme, YearlyReport report) {
    return List.of(
        told(report),
        indicators(programme, report.year()),
        spending(programme, report.year()),
        participation(programme, report.year()),
        meetings(programme, report.year()),
        budget(programme));
  }

  private Section told(YearlyReport report) {
    List<Note> notes =
        report.state() == YearlyReport.State.CHANGES_ASKED
            ? List.of(wording.note("report.changesAsked", report.reviewReason()))
            : List.of();
    return new Section(
        "report",
        List.of("year", "state", "words", "conditions"),
        List.of(
            new Row(
                String.valueOf(report.year()),
                List.of(
                    String.valueOf(report.year()),
                    wording.say("report-state." + report.state()),
                    words(report.words()),
                    words(report.conditions())),
                Map.of())),
        "",
        "",
        notes);
  }

  private Section indicators(String programme, int year) {
    List<Row> rows =
        monitoring.indicators(programme).stream().map(s -> indicator(s, year)).toList();
    List<Note> notes =
        wording.blocking(
            reports.missingFigures(programme, year).stream()
                .filter(v -> about(v, "refusal.report.objective"))
                .toList());
    return new Section(
        "indicator-values",
        List.of(
            "objective",
            "indicator",
            "baseline",
            "target",
            "before",
            "value",
            "measuredOn",
            "missingReason",
            "comment"),
        rows,
        "indicator-value",
        "",
        notes);
  }

  private static Row indicator(IndicatorSeries series, int year) {
    IndicatorValue value = series.in(year);
    String before =
        series.values().stream()
            .filter(v -> v.year() < year && v.value() != null)
            .map(IndicatorValue::value)
            .reduce((a, b) -> b)
            .orElse("");
    Map<String, String> values = new HashMap<>();
    values.put("objective", series.objective().code());
    if (value != null) {
      values.put("value", words(value.value()));
      values.put("measuredOn", words(value.measuredOn()));
      values.put("missingReason", words(value.missingReason()));
      values.put("comment", value.comment());
    }
    return new Row(
        series.objective().code(),
        List.of(
            series.objective().code() + " · " + series.objective().statement(),
            series.objective().indicator(),
            series.objective().baseline(),
            series.objective().target(),
            before,
            value == null ? "" : words(value.value()),
            value == null ? "" : day(value.measuredOn()),
            value == null ? "" : words(value.missingReason()),
            value == null ? "" : value.comment()),
        values);
  }

  private Section spending(String programme, int year) {
    List<Row> rows =
        monitoring.spending(programme).stream()
            .filter(s -> s.year() == year)
            .map(
                s ->
                    new Row(
                        s.id(),
                        List.of(s.action(), wording.choice(s.source()), money(s.amount())),
                        Map.of(
                            "id", s.id(),
                            "action", s.action(),
                            "source", s.source().name(),
                            "amount", s.amount().toPlainString())))
            .toList();
    return new Section(
        "spending",
        List.of("action", "source", "amount"),
        rows,
        "spending",
        "remove-spending",
        wording.blocking(
            reports.missingFigures(programme, year).stream()
                .filter(v -> about(v, "refusal.report.noSpending"))
                .toList()));
  }

  private Section participation(String programme, int year) {
    List<YearlyParticipation> figures =
        monitoring.participation(programme).stream().filter(p -> p.year() == year).toList();
    List<Row> rows =
        figures.stream()
            .map(
                p ->
                    new Row(
                        p.category(),
                        List.of(
                            category(p), String.valueOf(p.present()), String.valueOf(p.spoke())),
                        Map.of(
                            "category", p.category(),
                            "present", String.valueOf(p.present()),
                            "spoke", String.valueOf(p.spoke()))))
            .toList();
    Stream<Note> unheard =
        figures.stream()
            .filter(YearlyParticipation::neverHeard)
            .map(p -> wording.note("report.neverHeard", category(p)));
    Stream<Note> missing =
        wording
            .blocking(
                reports.missingFigures(programme, year).stream()
                    .filter(v -> about(v, "refusal.report.noParticipation"))
                    .toList())
            .stream();
    return new Section(
        "participation",
        List.of("category", "present", "spoke"),
        rows,
        "participation",
        "remove-participation",
        Stream.concat(missing, unheard).toList());
  }

  /** What the minutes of the commission say. */
  private Section meetings(String programme, int year) {
    List<Row> rows =
        reports.meetings(programme, year).stream()
            .map(
                t ->
                    new Row(
                        t.meetingAt().toString(),
                        List.of(
                            day(t.meetingAt().toLocalDate()),
                            String.valueOf(t.members()),
                            String.valueOf(t.present())),
                        Map.of()))
            .toList();
    return new Section(
        "meetings-held", List.of("day", "members", "present"), rows, "", "", List.of());
  }

  private String category(YearlyParticipation figures) {
    return wording.say("seat-category." + figures.category());
  }

  /** The updated budget: approved, spent in all years, left. */
  private Section budget(String programme) {
    List<Row> rows = new ArrayList<>();
    List<Note> notes = new ArrayList<>();
    for (BudgetUse use : monitoring.budgetUse(programme)) {
      rows.add(
          new Row(
              use.strand() + "/" + use.source(),
              List.of(
                  String.valueOf(use.strand()),
                  wording.choice(use.source()),
                  money(use.approved()),
                  money(use.spent()),
                  money(use.remaining())),
              Map.of()));
      if (use.remaining().compareTo(BigDecimal.ZERO) < 0) {
        notes.add(
            wording.note(
                "report.overspent",
                String.valueOf(use.strand()),
                wording.choice(use.source()),
                money(use.remaining().negate())));
      }
    }
    return new Section(
        "budget-use",
        List.of("strand", "source", "approved", "spent", "remaining"),
        rows,
        "",
        "",
        notes);
  }

  private static boolean about(Violation violation, String key) {
    return violation.key().equals(key);
  }
}
