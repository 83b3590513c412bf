package org.trame.commitment;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.access.Actors;
import org.trame.agreement.Agreement;
import org.trame.agreement.AgreementEnds;
import org.trame.agreement.AgreementNews;
import org.trame.agreement.AgreementVersion;
import org.trame.agreement.Agreements;
import org.trame.deadline.Clocks;
import org.trame.ledger.Ledger;
import org.trame.programme.Programmes;
import org.trame.workflow.Workflows;

/**
 * Agreements in force are looked at every year until their last day, so that none is forgotten
 * (guide P8, R14). A review changes nothing by itself: what is to be amended or ended needs the
 * parties.
 */
@Component
@Transactional
public class Reviews {

  /** Step of the time limits: from one review to the next. */
  static final String INTERVAL = "agreement-review";

  private static final String PROCESS = "AgreementReview";

  private final JdbcClient jdbc;
  private final Agreements agreements;
  private final AgreementEnds ends;
  private final Programmes programmes;
  private final Clocks clocks;
  private final Workflows workflows;
  private final Ledger ledger;
  private final ApplicationEventPublisher events;
  private final Clock time;

  Reviews(
      JdbcClient jdbc,
      Agreements agreements,
      AgreementEnds ends,
      Programmes programmes,
      Clocks clocks,
      Workflows workflows,
      Ledger ledger,
      ApplicationEventPublisher events,
      Clock time) {
    this.jdbc = jdbc;
    this.agreements = agreements;
    this.ends = ends;
    this.programmes = programmes;
    this.clocks = clocks;
    this.workflows = workflows;
    this.ledger = ledger;
    this.events = events;
    this.time = time;
  }

  /** A text came into force: its last day may be another, and the year begins anew. */
  @EventListener
  void happened(AgreementNews news) {
    if (news.what() == AgreementNews.What.IN_FORCE) {
      stop(news.agreement());
      begin(news.agreement().id());
    } else if (news.what() == AgreementNews.What.ENDED) {
      dropClock(news.agreement());
      if (!news.reason().equals(AgreementEnds.Reason.TERM.name())) {
        stop(news.agreement());
      }
    }
  }

  private void stop(Agreement agreement) {
    dropClock(agreement);
    workflows.correlate("AgreementReviewStopped", agreement.subject());
  }

  private void dropClock(Agreement agreement) {
    clocks.openOf(List.of(agreement.subject())).stream()
        .filter(c -> c.step().equals(INTERVAL))
        .forEach(clocks::drop);
  }

  /** The next review is to come. */
  public void begin(long agreement) {
    Agreement about = agreements.get(agreement);
    workflows.start(
        PROCESS,
        about.subject(),
        Map.of("regime", programmes.get(about.programme()).regime(), "agreement", agreement));
  }

  /** The year is over: the coordinator is asked. */
  public void due(long agreement, String process) {
    clocks.open(Agreement.subject(agreement), INTERVAL, process).ifPresent(clocks::elapse);
  }

  /** Writes down what becomes of an agreement; its parties are told. */
  public void done(long agreement, ReviewAgreement form) {
    Agreement about = agreements.get(agreement);
    jdbc.sql(
            "insert into trame.agreement_review (agreement, done_on, done_by, outcome, words)"
                + " values (?, ?, ?, ?, ?)")
        .params(
            agreement,
            Date.valueOf(LocalDate.now(time)),
            Actors.current().userId(),
            form.reviewOutcome().name(),
            form.reviewWords())
        .update();
    ledger.record(
        about.programme(),
        "agreement-reviewed",
        Map.of(
            "agreement",
            agreement,
            "title",
            about.title(),
            "outcome",
            form.reviewOutcome().name(),
            "reason",
            form.reviewWords()));
    events.publishEvent(
        new AgreementReviewed(
            about,
            agreements.content(agreements.inForce(agreement).orElseThrow()).bound(),
            form.reviewOutcome(),
            form.reviewWords()));
  }

  /** The reviews of an agreement, the latest first. */
  @Transactional(readOnly = true)
  public List<Review> of(long agreement) {
    return jdbc.sql(
            "select done_on, outcome, words from trame.agreement_review where agreement = ? order"
                + " by id desc")
        .param(agreement)
        .query(
            (row, n) ->
                new Review(
                    row.getDate(1).toLocalDate(),
                    ReviewOutcome.valueOf(row.getString(2)),
                    row.getString(3)))
        .list();
  }

  /** The last day of an agreement in force, if its text says one. */
  @Transactional(readOnly = true)
  public Optional<LocalDate> lastDay(long agreement) {
    return agreements.inForce(agreement).map(AgreementVersion::endsOn);
  }

  /** The last day is over. */
  public void term(long agreement) {
    ends.end(agreement, lastDay(agreement).orElseThrow().plusDays(1), AgreementEnds.Reason.TERM);
  }
}
