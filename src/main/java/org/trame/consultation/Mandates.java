package org.trame.consultation;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of mandates. */
@Component
class Mandates {

  private final JdbcClient jdbc;

  Mandates(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All mandates of a programme, by the order of the regime's categories, seat, and beginning. */
  List<Mandate> of(String programme) {
    return jdbc.sql(
            "select m.* from trame.commission_mandate m join trame.commission_seat s using"
                + " (programme, category) where programme = ? order by s.position, m.seat,"
                + " m.mandate_from, m.id")
        .param(programme)
        .query(Mandates::read)
        .list();
  }

  /** The designated members whose mandate runs on this day. */
  List<Mandate> members(String programme, LocalDate on) {
    return of(programme).stream().filter(m -> m.designatedOn() != null && m.runsOn(on)).toList();
  }

  void insert(String programme, Nomination person, int seat) {
    jdbc.sql(
            "insert into trame.commission_mandate (programme, category, seat, person_name,"
                + " organisation, account, mandate_from, mandate_to) values (?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            programme,
            person.category(),
            seat,
            person.personName(),
            person.organisation(),
            person.account(),
            Date.valueOf(person.mandateFrom()),
            day(person.mandateTo()))
        .update();
  }

  void update(long id, Nomination person, int seat) {
    jdbc.sql(
            "update trame.commission_mandate set category = ?, seat = ?, person_name = ?,"
                + " organisation = ?, account = ?, mandate_from = ?, mandate_to = ? where id = ?")
        .params(
            person.category(),
            seat,
            person.personName(),
            person.organisation(),
            person.account(),
            Date.valueOf(person.mandateFrom()),
            day(person.mandateTo()),
            id)
        .update();
  }

  void remove(long id) {
    jdbc.sql("delete from trame.commission_mandate where id = ?").param(id).update();
  }

  void end(long id, LocalDate on, String reason) {
    jdbc.sql("update trame.commission_mandate set mandate_to = ?, end_reason = ? where id = ?")
        .params(Date.valueOf(on), reason, id)
        .update();
  }

  /** Designates everybody who is not designated yet; returns how many. */
  int designate(String programme, String resolution, LocalDate on) {
    return jdbc.sql(
            "update trame.commission_mandate set designated_on = ?, resolution_number = ? where"
                + " programme = ? and designated_on is null")
        .params(Date.valueOf(on), resolution, programme)
        .update();
  }

  private static Date day(LocalDate day) {
    return day == null ? null : Date.valueOf(day);
  }

  private static LocalDate day(Date day) {
    return day == null ? null : day.toLocalDate();
  }

  private static Mandate read(ResultSet row, int n) throws SQLException {
    return new Mandate(
        row.getLong("id"),
        row.getString("category"),
        row.getInt("seat"),
        row.getString("person_name"),
        row.getString("organisation"),
        row.getString("account"),
        row.getDate("mandate_from").toLocalDate(),
        day(row.getDate("mandate_to")),
        day(row.getDate("designated_on")));
  }
}
