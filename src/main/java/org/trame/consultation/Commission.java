package org.trame.consultation;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.input.Check;
import org.trame.input.Refusal;
import org.trame.input.Violation;
import org.trame.language.Messages;
import org.trame.ledger.Ledger;
import org.trame.programme.Programme;
import org.trame.programme.Programmes;
import org.trame.regime.Regimes;
import org.trame.regime.Rule;

/** The commissions: their seats, the people in them, their internal rules. */
@Component
@Transactional
public class Commission {

  private final JdbcClient jdbc;
  private final Mandates mandates;
  private final Programmes programmes;
  private final Regimes regimes;
  private final Ledger ledger;
  private final Clock time;

  Commission(
      JdbcClient jdbc,
      Mandates mandates,
      Programmes programmes,
      Regimes regimes,
      Ledger ledger,
      Clock time) {
    this.jdbc = jdbc;
    this.mandates = mandates;
    this.programmes = programmes;
    this.regimes = regimes;
    this.ledger = ledger;
    this.time = time;
  }

  /** Gives the commission the seats of the regime; it keeps them if the regime changes. */
  public void open(String programme) {
    if (!seats(programme).isEmpty()) {
      return;
    }
    String regime = programmes.get(programme).regime();
    jdbc.sql("insert into trame.commission (programme) values (?)").param(programme).update();
    List<String> categories = regimes.keys(regime, "Seats");
    for (int position = 0; position < categories.size(); position++) {
      Rule rule = regimes.decide(regime, "Seats", Map.of("category", categories.get(position)));
      jdbc.sql(
              "insert into trame.commission_seat (programme, category, position, kind, seats,"
                  + " hard, source) values (?, ?, ?, ?, ?, ?, ?)")
          .params(
              programme,
              categories.get(position),
              position,
              rule.string("kind"),
              rule.integer("seats"),
              rule.yes("hard"),
              rule.source())
          .update();
    }
  }

  /** The seats by category with their holders, in the order of the regime: two queries. */
  @Transactional(readOnly = true)
  public List<SeatCategory> seats(String programme) {
    Map<String, List<SeatCategory.Holder>> holders =
        current(programme).stream()
            .collect(
                Collectors.groupingBy(
                    Mandate::category,
                    Collectors.mapping(SeatCategory.Holder::of, Collectors.toList())));
    return jdbc.sql("select * from trame.commission_seat where programme = ? order by position")
        .param(programme)
        .query(
            (row, n) ->
                new SeatCategory(
                    row.getString("category"),
                    SeatCategory.Kind.valueOf(row.getString("kind")),
                    row.getInt("seats"),
                    row.getBoolean("hard"),
                    row.getString("source"),
                    row.getString("vacancy_reason"),
                    holders.getOrDefault(row.getString("category"), List.of())))
        .list();
  }

  /** How the commission meets: its internal rules, before them the regime's parameters. */
  public InternalRules rules(String programme) {
    String regime = programmes.get(programme).regime();
    Rule days = regimes.parameter(regime, "commission-documents-days");
    return jdbc.sql(
            "select documents_days, quorum_percent, rules_adopted_on from trame.commission where"
                + " programme = ? and rules_adopted_on is not null")
        .param(programme)
        .query(
            (row, n) ->
                new InternalRules(
                    row.getInt(1), row.getInt(2), row.getDate(3).toLocalDate(), days.source()))
        .optional()
        .orElseGet(
            () ->
                new InternalRules(
                    days.integer("value"),
                    regimes.parameter(regime, "commission-quorum-percent").integer("value"),
                    null,
                    days.source()));
  }

  /**
   * Puts a person forward for a seat, or corrects a nomination.
   *
   * @throws Refusal if the mandate ends before it begins, no seat of the category is free, or the
   *     person has another seat at the same time
   */
  public void nominate(String programme, Nomination person) {
    Mandate corrected = person.id() == null ? null : undesignated(programme, person.id());
    int seat = freeSeat(programme, person, corrected);
    if (corrected == null) {
      mandates.insert(programme, person, seat);
    } else {
      mandates.update(corrected.id(), person, seat);
    }
    ledger.record(
        programme, "seat-nominated", Map.of("category", person.category(), "number", seat));
  }

  /** The number of a seat of the category that is free for the whole mandate. */
  private int freeSeat(String programme, Nomination person, Mandate corrected) {
    LocalDate from = person.mandateFrom();
    LocalDate to = person.mandateTo();
    List<Mandate> atTheSameTime =
        mandates.of(programme).stream()
            .filter(m -> corrected == null || m.id() != corrected.id())
            .filter(m -> m.overlaps(from, to))
            .toList();
    var taken =
        atTheSameTime.stream()
            .filter(m -> m.category().equals(person.category()))
            .map(Mandate::number)
            .collect(Collectors.toSet());
    int free =
        IntStream.iterate(1, n -> n + 1).filter(n -> !taken.contains(n)).findFirst().orElse(1);
    SeatCategory category = category(programme, person.category());
    Mandate other = atTheSameTime.stream().filter(m -> m.isOf(person)).findFirst().orElse(null);
    new Check()
        .that(to == null || !to.isBefore(from), "mandateTo", "refusal.commission.mandateEnd", from)
        .that(
            category.kind() != SeatCategory.Kind.EXACT || free <= category.seats(),
            "category",
            "refusal.commission.excess",
            category.seats(),
            category.source())
        .that(
            other == null,
            "personName",
            "refusal.commission.twoSeats",
            other == null ? new Object[0] : Mandate.said(other.seat()))
        .done();
    return free;
  }

  /** Withdraws a nomination before the designation. */
  public void removeNomination(String programme, RemoveNomination nomination) {
    Mandate removed = undesignated(programme, nomination.id());
    mandates.remove(removed.id());
    ledger.record(
        programme,
        "nomination-removed",
        Map.of("category", removed.category(), "number", removed.number()));
  }

  /**
   * Ends a mandate; the seat keeps its number and is vacant afterwards.
   *
   * @throws Refusal if it would end before it began
   */
  public void endMandate(String programme, EndMandate end) {
    Mandate mandate = inSeat(programme, end.seat());
    if (end.endsOn().isBefore(mandate.from())) {
      throw Refusal.at("endsOn", "refusal.commission.mandateEnd", mandate.from());
    }
    mandates.end(mandate.id(), end.endsOn(), end.endReason());
    ledger.record(
        programme,
        "mandate-ended",
        Map.of(
            "category", mandate.category(),
            "number", mandate.number(),
            "endsOn", end.endsOn().toString()));
  }

  /** Says why seats of a category stay vacant. */
  public void explainVacancy(String programme, VacancyReason reason) {
    jdbc.sql(
            "update trame.commission_seat set vacancy_reason = ? where programme = ? and category"
                + " = ?")
        .params(reason.vacancyReason(), programme, reason.category())
        .update();
    ledger.record(
        programme,
        "vacancy-explained",
        Map.of("category", reason.category(), "reason", reason.vacancyReason()));
  }

  /** Why the nominations cannot be closed yet. */
  @Transactional(readOnly = true)
  public List<Violation> missing(String programme) {
    return seats(programme).stream()
        .filter(s -> s.vacant() > 0 && (s.hard() || s.vacancyReason() == null))
        .map(
            s ->
                Violation.at(
                    "",
                    s.hard() ? "refusal.commission.shortage" : "refusal.commission.vacancy",
                    new Messages.Key("seat-category." + s.category()),
                    s.seats(),
                    s.filled(),
                    s.source()))
        .toList();
  }

  /**
   * Closes the nominations.
   *
   * @throws Refusal if seats the rule makes a condition are vacant, or others without a reason
   */
  public void completeNominations(String programme) {
    refuseIfAny(missing(programme));
    List<SeatCategory> seats = seats(programme);
    ledger.record(
        programme,
        "nominations-complete",
        Map.of(
            "filled", seats.stream().mapToInt(SeatCategory::filled).sum(),
            "vacant", seats.stream().mapToInt(SeatCategory::vacant).sum()));
  }

  static void refuseIfAny(List<Violation> violations) {
    if (!violations.isEmpty()) {
      throw new Refusal(violations);
    }
  }

  /**
   * The council has designated the people who were put forward.
   *
   * @throws Refusal if the resolution is dated in the future or before the notification
   */
  public void designate(String programme, DesignateCommission resolution) {
    Programme about = programmes.get(programme);
    checkResolution(about, resolution.resolutionOn());
    jdbc.sql(
            "update trame.commission set resolution_number = ?, resolution_on = ? where programme"
                + " = ?")
        .params(resolution.resolutionNumber(), Date.valueOf(resolution.resolutionOn()), programme)
        .update();
    int members =
        mandates.designate(programme, resolution.resolutionNumber(), resolution.resolutionOn());
    ledger.record(
        programme,
        "commission-designated",
        Map.of(
            "resolution", resolution.resolutionNumber(),
            "on", resolution.resolutionOn().toString(),
            "members", members));
  }

  /** The council designates somebody for a vacant seat later on; same rules as a nomination. */
  public void replace(String programme, Replacement replacement) {
    checkResolution(programmes.get(programme), replacement.resolutionOn());
    nominate(programme, replacement.nomination());
    mandates.designate(programme, replacement.resolutionNumber(), replacement.resolutionOn());
    ledger.record(
        programme,
        "commission-designated",
        Map.of(
            "resolution", replacement.resolutionNumber(),
            "on", replacement.resolutionOn().toString(),
            "members", 1));
  }

  private void checkResolution(Programme about, LocalDate on) {
    new Check()
        .that(!on.isAfter(today()), "resolutionOn", "refusal.consultation.future", on)
        .that(
            !on.isBefore(about.notifiedOn()),
            "resolutionOn",
            "refusal.commission.beforeNotification",
            about.notifiedOn())
        .done();
  }

  /**
   * The commission has adopted its internal rules.
   *
   * @throws Refusal if adopted in the future or before the designation, if the documents may be
   *     sent later than the regime allows, or the quorum is no share
   */
  public void adoptRules(String programme, AdoptInternalRules rules) {
    Rule minimum =
        regimes.parameter(programmes.get(programme).regime(), "commission-documents-days");
    LocalDate designated =
        jdbc.sql("select resolution_on from trame.commission where programme = ?")
            .param(programme)
            .query(LocalDate.class)
            .single();
    new Check()
        .that(
            !rules.adoptedOn().isAfter(today()),
            "adoptedOn",
            "refusal.consultation.future",
            rules.adoptedOn())
        .that(
            !rules.adoptedOn().isBefore(designated),
            "adoptedOn",
            "refusal.commission.rulesBeforeDesignation",
            designated)
        .that(
            rules.documentsDays() >= minimum.integer("value"),
            "documentsDays",
            "refusal.commission.documentsDays",
            minimum.integer("value"),
            minimum.source())
        .that(
            rules.quorumPercent() >= 1 && rules.quorumPercent() <= 100,
            "quorumPercent",
            "refusal.commission.quorumPercent")
        .done();
    jdbc.sql(
            "update trame.commission set rules_adopted_on = ?, documents_days = ?, quorum_percent"
                + " = ? where programme = ?")
        .params(
            Date.valueOf(rules.adoptedOn()),
            rules.documentsDays(),
            rules.quorumPercent(),
            programme)
        .update();
    ledger.record(
        programme,
        "rules-adopted",
        Map.of(
            "on", rules.adoptedOn().toString(),
            "days", rules.documentsDays(),
            "quorum", rules.quorumPercent()));
  }

  /** The mandates that run or are to run, by seat. */
  List<Mandate> current(String programme) {
    return mandates.of(programme).stream().filter(m -> !m.endsBefore(today())).toList();
  }

  /** The mandate that runs in this seat, or is the next to. */
  Mandate inSeat(String programme, String seat) {
    return current(programme).stream()
        .filter(m -> m.seat().equals(seat))
        .findFirst()
        .orElseThrow(() -> Refusal.at("seat", "refusal.consultation.noSeat", Mandate.said(seat)));
  }

  private Mandate undesignated(String programme, String id) {
    return mandates.of(programme).stream()
        .filter(m -> Objects.equals(String.valueOf(m.id()), id) && m.designatedOn() == null)
        .findFirst()
        .orElseThrow(() -> Refusal.of("refusal.commission.notNominated"));
  }

  private SeatCategory category(String programme, String category) {
    return seats(programme).stream()
        .filter(s -> s.category().equals(category))
        .findFirst()
        .orElseThrow(() -> Refusal.at("category", "refusal.input.choice", category));
  }

  private LocalDate today() {
    return LocalDate.now(time);
  }
}
