package org.trame.party;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.trame.input.Refusal;
import org.trame.ledger.Ledger;
import org.trame.regime.Regimes;
import org.trame.regime.Rule;
import org.trame.workflow.Workflows;

/** Asks, some days before a mandate ends, who takes over; what was known does not leave with it. */
@Component
public class Handovers {

  /** Process variable: number of the mandate that ends. */
  public static final String MANDATE = "mandate";

  private static final String PROCESS = "Handover";
  private static final Logger LOG = LoggerFactory.getLogger(Handovers.class);

  private final JdbcClient jdbc;
  private final Mandates mandates;
  private final Parties parties;
  private final Regimes regimes;
  private final Workflows workflows;
  private final Ledger ledger;
  private final ApplicationEventPublisher events;
  private final Clock time;
  private final TransactionTemplate transaction;

  Handovers(
      JdbcClient jdbc,
      Mandates mandates,
      Parties parties,
      Regimes regimes,
      Workflows workflows,
      Ledger ledger,
      ApplicationEventPublisher events,
      Clock time,
      TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.mandates = mandates;
    this.parties = parties;
    this.regimes = regimes;
    this.workflows = workflows;
    this.ledger = ledger;
    this.events = events;
    this.time = time;
    this.transaction = transaction;
  }

  /** Asks for every handover that is due. May be called as often as one likes, on every node. */
  public int look() {
    return look(subject -> true);
  }

  /**
   * Asks for the handovers that are due in organisations whose subject is one of those, each in a
   * transaction of its own.
   *
   * @return how many were asked for
   */
  public int look(Predicate<String> which) {
    LocalDate until = LocalDate.now(time).plusDays(rule().integer("value"));
    int asked = 0;
    for (Ending ending : endingBy(until)) {
      if (which.test(Party.subject(ending.party()))) {
        asked += ask(ending) ? 1 : 0;
      }
    }
    return asked;
  }

  /** Days before the end, and why so many. */
  public Rule rule() {
    return regimes.consultLaw("MandateRules", Map.of("name", "handover-days"));
  }

  private record Ending(long mandate, long party, LocalDate lastDay) {}

  /** Mandates that were over before they were registered ask for nothing. */
  private List<Ending> endingBy(LocalDate until) {
    return jdbc.sql(
            "select id, party, least(to_day, ended_on - 1) from trame.mandate m where least(to_day,"
                + " ended_on - 1) between registered_on and ? and not exists (select from"
                + " trame.handover h where h.mandate = m.id) order by id")
        .param(Date.valueOf(until))
        .query((row, n) -> new Ending(row.getLong(1), row.getLong(2), row.getDate(3).toLocalDate()))
        .list();
  }

  private boolean ask(Ending ending) {
    try {
      return Boolean.TRUE.equals(transaction.execute(t -> askOnce(ending)));
    } catch (RuntimeException e) {
      // One that fails must not keep the others back; it is tried again at the next look.
      LOG.error("Handover of mandate {} not asked for", ending.mandate(), e);
      return false;
    }
  }

  /** The row is what makes it once: of two nodes, one inserts it. */
  private boolean askOnce(Ending ending) {
    int inserted =
        jdbc.sql(
                "insert into trame.handover (mandate, asked_on) values (?, ?) on conflict do"
                    + " nothing")
            .params(ending.mandate(), Date.valueOf(LocalDate.now(time)))
            .update();
    if (inserted == 0) {
      return false;
    }
    String subject = Party.subject(ending.party());
    ledger.record(
        subject,
        "handover-asked",
        Map.of("mandate", ending.mandate(), "lastDay", ending.lastDay().toString()));
    workflows.start(PROCESS, subject, Map.of(MANDATE, ending.mandate()));
    events.publishEvent(
        new HandoverAsked(
            parties.find(ending.party()).orElseThrow(),
            mandates.find(ending.mandate()).orElseThrow()));
    return true;
  }

  /**
   * Writes down how it goes on, in the current transaction.
   *
   * @throws Refusal if the one who leaves is to take over
   */
  public void done(long mandate, HandOver form) {
    Mandate over = mandates.find(mandate).orElseThrow();
    Long successor = form.handoverTo() == null ? null : Long.valueOf(form.handoverTo());
    if (successor != null && successor == over.person().id()) {
      throw Refusal.at("handoverTo", "refusal.handover.same");
    }
    jdbc.sql("update trame.handover set done_on = ?, successor = ?, note = ? where mandate = ?")
        .params(
            Arrays.asList(
                Date.valueOf(LocalDate.now(time)), successor, form.handoverNote(), mandate))
        .update();
    String subject = Party.subject(over.party());
    if (successor == null) {
      ledger.record(subject, "handover-nobody", Map.of("mandate", mandate));
      events.publishEvent(new HandoverLeftOpen(parties.find(over.party()).orElseThrow(), over));
    } else {
      ledger.record(subject, "handover-done", Map.of("mandate", mandate, "person", successor));
    }
  }

  /** The handovers asked for in an organisation, the latest first. */
  public List<Handover> of(long party) {
    return jdbc.sql(
            "select h.*, p.name from trame.handover h join trame.mandate m on m.id = h.mandate left"
                + " join trame.party_person p on p.id = h.successor where m.party = ? order by"
                + " h.asked_on desc, h.mandate desc")
        .param(party)
        .query(
            (row, n) -> {
              Date done = row.getDate("done_on");
              return new Handover(
                  row.getLong("mandate"),
                  row.getDate("asked_on").toLocalDate(),
                  done == null ? null : done.toLocalDate(),
                  row.getString("name"),
                  row.getString("note"));
            })
        .list();
  }
}
