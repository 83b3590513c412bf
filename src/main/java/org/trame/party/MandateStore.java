package org.trame.party;

import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of mandates. */
@Component
class MandateStore {

  private static final String SELECT =
      "select m.*, p.name, p.mail, p.account from trame.mandate m"
          + " join trame.party_person p on p.id = m.person ";

  private final JdbcClient jdbc;

  MandateStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long add(
      long party,
      long person,
      Extent extent,
      GrantMandate form,
      Long derivedFrom,
      LocalDate registeredOn) {
    String powers =
        extent.powers().stream().map(Enum::name).sorted().collect(Collectors.joining(","));
    return jdbc.sql(
            "insert into trame.mandate (party, person, powers, from_day, to_day, ceiling,"
                + " act_reference, act_day, delegable, derived_from, registered_on) values (?, ?,"
                + " string_to_array(?, ','), ?, ?, ?, ?, ?, ?, ?, ?) returning id")
        .params(
            Arrays.asList(
                party,
                person,
                powers,
                Date.valueOf(extent.from()),
                extent.to() == null ? null : Date.valueOf(extent.to()),
                extent.ceiling(),
                form.actReference(),
                Date.valueOf(form.actDay()),
                form.delegable(),
                derivedFrom,
                Date.valueOf(registeredOn)))
        .query(Long.class)
        .single();
  }

  /** The mandate and all that derive from it and were not ended, each ended. */
  List<Long> end(long mandate, LocalDate on, String reason) {
    return jdbc.sql(
            "with recursive below as (select id from trame.mandate where id = ? union select m.id"
                + " from trame.mandate m join below b on m.derived_from = b.id) update"
                + " trame.mandate m set ended_on = ?, end_reason = ? from below where m.id ="
                + " below.id and m.ended_on is null and coalesce(m.to_day, 'infinity') >= ?"
                + " returning m.id")
        .params(mandate, Date.valueOf(on), reason, Date.valueOf(on))
        .query(Long.class)
        .list();
  }

  /** The mandate, kept from others until the transaction ends. */
  Optional<Mandate> take(long id) {
    return jdbc.sql(SELECT + "where m.id = ? for update of m")
        .param(id)
        .query((row, n) -> read(row))
        .optional();
  }

  Optional<Mandate> find(long id) {
    return jdbc.sql(SELECT + "where m.id = ?").param(id).query((row, n) -> read(row)).optional();
  }

  /** The latest to begin first. */
  List<Mandate> of(Collection<Long> parties) {
    return parties.isEmpty()
        ? List.of()
        : jdbc.sql(SELECT + "where m.party in (:parties) order by m.from_day desc, m.id desc")
            .param("parties", parties)
            .query((row, n) -> read(row))
            .list();
  }

  private static Mandate read(ResultSet row) throws SQLException {
    return new Mandate(
        row.getLong("id"),
        row.getLong("party"),
        new Person(
            row.getLong("person"),
            row.getLong("party"),
            row.getString("name"),
            row.getString("mail"),
            row.getString("account")),
        new Extent(
            powers(row.getArray("powers")),
            day(row, "from_day"),
            day(row, "to_day"),
            row.getBigDecimal("ceiling")),
        row.getString("act_reference"),
        day(row, "act_day"),
        row.getBoolean("delegable"),
        row.getObject("derived_from", Long.class),
        day(row, "ended_on"),
        row.getString("end_reason"));
  }

  private static Set<Power> powers(Array powers) throws SQLException {
    return Arrays.stream((String[]) powers.getArray())
        .map(Power::valueOf)
        .collect(Collectors.toSet());
  }

  private static LocalDate day(ResultSet row, String column) throws SQLException {
    Date day = row.getDate(column);
    return day == null ? null : day.toLocalDate();
  }
}
