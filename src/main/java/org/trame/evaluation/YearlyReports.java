package org.trame.evaluation;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.consultation.Participation;
import org.trame.input.Check;
import org.trame.input.Refusal;
import org.trame.input.Violation;
import org.trame.ledger.Ledger;

/** The reports on the years of the implementation. */
@Component
@Transactional
public class YearlyReports {

  private final ReportTables tables;
  private final Monitoring monitoring;
  private final EvaluationRules rules;
  private final Ledger ledger;
  private final Clock time;

  YearlyReports(
      ReportTables tables,
      Monitoring monitoring,
      EvaluationRules rules,
      Ledger ledger,
      Clock time) {
    this.tables = tables;
    this.monitoring = monitoring;
    this.rules = rules;
    this.ledger = ledger;
    this.time = time;
  }

  /** The reports of a programme, by year. */
  @Transactional(readOnly = true)
  public List<YearlyReport> of(String programme) {
    return tables.reports(programme);
  }

  /**
   * Asks for the report on a year.
   *
   * @param asked year of the implementation; null or a year already asked for: the one after the
   *     last
   * @return the year
   */
  public int open(String programme, Integer asked) {
    tables.lock(programme);
    Set<Integer> known =
        tables.reports(programme).stream().map(YearlyReport::year).collect(Collectors.toSet());
    int next = known.stream().max(Comparator.naturalOrder()).orElse(0) + 1;
    int year = asked == null || asked < 1 || known.contains(asked) ? next : asked;
    tables.open(programme, year, today());
    ledger.record(programme, "report-opened", Map.of("year", year));
    return year;
  }

  /** The report the municipality writes now: the oldest that is not handed in. */
  @Transactional(readOnly = true)
  public Optional<YearlyReport> writing(String programme) {
    return tables.reports(programme).stream().filter(YearlyReport::open).findFirst();
  }

  private int writable(String programme) {
    int year = writing(programme).orElseThrow(() -> Refusal.of("refusal.report.noneOpen")).year();
    return tables
        .locked(programme, year)
        .filter(YearlyReport::open)
        .orElseThrow(() -> Refusal.of("refusal.report.noneOpen"))
        .year();
  }

  /**
   * Writes down the value of an indicator, or why there is none.
   *
   * @throws Refusal if there is both or neither, or the day is missing or to come
   */
  public void measure(String programme, MeasureIndicator input) {
    boolean measured = input.value() != null;
    new Check()
        .that(measured || input.missingReason() != null, "value", "refusal.report.valueOrReason")
        .that(
            !measured || input.missingReason() == null,
            "missingReason",
            "refusal.report.valueAndReason")
        .that(!measured || input.measuredOn() != null, "measuredOn", "refusal.input.required")
        .that(
            !measured || input.measuredOn() == null || !input.measuredOn().isAfter(today()),
            "measuredOn",
            "refusal.evaluation.future")
        .done();
    int year = writable(programme);
    tables.put(
        programme,
        new IndicatorValue(
            year,
            input.objective(),
            input.value(),
            measured ? input.measuredOn() : null,
            input.missingReason(),
            input.comment() == null ? "" : input.comment()));
    ledger.record(
        programme,
        "indicator-measured",
        Map.of(
            "year", year, "objective", input.objective(), "value", measured ? input.value() : ""));
  }

  /**
   * Writes down what a source paid for an action.
   *
   * @throws Refusal if the amount is negative
   */
  public void spend(String programme, RecordSpending input) {
    new Check().that(input.amount().signum() >= 0, "amount", "refusal.report.negative").done();
    int year = writable(programme);
    if (input.id() != null) {
      tables.removeSpending(programme, year, input.id());
    }
    tables.put(programme, new Spending(year, input.action(), input.source(), input.amount()));
    ledger.record(
        programme,
        "spending-recorded",
        Map.of(
            "year", year,
            "action", input.action(),
            "source", input.source().name(),
            "amount", input.amount().toPlainString()));
  }

  /** Takes a line of spending away. */
  public void removeSpending(String programme, RemoveSpending input) {
    int year = writable(programme);
    if (tables.removeSpending(programme, year, input.id())) {
      ledger.record(
          programme, "spending-removed", Map.of("year", year, "line", String.valueOf(input.id())));
    }
  }

  /**
   * Writes down how many of a category took part.
   *
   * @throws Refusal if a number is negative, or more spoke than were present
   */
  public void participate(String programme, RecordParticipation input) {
    new Check()
        .that(input.present() >= 0, "present", "refusal.report.negative")
        .that(
            input.spoke() >= 0 && input.spoke() <= Math.max(0, input.present()),
            "spoke",
            "refusal.report.spoke",
            String.valueOf(input.present()))
        .done();
    int year = writable(programme);
    tables.put(
        programme, new YearlyParticipation(year, input.category(), input.present(), input.spoke()));
    ledger.record(
        programme,
        "participation-recorded",
        Map.of(
            "year", year,
            "category", input.category(),
            "present", input.present(),
            "spoke", input.spoke()));
  }

  /** Takes the figures of a category away. */
  public void removeParticipation(String programme, RemoveParticipation input) {
    int year = writable(programme);
    if (tables.removeParticipation(programme, year, input.id())) {
      ledger.record(
          programme, "participation-removed", Map.of("year", year, "category", input.id()));
    }
  }

  /** The commission's meetings in the period of a report: between the one before and it. */
  @Transactional(readOnly = true)
  public List<Participation.Turnout> meetings(String programme, int year) {
    List<YearlyReport> all = tables.reports(programme);
    LocalDate since =
        all.stream()
            .filter(r -> r.year() < year)
            .map(YearlyReport::openedOn)
            .reduce((a, b) -> b)
            .or(() -> monitoring.firstApproval(programme))
            .orElse(LocalDate.MIN);
    LocalDate until =
        all.stream()
            .filter(r -> r.year() == year)
            .map(YearlyReport::openedOn)
            .findFirst()
            .orElseGet(this::today);
    return monitoring.meetingsBetween(programme, since, until);
  }

  /** The figures still missing from the report on a year. */
  public List<Violation> missingFigures(String programme, int year) {
    List<Violation> missing = new ArrayList<>();
    for (IndicatorSeries series : monitoring.indicators(programme)) {
      if (series.in(year) == null) {
        missing.add(
            Violation.at(
                "",
                "refusal.report.objective",
                series.objective().code(),
                series.objective().indicator(),
                rules.source("every-objective")));
      }
    }
    if (tables.spending(programme).stream().noneMatch(s -> s.year() == year)) {
      missing.add(Violation.at("", "refusal.report.noSpending", rules.source("three-kinds")));
    }
    if (tables.participation(programme).stream().noneMatch(p -> p.year() == year)
        && meetings(programme, year).isEmpty()) {
      missing.add(
          Violation.at(
              "", "refusal.report.noParticipation", rules.source("participation-measured")));
    }
    return missing;
  }

  /**
   * The municipality hands its report in.
   *
   * @throws Refusal if figures, words or conditions are missing, or an earlier report is
   */
  public void submit(String programme, int year, WriteYearlyReport input) {
    YearlyReport report =
        tables
            .locked(programme, year)
            .filter(YearlyReport::open)
            .orElseThrow(() -> Refusal.of("refusal.report.noneOpen"));
    String words = input.words() == null ? report.words() : input.words();
    String conditions = input.conditions() == null ? report.conditions() : input.conditions();
    int first = writing(programme).orElseThrow().year();
    Check check = new Check();
    check.that(
        first == year,
        "",
        "refusal.report.order",
        String.valueOf(first),
        String.valueOf(year),
        rules.source("in-order"));
    check.that(words != null, "words", "refusal.report.words", rules.source("three-kinds"));
    check.that(
        conditions != null, "conditions", "refusal.report.conditions", rules.source("three-kinds"));
    missingFigures(programme, year)
        .forEach(v -> check.that(false, v.field(), v.key(), v.args().toArray()));
    check.done();
    tables.submit(programme, year, words, conditions, today());
    ledger.record(
        programme,
        "report-submitted",
        Map.of(
            "year", year,
            "spent", spent(programme, year).toPlainString(),
            "source", rules.source("three-kinds")));
  }

  private BigDecimal spent(String programme, int year) {
    return tables.spending(programme).stream()
        .filter(s -> s.year() == year)
        .map(Spending::amount)
        .reduce(new BigDecimal("0.00"), BigDecimal::add);
  }

  /**
   * The Region answers.
   *
   * @throws Refusal if it asks for changes without saying why
   */
  public void review(String programme, int year, ReviewYearlyReport input) {
    tables
        .locked(programme, year)
        .filter(r -> r.state() == YearlyReport.State.SUBMITTED)
        .orElseThrow(() -> Refusal.of("refusal.report.notSubmitted"));
    boolean accepted = input.decision() == ReviewYearlyReport.Decision.ACCEPTED;
    new Check().that(accepted || input.reason() != null, "reason", "refusal.report.reason").done();
    tables.review(programme, year, input, today());
    if (accepted) {
      ledger.record(programme, "report-accepted", Map.of("year", year));
    } else {
      ledger.record(
          programme, "report-changes-asked", Map.of("year", year, "reason", input.reason()));
    }
  }

  private LocalDate today() {
    return LocalDate.now(time);
  }
}
