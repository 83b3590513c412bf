package org.trame.call;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.access.Actor;
import org.trame.access.Actors;
import org.trame.access.Role;
import org.trame.input.Check;
import org.trame.input.Refusal;
import org.trame.ledger.Ledger;
import org.trame.regime.Regimes;
import org.trame.regime.Rule;

/** The selection rounds: envelope, year, frozen grid. */
@Component
@Transactional
public class SelectionRounds {

  private static final String CRITERIA = "Criteria";

  private final JdbcClient jdbc;
  private final Regimes regimes;
  private final Ledger ledger;
  private final Clock time;

  SelectionRounds(JdbcClient jdbc, Regimes regimes, Ledger ledger, Clock time) {
    this.jdbc = jdbc;
    this.regimes = regimes;
    this.ledger = ledger;
    this.time = time;
  }

  /** The regimes whose programmes are selected: those that have a grid. */
  public List<String> regimes() {
    return regimes.all().stream().filter(r -> regimes.has(r, CRITERIA)).toList();
  }

  /** The Region of a round's regime. */
  public String region(Round round) {
    return region(round.regime());
  }

  private String region(String regime) {
    return regimes.parameter(regime, "region").string("value");
  }

  /**
   * Opens a round and freezes its grid.
   *
   * @throws Refusal if an amount is not positive, the year is not near, the actor examines for
   *     another Region, or a round of the same regime and year is not decided yet
   */
  public Round open(OpenRound form) {
    String regime = regime(form);
    int thisYear = LocalDate.now(time).getYear();
    Check check = new Check();
    check.that(mayOpen(regime), "roundRegime", "refusal.round.otherRegion");
    check.that(
        Math.abs(form.year() - thisYear) <= 1,
        "year",
        "refusal.round.year",
        String.valueOf(thisYear - 1),
        String.valueOf(thisYear + 1));
    positive(check, "regionalEnvelope", form.regionalEnvelope());
    positive(check, "federalEnvelope", form.federalEnvelope());
    undecided(regime, form.year())
        .ifPresent(r -> check.that(false, "year", "refusal.round.open", r.id()));
    check.done();
    String id = newId(form.year());
    insert(id, regime, form);
    freezeGrid(id, regime);
    ledger.record(
        id,
        "round-opened",
        Map.of(
            "regime", regime,
            "year", String.valueOf(form.year()),
            "regional", form.regionalEnvelope().toPlainString(),
            "federal", form.federalEnvelope().toPlainString()));
    return get(id);
  }

  private String regime(OpenRound form) {
    if (form.roundRegime() != null) {
      return form.roundRegime();
    }
    List<String> all = regimes();
    if (all.size() != 1) {
      throw Refusal.at("roundRegime", "refusal.input.required");
    }
    return all.get(0);
  }

  private boolean mayOpen(String regime) {
    Actor actor = Actors.current();
    return actor.isSystem() || actor.in(Role.REGION_EXAMINER.group("", region(regime)));
  }

  private static void positive(Check check, String field, BigDecimal amount) {
    check.that(amount.signum() > 0, field, "refusal.round.amount");
  }

  private void insert(String id, String regime, OpenRound form) {
    try {
      jdbc.sql(
              "insert into trame.selection_round (id, regime, year, regional_envelope,"
                  + " federal_envelope, opened_on, state) values (?, ?, ?, ?, ?, ?,"
                  + " 'CANDIDATURES')")
          .params(
              id,
              regime,
              form.year(),
              form.regionalEnvelope(),
              form.federalEnvelope(),
              Date.valueOf(LocalDate.now(time)))
          .update();
    } catch (DuplicateKeyException twice) {
      throw Refusal.at("year", "refusal.round.open", id);
    }
  }

  private void freezeGrid(String id, String regime) {
    int position = 0;
    for (String code : regimes.keys(regime, CRITERIA)) {
      Rule rule = regimes.decide(regime, CRITERIA, Map.of("criterion", code));
      jdbc.sql(
              "insert into trame.selection_criterion (round, code, position, weight, source)"
                  + " values (?, ?, ?, ?, ?)")
          .params(id, code, position++, rule.integer("weight"), rule.source())
          .update();
    }
  }

  private String newId(int year) {
    String first = "selection-" + year;
    String id = first;
    for (int n = 2; find(id).isPresent(); n++) {
      id = first + "-" + n;
    }
    return id;
  }

  private Optional<Round> undecided(String regime, int year) {
    return jdbc.sql(
            "select * from trame.selection_round where regime = ? and year = ? and state <>"
                + " 'DECIDED'")
        .params(regime, year)
        .query(SelectionRounds::read)
        .optional();
  }

  /** The round with this id. */
  @Transactional(readOnly = true)
  public Optional<Round> find(String id) {
    return jdbc.sql("select * from trame.selection_round where id = ?")
        .param(id)
        .query(SelectionRounds::read)
        .optional();
  }

  /**
   * The round with this id.
   *
   * @throws org.springframework.dao.EmptyResultDataAccessException if there is none
   */
  @Transactional(readOnly = true)
  public Round get(String id) {
    return jdbc.sql("select * from trame.selection_round where id = ?")
        .param(id)
        .query(SelectionRounds::read)
        .single();
  }

  /**
   * A round in this state, locked until the end of the transaction.
   *
   * @throws Refusal if it is in another state
   */
  Round locked(String id, Round.State state) {
    Round round =
        jdbc.sql("select * from trame.selection_round where id = ? for update")
            .param(id)
            .query(SelectionRounds::read)
            .single();
    if (round.state() != state) {
      throw Refusal.of("refusal.round.state");
    }
    return round;
  }

  /** The grid of a round, in order. */
  @Transactional(readOnly = true)
  public List<Criterion> grid(String id) {
    return jdbc.sql(
            "select code, weight, source from trame.selection_criterion where round = ? order by"
                + " position")
        .param(id)
        .query((row, n) -> new Criterion(row.getString(1), row.getInt(2), row.getString(3)))
        .list();
  }

  /** How many contracts the other rounds of this one's regime and year have given. */
  @Transactional(readOnly = true)
  public int keptElsewhere(Round round) {
    return jdbc.sql(
            "select count(*) from trame.candidature c join trame.selection_round r on r.id ="
                + " c.round where r.regime = ? and r.year = ? and r.id <> ? and r.state ="
                + " 'DECIDED' and c.kept")
        .params(round.regime(), round.year(), round.id())
        .query(Integer.class)
        .single();
  }

  /** The candidatures are complete: the decision is awaited. */
  void awaitDecision(String id) {
    jdbc.sql("update trame.selection_round set state = 'DECISION' where id = ?").param(id).update();
  }

  /** The round is decided. */
  void decided(String id, LocalDate notifiedOn) {
    jdbc.sql("update trame.selection_round set state = 'DECIDED', notified_on = ? where id = ?")
        .params(Date.valueOf(notifiedOn), id)
        .update();
  }

  private static Round read(ResultSet row, int n) throws SQLException {
    Date notified = row.getDate("notified_on");
    return new Round(
        row.getString("id"),
        row.getString("regime"),
        row.getInt("year"),
        row.getBigDecimal("regional_envelope"),
        row.getBigDecimal("federal_envelope"),
        row.getDate("opened_on").toLocalDate(),
        Round.State.valueOf(row.getString("state")),
        notified == null ? null : notified.toLocalDate());
  }
}
