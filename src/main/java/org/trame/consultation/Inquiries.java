package org.trame.consultation;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.input.Check;
import org.trame.input.Refusal;
import org.trame.input.Violation;
import org.trame.ledger.Ledger;
import org.trame.programme.Programmes;
import org.trame.regime.Regimes;
import org.trame.regime.Rule;

/** The public inquiries, and what the concertation commission says of them. */
@Component
@Transactional
public class Inquiries {

  private final JdbcClient jdbc;
  private final Observations observations;
  private final Programmes programmes;
  private final Regimes regimes;
  private final Ledger ledger;
  private final Clock time;

  Inquiries(
      JdbcClient jdbc,
      Observations observations,
      Programmes programmes,
      Regimes regimes,
      Ledger ledger,
      Clock time) {
    this.jdbc = jdbc;
    this.observations = observations;
    this.programmes = programmes;
    this.regimes = regimes;
    this.ledger = ledger;
    this.time = time;
  }

  /** The inquiries with their observations, oldest first: two queries. */
  @Transactional(readOnly = true)
  public List<Inquiry> of(String programme) {
    Map<Long, List<Observation>> received = observations.of(programme);
    return jdbc.sql(
            "select i.*, c.opinion, c.given_on, c.conditions, c.motives, c.source as"
                + " concertation_source from trame.inquiry i left join trame.concertation_opinion"
                + " c on c.inquiry = i.id where i.programme = ? order by i.number")
        .param(programme)
        .query((row, n) -> read(row, received.getOrDefault(row.getLong("id"), List.of())))
        .list();
  }

  /** The latest inquiry. */
  @Transactional(readOnly = true)
  public Inquiry latest(String programme) {
    List<Inquiry> all = of(programme);
    return all.get(all.size() - 1);
  }

  /**
   * Announces an inquiry.
   *
   * @throws Refusal if announced in the future, opened in the past or too soon after the
   *     announcement, or too short
   */
  public Inquiry announce(String programme, AnnounceInquiry inquiry) {
    String regime = programmes.get(programme).regime();
    Rule lead = regimes.parameter(regime, "inquiry-announcement-days");
    Rule length = regimes.parameter(regime, "inquiry-minimum-days");
    new Check()
        .that(
            !inquiry.announcedOn().isAfter(today()),
            "announcedOn",
            "refusal.consultation.future",
            inquiry.announcedOn())
        .that(!inquiry.opensOn().isBefore(today()), "opensOn", "refusal.inquiry.past")
        .that(
            ChronoUnit.DAYS.between(inquiry.announcedOn(), inquiry.opensOn())
                >= lead.integer("value"),
            "opensOn",
            "refusal.inquiry.announcement",
            lead.integer("value"),
            inquiry.announcedOn().plusDays(lead.integer("value")),
            lead.source())
        .that(
            ChronoUnit.DAYS.between(inquiry.opensOn(), inquiry.closesOn()) + 1
                >= length.integer("value"),
            "closesOn",
            "refusal.inquiry.tooShort",
            length.integer("value"),
            inquiry.opensOn().plusDays(length.integer("value") - 1L),
            length.source())
        .done();
    jdbc.sql(
            "insert into trame.inquiry (programme, number, announced_on, opens_on, closes_on,"
                + " places, source) values (?, ?, ?, ?, ?, ?, ?)")
        .params(
            programme,
            of(programme).size() + 1,
            Date.valueOf(inquiry.announcedOn()),
            Date.valueOf(inquiry.opensOn()),
            Date.valueOf(inquiry.closesOn()),
            inquiry.places(),
            length.source())
        .update();
    ledger.record(
        programme,
        "inquiry-announced",
        Map.of(
            "opensOn", inquiry.opensOn().toString(),
            "closesOn", inquiry.closesOn().toString(),
            "places", inquiry.places(),
            "source", length.source()));
    return latest(programme);
  }

  /**
   * Registers an observation, or corrects one.
   *
   * @throws Refusal if it was not received between the first and the last day, or comes from the
   *     future
   */
  public void register(String programme, RecordObservation observation) {
    Inquiry inquiry = latest(programme);
    LocalDate received = observation.receivedOn();
    new Check()
        .that(
            !received.isBefore(inquiry.opensOn()) && !received.isAfter(inquiry.closesOn()),
            "receivedOn",
            "refusal.inquiry.outside",
            inquiry.opensOn(),
            inquiry.closesOn())
        .that(!received.isAfter(today()), "receivedOn", "refusal.consultation.future", received)
        .done();
    if (observation.id() == null) {
      int number = inquiry.observations().size() + 1;
      observations.insert(programme, inquiry, number, observation, today());
      ledger.record(
          programme,
          "observation-registered",
          Map.of(
              "observation", number,
              "author", observation.author().name(),
              "channel", observation.channel().name(),
              "receivedOn", received.toString()));
    } else {
      Observation corrected = observation(inquiry, observation.id());
      observations.update(corrected.id(), observation);
      ledger.record(programme, "observation-corrected", Map.of("observation", corrected.number()));
    }
  }

  /**
   * Refuses as long as the last day is not over.
   *
   * @throws Refusal before the end of the last day
   */
  @Transactional(readOnly = true)
  public void refuseBeforeEnd(String programme) {
    LocalDate last = latest(programme).closesOn();
    if (LocalDateTime.now(time).isBefore(last.atTime(LocalTime.of(23, 59, 59)))) {
      throw Refusal.of("refusal.inquiry.open", last);
    }
  }

  /** The last day is over. */
  public void close(String programme) {
    refuseBeforeEnd(programme);
    Inquiry inquiry = latest(programme);
    jdbc.sql("update trame.inquiry set closed = true where id = ?").param(inquiry.id()).update();
    ledger.record(
        programme, "inquiry-closed", Map.of("observations", inquiry.observations().size()));
  }

  /** Replies to an observation of the latest inquiry. */
  public void reply(String programme, ObservationReply reply) {
    Observation observation = observation(latest(programme), reply.observation());
    observations.reply(programme, observation.id(), reply, today());
    ledger.record(
        programme,
        "observation-answered",
        Map.of(
            "observation", observation.number(),
            "outcome", reply.outcome().name(),
            "reason", reply.reason()));
  }

  private static Observation observation(Inquiry inquiry, String number) {
    return inquiry.observations().stream()
        .filter(o -> String.valueOf(o.number()).equals(number))
        .findFirst()
        .orElseThrow(() -> Refusal.at("observation", "refusal.input.choice", number));
  }

  /** Why the inquiry cannot be summed up yet: a sentence for each observation without reply. */
  @Transactional(readOnly = true)
  public List<Violation> missing(String programme) {
    return latest(programme).observations().stream()
        .filter(o -> o.reply() == null)
        .map(o -> Violation.at("", "refusal.inquiry.unanswered", o.number()))
        .toList();
  }

  /**
   * Sums the inquiry up for the concertation commission and the council.
   *
   * @throws Refusal if an observation has no reply
   */
  public void summarise(String programme, SummariseInquiry summary) {
    Commission.refuseIfAny(missing(programme));
    jdbc.sql("update trame.inquiry set summary = ? where id = ?")
        .params(summary.summary(), latest(programme).id())
        .update();
    ledger.record(programme, "inquiry-summarised", Map.of());
  }

  /**
   * Records the opinion of the concertation commission.
   *
   * @throws Refusal if dated in the future or before the end of the inquiry, or conditional without
   *     conditions
   */
  public void recordConcertation(String programme, RecordConcertationOpinion given) {
    Inquiry inquiry = latest(programme);
    boolean conditional = given.concertation() == RecordConcertationOpinion.Position.CONDITIONAL;
    new Check()
        .that(
            !given.givenOn().isAfter(today()),
            "givenOn",
            "refusal.consultation.future",
            given.givenOn())
        .that(
            given.givenOn().isAfter(inquiry.closesOn()),
            "givenOn",
            "refusal.concertation.beforeEnd",
            inquiry.closesOn())
        .that(
            !conditional || given.conditions() != null,
            "conditions",
            "refusal.concertation.conditions")
        .done();
    insert(
        programme,
        inquiry,
        new ConcertationOpinion(
            ConcertationOpinion.Outcome.valueOf(given.concertation().name()),
            given.givenOn(),
            conditional ? given.conditions() : null,
            given.motives(),
            limit(programme).source()));
  }

  /** The limit has passed without an opinion: the procedure goes on. This is no agreement. */
  public void recordNoConcertation(String programme) {
    insert(
        programme,
        latest(programme),
        new ConcertationOpinion(
            ConcertationOpinion.Outcome.NONE, null, null, null, limit(programme).source()));
  }

  private Rule limit(String programme) {
    return regimes.decide(
        programmes.get(programme).regime(), "TimeLimits", Map.of("step", "concertation-opinion"));
  }

  private void insert(String programme, Inquiry inquiry, ConcertationOpinion opinion) {
    jdbc.sql(
            "insert into trame.concertation_opinion (inquiry, programme, opinion, given_on,"
                + " conditions, motives, source) values (?, ?, ?, ?, ?, ?, ?)")
        .params(
            inquiry.id(),
            programme,
            opinion.outcome().name(),
            opinion.givenOn() == null ? null : Date.valueOf(opinion.givenOn()),
            opinion.conditions(),
            opinion.motives(),
            opinion.source())
        .update();
    ledger.record(
        programme,
        "concertation-" + opinion.outcome().name().toLowerCase(Locale.ROOT),
        Map.of(
            "conditions",
            opinion.conditions() == null ? "" : opinion.conditions(),
            "source",
            opinion.source()));
  }

  private LocalDate today() {
    return LocalDate.now(time);
  }

  private static Inquiry read(ResultSet row, List<Observation> received) throws SQLException {
    String opinion = row.getString("opinion");
    Date givenOn = row.getDate("given_on");
    return new Inquiry(
        row.getLong("id"),
        row.getInt("number"),
        row.getDate("announced_on").toLocalDate(),
        row.getDate("opens_on").toLocalDate(),
        row.getDate("closes_on").toLocalDate(),
        row.getString("places"),
        row.getBoolean("closed"),
        row.getString("summary"),
        received,
        opinion == null
            ? null
            : new ConcertationOpinion(
                ConcertationOpinion.Outcome.valueOf(opinion),
                givenOn == null ? null : givenOn.toLocalDate(),
                row.getString("conditions"),
                row.getString("motives"),
                row.getString("concertation_source")));
  }
}
