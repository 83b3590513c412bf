package org.trame.evaluation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.consultation.Participation;
import org.trame.programme.BudgetSource;
import org.trame.programme.Content;
import org.trame.programme.ContentVersion;
import org.trame.programme.Contents;

/** What the yearly figures say against the content in force. A fixed number of queries each. */
@Component
@Transactional(readOnly = true)
public class Monitoring {

  private static final BigDecimal NOTHING = new BigDecimal("0.00");

  private final Contents contents;
  private final ReportTables tables;
  private final Participation participation;

  Monitoring(Contents contents, ReportTables tables, Participation participation) {
    this.contents = contents;
    this.tables = tables;
    this.participation = participation;
  }

  /** The objectives in force, each with its value of every year reported on. */
  public List<IndicatorSeries> indicators(String programme) {
    Map<String, List<IndicatorValue>> values =
        tables.values(programme).stream().collect(Collectors.groupingBy(IndicatorValue::objective));
    return objectives(programme).stream()
        .map(o -> new IndicatorSeries(o, values.getOrDefault(o.code(), List.of())))
        .toList();
  }

  /** The objectives in force; none before the first approval. */
  public List<Content.Objective> objectives(String programme) {
    return contents.inForce(programme).map(Content::objectives).orElse(List.of());
  }

  /** The actions in force; none before the first approval. */
  public List<Content.Action> actions(String programme) {
    return contents.inForce(programme).map(Content::actions).orElse(List.of());
  }

  /** Every line of spending, by year, action and source. */
  public List<Spending> spending(String programme) {
    return tables.spending(programme);
  }

  /** YearlyParticipation by year and category. */
  public List<YearlyParticipation> participation(String programme) {
    return tables.participation(programme);
  }

  /** The recorded meetings of the commission after a day and up to another. */
  public List<Participation.Turnout> meetingsBetween(
      String programme, LocalDate after, LocalDate until) {
    return participation.turnout(programme).stream()
        .filter(t -> t.meetingAt().toLocalDate().isAfter(after))
        .filter(t -> !t.meetingAt().toLocalDate().isAfter(until))
        .toList();
  }

  /** Day the content came in force for the first time. */
  public Optional<LocalDate> firstApproval(String programme) {
    return contents.versions(programme).stream()
        .filter(ContentVersion::approved)
        .map(ContentVersion::approvedOn)
        .findFirst();
  }

  /** The approved budget of each strand and source against what was spent. */
  public List<BudgetUse> budgetUse(String programme) {
    Content content = contents.inForce(programme).orElse(null);
    List<Spending> spending = tables.spending(programme);
    Set<Integer> strands = new TreeSet<>();
    if (content != null) {
      content.actions().forEach(a -> strands.add(a.strand()));
    }
    spending.forEach(s -> strands.add(strand(content, s.action())));
    List<BudgetUse> uses = new ArrayList<>();
    for (int strand : strands) {
      for (BudgetSource source : BudgetSource.values()) {
        BigDecimal approved = content == null ? NOTHING : content.total(strand, source);
        BigDecimal spent =
            spending.stream()
                .filter(s -> s.source() == source && strand(content, s.action()) == strand)
                .map(Spending::amount)
                .reduce(NOTHING, BigDecimal::add);
        if (approved.signum() != 0 || spent.signum() != 0) {
          uses.add(new BudgetUse(strand, source, approved, spent));
        }
      }
    }
    return uses;
  }

  private static int strand(Content content, String action) {
    return content == null ? 0 : content.action(action).map(Content.Action::strand).orElse(0);
  }
}
