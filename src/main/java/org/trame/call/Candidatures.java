package org.trame.call;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.input.Check;
import org.trame.input.Violation;
import org.trame.ledger.Ledger;
import org.trame.programme.Municipality;
import org.trame.programme.Programmes;

/** The candidatures of a round and their scores. */
@Component
@Transactional
public class Candidatures {

  private static final int HIGHEST_SCORE = 100;

  private final JdbcClient jdbc;
  private final SelectionRounds rounds;
  private final Programmes programmes;
  private final Ledger ledger;

  Candidatures(JdbcClient jdbc, SelectionRounds rounds, Programmes programmes, Ledger ledger) {
    this.jdbc = jdbc;
    this.rounds = rounds;
    this.programmes = programmes;
    this.ledger = ledger;
  }

  /**
   * Registers a candidature, or changes it.
   *
   * @throws org.trame.input.Refusal if the municipality is not of the Region, or the same programme
   *     is registered already
   */
  public void register(String roundId, RegisterCandidature form) {
    Round round = rounds.locked(roundId, Round.State.CANDIDATURES);
    String region = rounds.region(round);
    Check check = new Check();
    check.that(
        programmes
            .municipality(form.municipality())
            .filter(m -> m.region().equals(region))
            .isPresent(),
        "municipality",
        "refusal.candidature.region");
    List<Candidature> others =
        of(roundId).stream().filter(c -> !c.code().equals(form.id())).toList();
    check.that(
        form.id() == null || others.size() < of(roundId).size(), "refusal.candidature.unknown");
    String plain = Programmes.plain(form.programmeName());
    check.that(!plain.isEmpty(), "programmeName", "refusal.candidature.name");
    check.that(
        others.stream()
            .noneMatch(
                c ->
                    c.municipality().nis().equals(form.municipality())
                        && Programmes.plain(c.name()).equals(plain)),
        "programmeName",
        "refusal.candidature.twice");
    check.done();
    if (form.id() == null) {
      insert(round, form, plain);
    } else {
      jdbc.sql("update trame.candidature set nis = ?, name = ? where round = ? and code = ?")
          .params(form.municipality(), form.programmeName(), roundId, form.id())
          .update();
    }
    ledger.record(
        roundId,
        "candidature-registered",
        Map.of("name", form.programmeName(), "municipality", name(form.municipality())));
  }

  private void insert(Round round, RegisterCandidature form, String plain) {
    List<String> codes = of(round.id()).stream().map(Candidature::code).toList();
    String code = plain;
    for (int n = 2; codes.contains(code); n++) {
      code = plain + "-" + n;
    }
    jdbc.sql("insert into trame.candidature (round, code, nis, name) values (?, ?, ?, ?)")
        .params(round.id(), code, form.municipality(), form.programmeName())
        .update();
  }

  private String name(String nis) {
    return programmes.municipality(nis).map(Municipality::name).orElse(nis);
  }

  /** Takes a candidature away, with its scores. */
  public void remove(String roundId, RemoveCandidature form) {
    rounds.locked(roundId, Round.State.CANDIDATURES);
    Candidature candidature = get(roundId, form.id());
    jdbc.sql("delete from trame.candidature where round = ? and code = ?")
        .params(roundId, form.id())
        .update();
    ledger.record(
        roundId,
        "candidature-removed",
        Map.of("name", candidature.name(), "municipality", candidature.municipality().name()));
  }

  /**
   * Scores a candidature on a criterion, or changes the score.
   *
   * @throws org.trame.input.Refusal if the score is not between 0 and 100
   */
  public void score(String roundId, ScoreCandidature form) {
    rounds.locked(roundId, Round.State.CANDIDATURES);
    new Check()
        .that(
            form.score() >= 0 && form.score() <= HIGHEST_SCORE,
            "score",
            "refusal.candidature.score",
            HIGHEST_SCORE)
        .done();
    jdbc.sql(
            "insert into trame.candidature_score (round, candidature, criterion, score, reason)"
                + " values (?, ?, ?, ?, ?) on conflict (round, candidature, criterion) do update"
                + " set score = excluded.score, reason = excluded.reason")
        .params(roundId, form.candidature(), form.criterion(), form.score(), form.scoreReason())
        .update();
    ledger.record(
        roundId,
        "candidature-scored",
        Map.of(
            "name", get(roundId, form.candidature()).name(),
            "criterion", form.criterion(),
            "score", form.score()));
  }

  /** What is missing before the decision may be asked; empty if nothing. */
  @Transactional(readOnly = true)
  public List<Violation> missing(String roundId) {
    List<Candidature> all = of(roundId);
    if (all.isEmpty()) {
      return List.of(Violation.at("", "refusal.candidature.none"));
    }
    List<Criterion> grid = rounds.grid(roundId);
    return all.stream()
        .filter(c -> c.total(grid) == null)
        .map(c -> Violation.at("", "refusal.candidature.unscored", c.name()))
        .toList();
  }

  /**
   * The candidatures are complete.
   *
   * @throws org.trame.input.Refusal if there is none, or one has no score on a criterion
   */
  public void complete(String roundId) {
    rounds.locked(roundId, Round.State.CANDIDATURES);
    Check check = new Check();
    missing(roundId).forEach(v -> check.that(false, v.field(), v.key(), v.args().toArray()));
    check.done();
    rounds.awaitDecision(roundId);
    ledger.record(roundId, "candidatures-complete", Map.of("count", of(roundId).size()));
  }

  /** The candidatures of a round, in the order they were registered. */
  @Transactional(readOnly = true)
  public List<Candidature> of(String roundId) {
    Map<String, Map<String, Candidature.Score>> scores = scores(roundId);
    return jdbc.sql(
            "select c.*, m.name as municipality, m.dutch_name, m.region, m.inhabitants, m.year"
                + " from trame.candidature c join trame.municipality m on m.nis = c.nis where"
                + " c.round = ? order by c.position")
        .param(roundId)
        .query((row, n) -> read(row, scores))
        .list();
  }

  /**
   * One candidature.
   *
   * @throws java.util.NoSuchElementException if there is none
   */
  @Transactional(readOnly = true)
  public Candidature get(String roundId, String code) {
    return of(roundId).stream().filter(c -> c.code().equals(code)).findFirst().orElseThrow();
  }

  private Map<String, Map<String, Candidature.Score>> scores(String roundId) {
    Map<String, Map<String, Candidature.Score>> scores = new HashMap<>();
    jdbc.sql(
            "select candidature, criterion, score, reason from trame.candidature_score where round"
                + " = ?")
        .param(roundId)
        .query(
            row -> {
              scores
                  .computeIfAbsent(row.getString(1), c -> new HashMap<>())
                  .put(row.getString(2), new Candidature.Score(row.getInt(3), row.getString(4)));
            });
    return scores;
  }

  private static Candidature read(ResultSet row, Map<String, Map<String, Candidature.Score>> scores)
      throws SQLException {
    String code = row.getString("code");
    return new Candidature(
        code,
        new Municipality(
            row.getString("nis"),
            row.getString("municipality"),
            row.getString("dutch_name"),
            row.getString("region"),
            row.getInt("inhabitants"),
            row.getInt("year")),
        row.getString("name"),
        scores.getOrDefault(code, Map.of()),
        (Boolean) row.getObject("kept"),
        row.getString("reason"),
        row.getBigDecimal("regional_share"),
        row.getBigDecimal("federal_share"),
        row.getBigDecimal("municipal_share"),
        row.getString("programme"));
  }
}
