package org.trame.evaluation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.trame.document.DocumentSource;
import org.trame.document.DocumentTexts;
import org.trame.document.Issuer;
import org.trame.language.Messages;
import org.trame.programme.BudgetSource;
import org.trame.programme.Content;
import org.trame.programme.Programme;

/** The report on a year of the implementation (its number), once it was handed in. */
@Component
class YearlyReportDocument implements DocumentSource {

  private final YearlyReports reports;
  private final Monitoring monitoring;
  private final Messages messages;

  YearlyReportDocument(YearlyReports reports, Monitoring monitoring, Messages messages) {
    this.reports = reports;
    this.monitoring = monitoring;
    this.messages = messages;
  }

  @Override
  public String kind() {
    return "yearly-report";
  }

  @Override
  public Issuer issuer() {
    return Issuer.MUNICIPALITY;
  }

  @Override
  public List<String> references(Programme programme) {
    return reports.of(programme.id()).stream()
        .filter(r -> !r.open())
        .map(r -> Integer.toString(r.year()))
        .toList();
  }

  @Override
  public Optional<Map<String, Object>> values(
      Programme programme, String reference, Locale language) {
    return reports.of(programme.id()).stream()
        .filter(r -> Integer.toString(r.year()).equals(reference))
        .filter(r -> !r.open())
        .findFirst()
        .map(r -> values(programme.id(), r, language));
  }

  private Map<String, Object> values(String programme, YearlyReport report, Locale language) {
    int year = report.year();
    Map<String, String> actions =
        monitoring.actions(programme).stream()
            .collect(Collectors.toMap(Content.Action::code, Content.Action::title));
    List<Spending> spent =
        monitoring.spending(programme).stream().filter(s -> s.year() == year).toList();
    Map<String, Object> values = new HashMap<>();
    values.put("year", year);
    values.put("openedOn", DocumentTexts.day(language, report.openedOn()));
    values.put("submittedOn", DocumentTexts.day(language, report.submittedOn()));
    boolean accepted = report.state() == YearlyReport.State.ACCEPTED;
    values.put("accepted", accepted);
    values.put(
        "acceptedOn", accepted ? DocumentTexts.dayOrNothing(language, report.reviewedOn()) : null);
    values.put("words", report.words());
    values.put("conditions", report.conditions());
    values.put(
        "indicators",
        monitoring.indicators(programme).stream()
            .map(s -> indicator(s.objective(), s.in(year), language))
            .toList());
    values.put(
        "spending",
        spent.stream()
            .map(
                s ->
                    spending(
                        s.action()
                            + (actions.containsKey(s.action())
                                ? " · " + actions.get(s.action())
                                : ""),
                        source(language, s.source()),
                        DocumentTexts.euros(language, s.amount())))
            .toList());
    values.put(
        "spentTotal",
        DocumentTexts.euros(
            language,
            spent.stream().map(Spending::amount).reduce(BigDecimal.ZERO, BigDecimal::add)));
    List<Map<String, Object>> participation =
        monitoring.participation(programme).stream()
            .filter(p -> p.year() == year)
            .map(p -> participation(category(language, p.category()), p.present(), p.spoke()))
            .toList();
    values.put("participation", participation);
    values.put("anyParticipation", !participation.isEmpty());
    List<Map<String, Object>> meetings =
        reports.meetings(programme, year).stream()
            .map(
                m ->
                    meeting(
                        DocumentTexts.day(language, m.meetingAt().toLocalDate()),
                        m.present(),
                        m.members()))
            .toList();
    values.put("meetings", meetings);
    values.put("anyMeeting", !meetings.isEmpty());
    return values;
  }

  private static Map<String, Object> indicator(
      Content.Objective objective, IndicatorValue value, Locale language) {
    Map<String, Object> row = new HashMap<>();
    row.put("objective", objective.code());
    row.put("indicator", objective.indicator());
    row.put("baseline", objective.baseline());
    row.put("target", objective.target());
    row.put("value", value == null ? null : value.value());
    row.put(
        "measuredOn",
        value == null ? null : DocumentTexts.dayOrNothing(language, value.measuredOn()));
    row.put("missingReason", value == null ? null : value.missingReason());
    row.put("comment", value == null ? null : value.comment());
    return row;
  }

  private static Map<String, Object> spending(String action, String source, String amount) {
    return Map.of("action", action, "source", source, "amount", amount);
  }

  private static Map<String, Object> participation(String category, int present, int spoke) {
    return Map.of("category", category, "present", present, "spoke", spoke);
  }

  private static Map<String, Object> meeting(String day, int present, int members) {
    return Map.of("meetingOn", day, "present", present, "members", members);
  }

  private String source(Locale language, BudgetSource source) {
    return messages.say(language, "choice.BudgetSource." + source);
  }

  private String category(Locale language, String category) {
    return messages.sayOr(language, "seat-category." + category, category);
  }

  @Override
  public Map<String, Object> example(Locale language) {
    String day = DocumentTexts.day(language, LocalDate.of(2027, 2, 17));
    Map<String, Object> indicator = new HashMap<>();
    indicator.put("objective", "O1");
    indicator.put("indicator", "m²");
    indicator.put("baseline", "0");
    indicator.put("target", "1.200");
    indicator.put("value", "400");
    indicator.put("measuredOn", day);
    indicator.put("missingReason", null);
    indicator.put("comment", DocumentTexts.EXAMPLE);
    Map<String, Object> values = new HashMap<>();
    values.put("year", 1);
    values.put("openedOn", day);
    values.put("submittedOn", day);
    values.put("accepted", true);
    values.put("acceptedOn", day);
    values.put("words", DocumentTexts.EXAMPLE);
    values.put("conditions", DocumentTexts.EXAMPLE);
    values.put("indicators", List.of(indicator));
    values.put(
        "spending",
        List.of(
            spending("1.1 · Place Flagey", source(language, BudgetSource.REGION), "100.000,00 €")));
    values.put("spentTotal", "100.000,00 €");
    values.put("participation", List.of(participation(category(language, "INHABITANT"), 14, 9)));
    values.put("anyParticipation", true);
    values.put("meetings", List.of(meeting(day, 17, 24)));
    values.put("anyMeeting", true);
    return values;
  }

  @Override
  public Set<String> demanded() {
    return Set.of(
        "year",
        "words",
        "indicators.indicator",
        "indicators.value",
        "spending.amount",
        "spentTotal");
  }
}
