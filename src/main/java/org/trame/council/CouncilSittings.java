package org.trame.council;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.input.Check;
import org.trame.ledger.Ledger;
import org.trame.profile.MunicipalProfiles;
import org.trame.programme.Elaborations;
import org.trame.programme.Programme;
import org.trame.programme.Programmes;
import org.trame.regime.Regimes;
import org.trame.regime.Rule;

/** The sittings of municipal councils on programmes. */
@Component
@Transactional
public class CouncilSittings {

  private final JdbcClient jdbc;
  private final Programmes programmes;
  private final Regimes regimes;
  private final MunicipalProfiles profiles;
  private final Ledger ledger;
  private final List<VoteObstacle> obstacles;
  private final Elaborations elaborations;
  private final Clock time;

  CouncilSittings(
      JdbcClient jdbc,
      Programmes programmes,
      Regimes regimes,
      MunicipalProfiles profiles,
      Ledger ledger,
      List<VoteObstacle> obstacles,
      Elaborations elaborations,
      Clock time) {
    this.jdbc = jdbc;
    this.programmes = programmes;
    this.regimes = regimes;
    this.profiles = profiles;
    this.ledger = ledger;
    this.obstacles = obstacles;
    this.elaborations = elaborations;
    this.time = time;
  }

  /** The sittings on a programme, oldest first. */
  @Transactional(readOnly = true)
  public List<Sitting> of(String programme) {
    return jdbc.sql("select * from trame.council_sitting where programme = ? order by id")
        .param(programme)
        .query(CouncilSittings::read)
        .list();
  }

  /**
   * Convenes the council on the programme as it is now, with the clear days the law gives to this
   * attempt.
   *
   * @throws org.trame.input.Refusal if the notice is too short or dated in the future, an opinion
   *     is without reply, or the third notice does not quote the rule
   */
  public Sitting convene(String programme, ConveneCouncil notice) {
    Programme about = programmes.get(programme);
    int attempt = nextAttempt(programme);
    Rule rule =
        regimes.law("CouncilConvening", Map.of("region", about.region(), "attempt", attempt));
    LocalDate sittingOn = notice.sittingAt().toLocalDate();
    int members =
        notice.membersInOffice() == null
            ? profiles.membersInOffice(about.nis()).orElse(0)
            : notice.membersInOffice();
    Check check = new Check();
    check.that(
        !notice.noticeSentOn().isAfter(LocalDate.now(time)),
        "noticeSentOn",
        "refusal.council.noticeInFuture");
    check.that(
        clearDaysBetween(notice.noticeSentOn(), sittingOn) >= rule.integer("clearDays"),
        "sittingAt",
        "refusal.council.clearDays",
        rule.integer("clearDays"),
        notice.noticeSentOn().plusDays(rule.integer("clearDays") + 1L),
        rule.source());
    check.that(members > 0, "membersInOffice", "refusal.council.members");
    check.that(
        !rule.yes("mustQuoteRule") || Boolean.TRUE.equals(notice.quotesRule()),
        "quotesRule",
        "refusal.council.quoteRule",
        rule.source());
    checkObstacles(programme, check);
    check.done();
    elaborations.settle(programme);
    jdbc.sql(
            "insert into trame.council_sitting (programme, attempt, notice_sent_on, sitting_at,"
                + " members_in_office) values (?, ?, ?, ?, ?)")
        .params(
            programme,
            attempt,
            Date.valueOf(notice.noticeSentOn()),
            Timestamp.valueOf(notice.sittingAt()),
            members)
        .update();
    ledger.record(
        programme,
        "council-convened",
        Map.of(
            "attempt", attempt,
            "sittingAt", notice.sittingAt().toString(),
            "source", rule.source()));
    return last(programme);
  }

  /**
   * Records what the council did at the sitting it was convened to.
   *
   * @return the sitting with its outcome
   * @throws org.trame.input.Refusal if the sitting is still to come, the votes do not add up to the
   *     members present, an opinion is without reply, or a rejection has no reason
   */
  public Sitting recordVote(String programme, RecordVote vote) {
    Sitting sitting = last(programme);
    Programme about = programmes.get(programme);
    Rule rule =
        regimes.law(
            "CouncilConvening", Map.of("region", about.region(), "attempt", sitting.attempt()));
    new Check()
        .that(
            !sitting.sittingAt().isAfter(LocalDateTime.now(time)),
            "refusal.council.notYet",
            sitting.sittingAt())
        .that(
            !vote.negative() && vote.membersPresent() <= sitting.membersInOffice(),
            "membersPresent",
            "refusal.council.present",
            sitting.membersInOffice())
        .done();
    boolean deliberates =
        !rule.yes("quorumRequired") || vote.membersPresent() * 2 > sitting.membersInOffice();
    Sitting.Outcome outcome =
        deliberates ? deliberate(programme, vote, rule) : Sitting.Outcome.NO_QUORUM;
    jdbc.sql(
            "update trame.council_sitting set members_present = ?, votes_for = ?, votes_against ="
                + " ?, abstentions = ?, resolution_number = ?, outcome = ?, reason = ? where id ="
                + " ?")
        .params(
            vote.membersPresent(),
            deliberates ? RecordVote.orZero(vote.votesFor()) : null,
            deliberates ? RecordVote.orZero(vote.votesAgainst()) : null,
            deliberates ? RecordVote.orZero(vote.abstentions()) : null,
            deliberates ? vote.resolutionNumber() : null,
            outcome.name(),
            outcome == Sitting.Outcome.REJECTED ? vote.rejectionReason() : null,
            sitting.id())
        .update();
    ledger.record(
        programme,
        "council-" + outcome.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
        Map.of(
            "votesFor", RecordVote.orZero(vote.votesFor()),
            "votesAgainst", RecordVote.orZero(vote.votesAgainst()),
            "abstentions", RecordVote.orZero(vote.abstentions()),
            "present", vote.membersPresent(),
            "members", sitting.membersInOffice(),
            "resolution", vote.resolutionNumber() == null ? "" : vote.resolutionNumber(),
            "source", rule.source()));
    return last(programme);
  }

  private Sitting.Outcome deliberate(String programme, RecordVote vote, Rule rule) {
    // Absolute majority of the votes cast; a tie rejects (new municipal law, art. 99).
    boolean adopted = RecordVote.orZero(vote.votesFor()) * 2 > vote.cast();
    Check check = new Check();
    check.that(
        vote.counted() == vote.membersPresent(),
        "votesFor",
        "refusal.council.votes",
        vote.counted(),
        vote.membersPresent());
    check.that(vote.resolutionNumber() != null, "resolutionNumber", "refusal.council.resolution");
    check.that(
        adopted || vote.rejectionReason() != null,
        "rejectionReason",
        "refusal.council.rejectionReason");
    checkObstacles(programme, check);
    check.done();
    return adopted ? Sitting.Outcome.ADOPTED : Sitting.Outcome.REJECTED;
  }

  private void checkObstacles(String programme, Check check) {
    obstacles.stream()
        .flatMap(o -> o.obstacles(programme).stream())
        .forEach(v -> check.that(false, v.field(), v.key(), v.args().toArray()));
  }

  /** Whole days between two days, neither of which is counted. */
  static long clearDaysBetween(LocalDate notice, LocalDate sitting) {
    return ChronoUnit.DAYS.between(notice, sitting) - 1;
  }

  private int nextAttempt(String programme) {
    List<Sitting> sittings = of(programme);
    if (sittings.isEmpty()) {
      return 1;
    }
    Sitting last = sittings.get(sittings.size() - 1);
    return last.outcome() == Sitting.Outcome.NO_QUORUM ? Math.min(last.attempt() + 1, 3) : 1;
  }

  private Sitting last(String programme) {
    List<Sitting> sittings = of(programme);
    return sittings.get(sittings.size() - 1);
  }

  private static Sitting read(ResultSet row, int n) throws SQLException {
    String outcome = row.getString("outcome");
    return new Sitting(
        row.getLong("id"),
        row.getInt("attempt"),
        row.getDate("notice_sent_on").toLocalDate(),
        row.getTimestamp("sitting_at").toLocalDateTime(),
        row.getInt("members_in_office"),
        (Integer) row.getObject("members_present"),
        (Integer) row.getObject("votes_for"),
        (Integer) row.getObject("votes_against"),
        (Integer) row.getObject("abstentions"),
        row.getString("resolution_number"),
        outcome == null ? null : Sitting.Outcome.valueOf(outcome),
        row.getString("reason"));
  }
}
