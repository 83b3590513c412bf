package org.trame.profile;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.access.Actors;
import org.trame.input.Check;
import org.trame.input.Refusal;
import org.trame.ledger.Ledger;

/**
 * The sittings that municipal councils have planned. They belong to the municipality: every
 * programme of it counts with them.
 */
@Component
@Transactional
public class SittingDates {

  /** Nobody plans sittings further ahead. */
  private static final int YEARS_AHEAD = 2;

  private static final DateTimeFormatter TYPED =
      DateTimeFormatter.ofPattern("[d/M/uuuu][uuuu-MM-dd]").withResolverStyle(ResolverStyle.STRICT);

  private final JdbcClient jdbc;
  private final Ledger ledger;
  private final Clock time;

  SittingDates(JdbcClient jdbc, Ledger ledger, Clock time) {
    this.jdbc = jdbc;
    this.ledger = ledger;
    this.time = time;
  }

  /** The planned days of a municipality's council, in order. */
  @Transactional(readOnly = true)
  public List<LocalDate> of(String nis) {
    return ofAll(List.of(nis)).getOrDefault(nis, List.of());
  }

  /** The planned days of the councils of these municipalities: one query. */
  @Transactional(readOnly = true)
  public Map<String, List<LocalDate>> ofAll(Collection<String> municipalities) {
    Map<String, List<LocalDate>> days = new HashMap<>();
    if (!municipalities.isEmpty()) {
      jdbc.sql(
              "select nis, sitting_on from trame.council_sitting_date where nis in (:nis) order by"
                  + " sitting_on")
          .param("nis", municipalities)
          .query(
              row -> {
                days.computeIfAbsent(row.getString(1), nis -> new ArrayList<>())
                    .add(row.getDate(2).toLocalDate());
              });
    }
    return days;
  }

  /**
   * Plans sittings; days that are planned already stay.
   *
   * @param form one day, or several written {@code 25/06/2026} with spaces, commas or line ends
   *     between them
   * @throws Refusal naming each that is no day, is past, or is more than two years ahead
   */
  public void plan(String nis, PlanSittings form) {
    Check check = new Check();
    TreeSet<LocalDate> planned = new TreeSet<>();
    String several = form.sittingDates() == null ? "" : form.sittingDates();
    for (String text : several.split("[\\s,;]+")) {
      LocalDate day = day(text);
      check.that(day != null || text.isEmpty(), "sittingDates", "refusal.sittings.day", text);
      add(planned, day, "sittingDates", check);
    }
    add(planned, form.sittingOn(), "sittingOn", check);
    check.that(
        form.sittingOn() != null || !several.isBlank(), "sittingOn", "refusal.input.required");
    check.done();
    planned.removeAll(of(nis));
    for (LocalDate day : planned) {
      jdbc.sql(
              "insert into trame.council_sitting_date (nis, sitting_on, planned_on, planned_by)"
                  + " values (?, ?, ?, ?) on conflict do nothing")
          .params(
              nis, Date.valueOf(day), Date.valueOf(LocalDate.now(time)), Actors.current().userId())
          .update();
      record(nis, "sitting-planned", day);
    }
  }

  private void add(Set<LocalDate> planned, LocalDate day, String field, Check check) {
    if (day != null) {
      LocalDate today = LocalDate.now(time);
      check.that(!day.isBefore(today), field, "refusal.sittings.past", day);
      check.that(
          !day.isAfter(today.plusYears(YEARS_AHEAD)),
          field,
          "refusal.sittings.far",
          day,
          YEARS_AHEAD);
      planned.add(day);
    }
  }

  /**
   * A sitting that was planned does not take place.
   *
   * @throws Refusal if it was not planned
   */
  public void cancel(String nis, LocalDate day) {
    if (day == null) {
      throw Refusal.of("refusal.input.required");
    }
    int removed =
        jdbc.sql("delete from trame.council_sitting_date where nis = ? and sitting_on = ?")
            .params(nis, Date.valueOf(day))
            .update();
    if (removed == 0) {
      throw Refusal.of("refusal.sittings.unknown", day);
    }
    record(nis, "sitting-cancelled", day);
  }

  private void record(String nis, String act, LocalDate day) {
    ledger.record(MunicipalProfiles.subject(nis), act, Map.of("sittingOn", day.toString()));
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text, TYPED);
    } catch (DateTimeParseException noDay) {
      return null;
    }
  }
}
