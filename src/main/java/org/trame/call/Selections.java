package org.trame.call;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.funding.Envelope;
import org.trame.funding.Envelopes;
import org.trame.funding.Shares;
import org.trame.input.Check;
import org.trame.input.Violation;
import org.trame.ledger.Ledger;
import org.trame.programme.Programmes;
import org.trame.regime.Regimes;
import org.trame.regime.Rule;

/** The decision on a round: who is kept, with which shares, and the programmes that follow. */
@Component
@Transactional
public class Selections {

  private final JdbcClient jdbc;
  private final SelectionRounds rounds;
  private final Candidatures candidatures;
  private final Programmes programmes;
  private final Envelopes envelopes;
  private final Regimes regimes;
  private final Ledger ledger;
  private final Clock time;

  Selections(
      JdbcClient jdbc,
      SelectionRounds rounds,
      Candidatures candidatures,
      Programmes programmes,
      Envelopes envelopes,
      Regimes regimes,
      Ledger ledger,
      Clock time) {
    this.jdbc = jdbc;
    this.rounds = rounds;
    this.candidatures = candidatures;
    this.programmes = programmes;
    this.envelopes = envelopes;
    this.regimes = regimes;
    this.ledger = ledger;
    this.time = time;
  }

  /**
   * Decides on a candidature, or changes the decision.
   *
   * @throws org.trame.input.Refusal if one that is kept has no shares, or one that is not has some
   */
  public void decide(String roundId, DecideCandidature form) {
    rounds.locked(roundId, Round.State.DECISION);
    Check check = new Check();
    if (form.kept()) {
      check.that(sign(form.regionalShare()) > 0, "regionalShare", "refusal.selection.share");
      check.that(
          form.federalShare() != null && sign(form.federalShare()) >= 0,
          "federalShare",
          "refusal.selection.federalShare");
    } else {
      check.that(sign(form.regionalShare()) == 0, "regionalShare", "refusal.selection.noShare");
      check.that(sign(form.federalShare()) == 0, "federalShare", "refusal.selection.noShare");
    }
    check.done();
    jdbc.sql(
            "update trame.candidature set kept = ?, reason = ?, regional_share = ?, federal_share"
                + " = ? where round = ? and code = ?")
        .params(
            form.kept(),
            form.decisionReason(),
            form.kept() ? form.regionalShare() : null,
            form.kept() ? form.federalShare() : null,
            roundId,
            form.candidature())
        .update();
    ledger.record(
        roundId,
        "candidature-decided",
        Map.of("name", candidatures.get(roundId, form.candidature()).name(), "kept", form.kept()));
  }

  private static int sign(BigDecimal amount) {
    return amount == null ? 0 : amount.signum();
  }

  /** Why the round cannot be decided yet; empty if it can. */
  public List<Violation> missing(String roundId) {
    Round round = rounds.get(roundId);
    List<Candidature> all = candidatures.of(roundId);
    List<Violation> missing = new ArrayList<>();
    all.stream()
        .filter(c -> c.kept() == null)
        .forEach(c -> missing.add(Violation.at("", "refusal.selection.undecided", c.name())));
    List<Candidature> kept = all.stream().filter(Candidature::isKept).toList();
    if (kept.isEmpty()) {
      missing.add(Violation.at("", "refusal.selection.none"));
    }
    Rule most = regimes.parameter(round.regime(), "contracts-a-year");
    int elsewhere = rounds.keptElsewhere(round);
    if (kept.size() + elsewhere > most.integer("value")) {
      missing.add(
          Violation.at(
              "",
              "refusal.selection.most",
              most.integer("value"),
              kept.size(),
              elsewhere,
              most.source()));
    }
    addsUp(
        kept,
        Candidature::regionalShare,
        round.regionalEnvelope(),
        "refusal.selection.regionalSum",
        missing);
    addsUp(
        kept,
        Candidature::federalShare,
        round.federalEnvelope(),
        "refusal.selection.federalSum",
        missing);
    return missing;
  }

  private static void addsUp(
      List<Candidature> kept,
      Function<Candidature, BigDecimal> share,
      BigDecimal envelope,
      String key,
      List<Violation> missing) {
    BigDecimal sum = Shares.sum(kept.stream().map(share).toList());
    if (sum.compareTo(envelope) != 0) {
      missing.add(Violation.at("", key, sum, envelope, envelope.subtract(sum)));
    }
  }

  /**
   * The municipal shares of those kept so far, in the order of registration: a percentage of the
   * regional envelope in equal parts, the remaining cents to the first.
   */
  public List<BigDecimal> municipalShares(String roundId) {
    Round round = rounds.get(roundId);
    int kept = (int) candidatures.of(roundId).stream().filter(Candidature::isKept).count();
    BigDecimal percent =
        regimes.parameter(round.regime(), "municipal-share-percent").decimal("value");
    return kept == 0
        ? List.of()
        : Shares.divide(Shares.percent(round.regionalEnvelope(), percent), kept);
  }

  /**
   * Decides the round: the municipal shares are set, and every candidate gets a reasoned notice.
   *
   * @throws org.trame.input.Refusal if a candidature is undecided, none or too many are kept, the
   *     shares do not add up, or the notification is dated in the future
   */
  public void decide(String roundId, DecideSelection form) {
    rounds.locked(roundId, Round.State.DECISION);
    Check check = new Check();
    missing(roundId).forEach(v -> check.that(false, v.field(), v.key(), v.args().toArray()));
    check.that(
        !form.notifiedOn().isAfter(LocalDate.now(time)),
        "notifiedOn",
        "refusal.selection.notifiedInFuture");
    check.done();
    List<BigDecimal> municipal = municipalShares(roundId);
    List<Candidature> all = candidatures.of(roundId);
    List<Candidature> kept = all.stream().filter(Candidature::isKept).toList();
    for (int n = 0; n < kept.size(); n++) {
      jdbc.sql("update trame.candidature set municipal_share = ? where round = ? and code = ?")
          .params(municipal.get(n), roundId, kept.get(n).code())
          .update();
    }
    rounds.decided(roundId, form.notifiedOn());
    all.forEach(c -> notice(roundId, c));
    ledger.record(
        roundId,
        "selection-decided",
        Map.of(
            "kept", kept.size(),
            "candidatures", all.size(),
            "notifiedOn", form.notifiedOn().toString()));
  }

  private void notice(String roundId, Candidature candidature) {
    Map<String, String> details =
        Map.of(
            "name", candidature.name(),
            "municipality", candidature.municipality().name(),
            "reason", candidature.reason());
    if (candidature.isKept()) {
      ledger.record(roundId, "candidature-kept", details);
    } else {
      ledger.record(roundId, "candidature-refused", details);
    }
  }

  /**
   * Opens the programmes of a decided round, each once however often this is called.
   *
   * @return their ids
   */
  public List<String> openProgrammes(String roundId) {
    Round round = rounds.locked(roundId, Round.State.DECIDED);
    return candidatures.of(roundId).stream()
        .filter(Candidature::isKept)
        .map(c -> c.programme() == null ? open(round, c) : c.programme())
        .toList();
  }

  private String open(Round round, Candidature kept) {
    String programme =
        programmes.open(round.regime(), kept.name(), kept.municipality().nis(), round.notifiedOn());
    jdbc.sql("update trame.candidature set programme = ? where round = ? and code = ?")
        .params(programme, round.id(), kept.code())
        .update();
    envelopes.grant(
        new Envelope(
            programme,
            round.id(),
            round.year(),
            kept.regionalShare(),
            kept.federalShare(),
            kept.municipalShare()));
    return programme;
  }
}
