package org.trame.programme;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.access.Actor;
import org.trame.access.Role;
import org.trame.deadline.Clocks;
import org.trame.deadline.LegalClock;
import org.trame.ledger.Ledger;
import org.trame.regime.Regimes;
import org.trame.workflow.Workflows;

/** The programmes. */
@Component
@Transactional
public class Programmes {

  private static final String SELECT =
      "select p.*, m.name as municipality, m.dutch_name, m.region from trame.programme p"
          + " join trame.municipality m on m.nis = p.nis";

  /** Step of the time limits: the municipality sends its programme to the Region. */
  public static final String ELABORATION = "elaboration";

  private final JdbcClient jdbc;
  private final Regimes regimes;
  private final Workflows workflows;
  private final Clocks clocks;
  private final Ledger ledger;
  private final Clock time;

  Programmes(
      JdbcClient jdbc,
      Regimes regimes,
      Workflows workflows,
      Clocks clocks,
      Ledger ledger,
      Clock time) {
    this.jdbc = jdbc;
    this.regimes = regimes;
    this.workflows = workflows;
    this.clocks = clocks;
    this.ledger = ledger;
    this.time = time;
  }

  /**
   * Opens a programme and starts the lifecycle of its regime.
   *
   * @param notifiedOn day the municipality was told: the elaboration counts from it
   * @return the id
   */
  public String open(String regime, String name, String nis, LocalDate notifiedOn) {
    String id = newId(name);
    jdbc.sql(
            "insert into trame.programme (id, name, regime, regime_version, nis, phase,"
                + " phase_since, state, notified_on) values (?, ?, ?, ?, ?, '', ?, 'RUNNING', ?)")
        .params(
            id,
            name,
            regime,
            regimes.parameter(regime, "version").string("value"),
            nis,
            Date.valueOf(today()),
            Date.valueOf(notifiedOn))
        .update();
    ledger.record(
        id, "programme-opened", Map.of("name", name, "notifiedOn", notifiedOn.toString()));
    clocks.start(regime, id, ELABORATION, Clocks.WHOLE_PROGRAMME, notifiedOn);
    workflows.start(regimes.lifecycle(regime), id, Map.of("regime", regime));
    return id;
  }

  /** A name as it is written in ids and addresses: plain letters, digits and hyphens. */
  public static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-|-$", "");
  }

  private String newId(String name) {
    String plain = plain(name);
    String id = plain;
    for (int n = 2; find(id).isPresent(); n++) {
      id = plain + "-" + n;
    }
    return id;
  }

  /** The programme with this id. */
  @Transactional(readOnly = true)
  public Optional<Programme> find(String id) {
    return jdbc.sql(SELECT + " where p.id = ?").param(id).query(Programmes::read).optional();
  }

  /** The programmes among these ids: one query. */
  @Transactional(readOnly = true)
  public List<Programme> findAll(Collection<String> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(SELECT + " where p.id in (:ids)")
        .param("ids", ids)
        .query(Programmes::read)
        .list();
  }

  /**
   * The programme with this id.
   *
   * @throws org.springframework.dao.EmptyResultDataAccessException if there is none
   */
  @Transactional(readOnly = true)
  public Programme get(String id) {
    return jdbc.sql(SELECT + " where p.id = ?").param(id).query(Programmes::read).single();
  }

  /** What this actor may see: auditors everything, others what is in the scope of their roles. */
  @Transactional(readOnly = true)
  public List<Programme> visibleTo(Actor actor) {
    return jdbc
        .sql(SELECT + " order by p.notified_on desc, p.id")
        .query(Programmes::read)
        .list()
        .stream()
        .filter(p -> mayRead(actor, p))
        .toList();
  }

  /** Whether the actor may see this programme. */
  public static boolean mayRead(Actor actor, Programme programme) {
    if (actor.holds(Role.AUDITOR)) {
      return true;
    }
    for (Role role : Role.values()) {
      if (role.scope() != Role.Scope.NONE
          && actor.in(role.group(programme.nis(), programme.region()))) {
        return true;
      }
    }
    return false;
  }

  /** The lifecycle enters a phase. */
  public void enterPhase(String id, String phase) {
    jdbc.sql("update trame.programme set phase = ?, phase_since = ? where id = ?")
        .params(phase, Date.valueOf(today()), id)
        .update();
    ledger.record(id, "phase-entered", Map.of("phase", phase));
  }

  /**
   * The programme ends: refused or closed. What was still awaited is not any more, and nothing can
   * be changed afterwards.
   */
  public void end(String id, Programme.State state) {
    clocks.of(id).stream().filter(LegalClock::open).forEach(clocks::drop);
    ledger.record(id, "programme-" + state.name().toLowerCase(Locale.ROOT), Map.of());
    jdbc.sql("update trame.programme set state = ?, ended_on = ? where id = ?")
        .params(state.name(), Date.valueOf(today()), id)
        .update();
  }

  /** Sets the last day of the implementation. */
  public void implementUntil(String id, LocalDate end) {
    jdbc.sql("update trame.programme set implementation_ends_on = ? where id = ?")
        .params(Date.valueOf(end), id)
        .update();
  }

  /** The municipality with this NIS code. */
  @Transactional(readOnly = true)
  public Optional<Municipality> municipality(String nis) {
    return jdbc.sql(
            "select nis, name, dutch_name, region, inhabitants, year from trame.municipality where nis = ?")
        .param(nis)
        .query((row, n) -> municipality(row))
        .optional();
  }

  /** The municipalities of a region, by French name. */
  @Transactional(readOnly = true)
  public List<Municipality> municipalities(String region) {
    return jdbc.sql(
            "select nis, name, dutch_name, region, inhabitants, year from trame.municipality where region = ? order by name")
        .param(region)
        .query((row, n) -> municipality(row))
        .list();
  }

  private static Municipality municipality(ResultSet row) throws SQLException {
    return new Municipality(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getInt(5),
        row.getInt(6));
  }

  private LocalDate today() {
    return LocalDate.now(time);
  }

  private static Programme read(ResultSet row, int n) throws SQLException {
    Date end = row.getDate("implementation_ends_on");
    return new Programme(
        row.getString("id"),
        row.getString("name"),
        row.getString("regime"),
        row.getString("regime_version"),
        row.getString("nis"),
        row.getString("municipality"),
        row.getString("dutch_name"),
        row.getString("region"),
        row.getString("phase"),
        row.getDate("phase_since").toLocalDate(),
        Programme.State.valueOf(row.getString("state")),
        row.getDate("notified_on").toLocalDate(),
        end == null ? null : end.toLocalDate());
  }
}
