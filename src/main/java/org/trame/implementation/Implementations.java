package org.trame.implementation;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.deadline.Clocks;
import org.trame.deadline.LegalClock;
import org.trame.ledger.Ledger;
import org.trame.programme.Programme;
import org.trame.programme.Programmes;

/** How long programmes are implemented, and their years. */
@Component
@Transactional
public class Implementations {

  /** Limit of the implementation: it runs from the approval, for the whole programme. */
  static final String LIMIT = "implementation";

  private final JdbcClient jdbc;
  private final Programmes programmes;
  private final Clocks clocks;
  private final Ledger ledger;
  private final Clock time;

  Implementations(
      JdbcClient jdbc, Programmes programmes, Clocks clocks, Ledger ledger, Clock time) {
    this.jdbc = jdbc;
    this.programmes = programmes;
    this.clocks = clocks;
    this.ledger = ledger;
    this.time = time;
  }

  /**
   * A programme was approved: its implementation runs from that day. The approval of an amendment
   * changes nothing to a term that was set before.
   */
  public void begin(String programme, LocalDate approvedOn) {
    Programme about = programmes.get(programme);
    if (about.implementationEndsOn() != null) {
      return;
    }
    LegalClock clock =
        clocks.start(about.regime(), programme, LIMIT, Clocks.WHOLE_PROGRAMME, approvedOn);
    programmes.implementUntil(programme, clock.dueOn());
    ledger.record(
        programme,
        "implementation-begun",
        Map.of("until", clock.dueOn().toString(), "source", clock.source()));
  }

  /** The term has come: the period is over, whatever is still under way. */
  public void end(String programme) {
    clock(programme).filter(LegalClock::open).ifPresent(clocks::elapse);
    ledger.record(programme, "implementation-ended", Map.of());
  }

  /** Requests about one programme wait for each other until the end of the transaction. */
  void lock(String programme) {
    jdbc.sql("select id from trame.programme where id = ? for no key update")
        .param(programme)
        .query(String.class)
        .single();
  }

  /** Whether the programme is being implemented and its term has not come. */
  @Transactional(readOnly = true)
  public boolean running(String programme) {
    LocalDate end = programmes.get(programme).implementationEndsOn();
    return end != null && !LocalDate.now(time).isAfter(end);
  }

  /**
   * Day the implementation began.
   *
   * @throws java.util.NoSuchElementException if the programme is not approved
   */
  @Transactional(readOnly = true)
  public LocalDate begunOn(String programme) {
    return clock(programme).orElseThrow().startedOn();
  }

  /** The years whose cycle was opened, in order. */
  @Transactional(readOnly = true)
  public List<Integer> years(String programme) {
    return jdbc.sql("select year from trame.implementation_year where programme = ? order by year")
        .param(programme)
        .query(Integer.class)
        .list();
  }

  /**
   * Opens every year that is over and was not opened yet, so that none is skipped however late this
   * is. No year ends after the term.
   *
   * @return their numbers, 1 for the first year; they follow each other
   */
  public List<Integer> openYears(String programme) {
    // From the first anniversary on, like the timer: after a 29 February, always the 28th.
    LocalDate first = begunOn(programme).plusYears(1);
    LocalDate end = programmes.get(programme).implementationEndsOn();
    LocalDate today = LocalDate.now(time);
    int next = years(programme).size() + 1;
    List<Integer> due =
        java.util.stream.IntStream.iterate(next, n -> n + 1)
            .takeWhile(n -> !first.plusYears(n - 1).isAfter(today.isBefore(end) ? today : end))
            .boxed()
            .toList();
    for (int year : due) {
      jdbc.sql(
              "insert into trame.implementation_year (programme, year, opened_on) values (?, ?, ?)")
          .params(programme, year, Date.valueOf(today))
          .update();
      ledger.record(programme, "implementation-year-over", Map.of("year", year));
    }
    return due;
  }

  private Optional<LegalClock> clock(String programme) {
    return clocks.of(programme).stream().filter(c -> c.step().equals(LIMIT)).findFirst();
  }
}
