package org.trame.profile;

import java.sql.Date;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.deadline.ClosingDays;
import org.trame.input.Check;
import org.trame.input.Refusal;
import org.trame.ledger.Ledger;

/**
 * The days on which the offices of municipalities are closed. What is computed from now on skips
 * them; a due date that was computed before stays until its clock moves.
 */
@Component
@Transactional
public class MunicipalClosingDays implements ClosingDays {

  private static final int LONGEST = 366;

  private final JdbcClient jdbc;
  private final Ledger ledger;

  MunicipalClosingDays(JdbcClient jdbc, Ledger ledger) {
    this.jdbc = jdbc;
    this.ledger = ledger;
  }

  @Override
  @Transactional(readOnly = true)
  public Map<LocalDate, String> of(String nis) {
    Map<LocalDate, String> days = new TreeMap<>();
    jdbc.sql("select day, name from trame.closing_day where nis = ?")
        .param(nis)
        .query(
            row -> {
              days.put(row.getDate(1).toLocalDate(), row.getString(2));
            });
    return days;
  }

  /** The same, days of one name that follow each other together, in order. */
  @Transactional(readOnly = true)
  public List<Closing> closings(String nis) {
    List<Closing> closings = new ArrayList<>();
    of(nis)
        .forEach(
            (day, name) -> {
              Closing last = closings.isEmpty() ? null : closings.get(closings.size() - 1);
              if (last != null
                  && last.name().equals(name)
                  && last.until().plusDays(1).equals(day)) {
                closings.set(closings.size() - 1, new Closing(last.from(), day, name));
              } else {
                closings.add(new Closing(day, day, name));
              }
            });
    return closings;
  }

  /**
   * Closes the offices, or changes days on which they are.
   *
   * @throws Refusal if the days end before they begin, are more than a year, or are closed already
   */
  public void close(String nis, CloseDays form) {
    LocalDate until = form.closedUntil() == null ? form.closedFrom() : form.closedUntil();
    long length = ChronoUnit.DAYS.between(form.closedFrom(), until) + 1;
    new Check()
        .that(length > 0, "closedUntil", "refusal.closing.order")
        .that(length <= LONGEST, "closedUntil", "refusal.closing.long")
        .done();
    if (form.id() != null) {
      delete(nis, Closing.ofId(form.id()));
    }
    of(nis)
        .forEach(
            (day, name) -> {
              if (new Closing(form.closedFrom(), until, "").contains(day)) {
                throw Refusal.at("closedFrom", "refusal.closing.double", day, name);
              }
            });
    for (LocalDate day = form.closedFrom(); !day.isAfter(until); day = day.plusDays(1)) {
      jdbc.sql("insert into trame.closing_day (nis, day, name) values (?, ?, ?)")
          .params(nis, Date.valueOf(day), form.closingName())
          .update();
    }
    String subject = MunicipalProfiles.subject(nis);
    ledger.record(
        subject,
        "offices-closed",
        Map.of(
            "from", form.closedFrom().toString(),
            "until", until.toString(),
            "name", form.closingName()));
  }

  /**
   * Opens the offices on days they were closed.
   *
   * @throws Refusal if they were not
   */
  public void open(String nis, OpenDays form) {
    if (form.id() == null) {
      throw Refusal.of("refusal.closing.unknown");
    }
    Closing closing = Closing.ofId(form.id());
    delete(nis, closing);
    String subject = MunicipalProfiles.subject(nis);
    ledger.record(
        subject,
        "offices-open",
        Map.of("from", closing.from().toString(), "until", closing.until().toString()));
  }

  private void delete(String nis, Closing closing) {
    int deleted =
        jdbc.sql("delete from trame.closing_day where nis = ? and day between ? and ?")
            .params(nis, Date.valueOf(closing.from()), Date.valueOf(closing.until()))
            .update();
    if (deleted == 0) {
      throw Refusal.of("refusal.closing.unknown");
    }
  }
}
