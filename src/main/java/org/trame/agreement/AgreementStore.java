package org.trame.agreement;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of agreements and of their texts. */
@Component
class AgreementStore {

  private static final String SELECT =
      "select a.*, v.title from trame.agreement a join lateral (select title from"
          + " trame.agreement_version v where v.agreement = a.id order by (v.state = 'IN_FORCE')"
          + " desc, v.number desc limit 1) v on true ";

  private final JdbcClient jdbc;
  private final DraftedCommitments commitments;

  AgreementStore(JdbcClient jdbc, DraftedCommitments commitments) {
    this.jdbc = jdbc;
    this.commitments = commitments;
  }

  /** Whoever changes an agreement waits for whoever is changing it. */
  void lock(long id) {
    jdbc.sql("select id from trame.agreement where id = ? for no key update")
        .param(id)
        .query(Long.class)
        .single();
  }

  long insert(String programme, String kind, java.time.LocalDate openedOn) {
    return jdbc.sql(
            "insert into trame.agreement (programme, number, kind, state, opened_on) select ?,"
                + " coalesce(max(number), 0) + 1, ?, 'OPEN', ? from trame.agreement where"
                + " programme = ? returning id")
        .params(programme, kind, Date.valueOf(openedOn), programme)
        .query(Long.class)
        .single();
  }

  Optional<Agreement> find(long id) {
    return jdbc.sql(SELECT + "where a.id = ?")
        .param(id)
        .query(AgreementStore::agreement)
        .optional();
  }

  List<Agreement> all(Collection<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : jdbc.sql(SELECT + "where a.id in (:ids) order by a.id")
            .param("ids", ids)
            .query(AgreementStore::agreement)
            .list();
  }

  List<Agreement> of(Collection<String> programmes) {
    return programmes.isEmpty()
        ? List.of()
        : jdbc.sql(SELECT + "where a.programme in (:programmes) order by a.programme, a.number")
            .param("programmes", programmes)
            .query(AgreementStore::agreement)
            .list();
  }

  /** Those in which one of these organisations takes part in some version, or that one mediates. */
  List<Agreement> ofReader(Collection<Long> parties, String account) {
    return parties.isEmpty()
        ? List.of()
        : jdbc.sql(
                SELECT
                    + "where exists (select from trame.agreement_party p join"
                    + " trame.agreement_version w on w.agreement = p.agreement and w.number ="
                    + " p.version where p.agreement = a.id and p.party in (:parties) and w.state"
                    + " <> 'DRAFT') or exists (select from trame.agreement_mediation m join"
                    + " trame.party_person mp on mp.id = m.mediator where m.agreement = a.id and"
                    + " mp.account = :account) order by a.id")
            .param("parties", parties)
            .param("account", account)
            .query(AgreementStore::agreement)
            .list();
  }

  void state(long id, Agreement.State state, java.time.LocalDate on, String reason) {
    boolean over = state == Agreement.State.ENDED || state == Agreement.State.ABANDONED;
    jdbc.sql(
            "update trame.agreement set state = ?, in_force_on = coalesce(in_force_on, ?), ended_on"
                + " = ?, end_reason = ? where id = ?")
        .params(
            Arrays.asList(
                state.name(),
                state == Agreement.State.IN_FORCE ? Date.valueOf(on) : null,
                over ? Date.valueOf(on) : null,
                reason,
                id))
        .update();
  }

  /** See {@link Agreements#uncarried}. */
  List<Uncarried> uncarried(String programme) {
    return jdbc.sql(
            "select distinct c.action, a.id from trame.agreement a join trame.agreement_version v"
                + " on v.agreement = a.id join trame.agreement_clause c on c.agreement = a.id and"
                + " c.version = v.number where a.programme = ? and c.action is not null and"
                + " ((a.state = 'ABANDONED' and a.merged_into is null) or exists (select from"
                + " trame.agreement_mediation m where m.agreement = a.id and m.version = v.number"
                + " and m.outcome = 'PARTNER_LEAVES')) and not exists (select from"
                + " trame.agreement b join trame.agreement_version w on w.agreement = b.id and"
                + " w.state = 'IN_FORCE' join trame.agreement_clause d on d.agreement = b.id and"
                + " d.version = w.number where b.programme = a.programme and b.state = 'IN_FORCE'"
                + " and d.action = c.action) order by c.action, a.id")
        .param(programme)
        .query((row, n) -> new Uncarried(row.getString(1), row.getLong(2)))
        .list();
  }

  void mergedInto(long id, long joint) {
    jdbc.sql("update trame.agreement set merged_into = ? where id = ?").params(joint, id).update();
  }

  List<AgreementVersion> versions(long agreement) {
    return jdbc.sql("select * from trame.agreement_version where agreement = ? order by number")
        .param(agreement)
        .query(AgreementStore::version)
        .list();
  }

  AgreementContent content(AgreementVersion version) {
    List<Object> key = List.of(version.agreement(), version.number());
    return new AgreementContent(
        version,
        jdbc.sql(
                "select number, heading, body, action from trame.agreement_clause where agreement"
                    + " = ? and version = ? order by number")
            .params(key)
            .query(
                (row, n) ->
                    new Clause(row.getInt(1), row.getString(2), row.getString(3), row.getString(4)))
            .list(),
        jdbc.sql(
                "select * from trame.agreement_group where agreement = ? and version = ? order by"
                    + " rank, code")
            .params(key)
            .query(AgreementStore::group)
            .list(),
        jdbc.sql(
                "select party, grp from trame.agreement_party where agreement = ? and version = ?"
                    + " order by party")
            .params(key)
            .query((row, n) -> new Participant(row.getLong(1), row.getString(2)))
            .list(),
        commitments.of(version));
  }

  /** A new draft, empty or like another version. */
  void addVersion(long agreement, int number, Integer amends, String title, String object) {
    jdbc.sql(
            "insert into trame.agreement_version (agreement, number, amends, state, title, object)"
                + " values (?, ?, ?, 'DRAFT', ?, ?)")
        .params(Arrays.asList(agreement, number, amends, title, object))
        .update();
  }

  void copy(long agreement, int from, int to) {
    jdbc.sql(
            "update trame.agreement_version n set amount = o.amount, ends_on = o.ends_on, object ="
                + " coalesce(n.object, o.object) from trame.agreement_version o where o.agreement ="
                + " n.agreement and n.agreement = :agreement and n.number = :to and o.number ="
                + " :from")
        .param("agreement", agreement)
        .param("from", from)
        .param("to", to)
        .update();
    for (String[] table :
        new String[][] {
          {"agreement_clause", "number, heading, body, action"},
          {
            "agreement_group",
            "code, rank, capacity, label_fr, label_nl, needed, signers, party_kinds, silence,"
                + " source, source_nl"
          },
          {"agreement_party", "party, grp"},
          {"agreement_commitment", DraftedCommitments.COLUMNS}
        }) {
      jdbc.sql(
              "insert into trame.%s (agreement, version, %s) select agreement, :to, %s from"
                      .formatted(table[0], table[1], table[1])
                  + " trame.%s where agreement = :agreement and version = :from"
                      .formatted(table[0]))
          .param("agreement", agreement)
          .param("from", from)
          .param("to", to)
          .update();
    }
  }

  void addGroup(long agreement, int version, SigningGroup g) {
    jdbc.sql(
            "insert into trame.agreement_group (agreement, version, code, rank, capacity, label_fr,"
                + " label_nl, needed, signers, party_kinds, silence, source, source_nl) values (?,"
                + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (agreement, version, code) do"
                + " update set rank = excluded.rank, capacity = excluded.capacity, label_fr ="
                + " excluded.label_fr, label_nl = excluded.label_nl, needed = excluded.needed,"
                + " signers = excluded.signers, silence = excluded.silence")
        .params(
            Arrays.asList(
                agreement,
                version,
                g.code(),
                g.rank(),
                g.capacity().name(),
                g.frenchLabel(),
                g.dutchLabel(),
                g.needed(),
                g.signers(),
                g.partyKinds(),
                g.silence(),
                g.source(),
                g.sourceNl()))
        .update();
  }

  void removeGroup(long agreement, int version, String code) {
    jdbc.sql("delete from trame.agreement_group where agreement = ? and version = ? and code = ?")
        .params(agreement, version, code)
        .update();
  }

  void putParty(long agreement, int version, long party, String group) {
    jdbc.sql(
            "insert into trame.agreement_party (agreement, version, party, grp) values (?, ?, ?, ?)"
                + " on conflict (agreement, version, party) do update set grp = excluded.grp")
        .params(agreement, version, party, group)
        .update();
  }

  void removeParty(long agreement, int version, long party) {
    jdbc.sql("delete from trame.agreement_party where agreement = ? and version = ? and party = ?")
        .params(agreement, version, party)
        .update();
  }

  void putClause(long agreement, int version, Clause clause) {
    jdbc.sql(
            "insert into trame.agreement_clause (agreement, version, number, heading, body, action)"
                + " values (?, ?, ?, ?, ?, ?) on conflict (agreement, version, number) do update"
                + " set heading = excluded.heading, body = excluded.body, action ="
                + " excluded.action")
        .params(
            Arrays.asList(
                agreement,
                version,
                clause.number(),
                clause.heading(),
                clause.body(),
                clause.action()))
        .update();
  }

  /** Takes a clause away; those after it move up. */
  void removeClause(long agreement, int version, int number) {
    jdbc.sql(
            "delete from trame.agreement_clause where agreement = ? and version = ? and number = ?")
        .params(agreement, version, number)
        .update();
    jdbc.sql(
            "select number from trame.agreement_clause where agreement = ? and version = ? and"
                + " number > ? order by number")
        .params(agreement, version, number)
        .query(Integer.class)
        .list()
        .forEach(
            n ->
                jdbc.sql(
                        "update trame.agreement_clause set number = ? where agreement = ? and"
                            + " version = ? and number = ?")
                    .params(n - 1, agreement, version, n)
                    .update());
  }

  void terms(long agreement, int version, AgreementTerms terms) {
    jdbc.sql(
            "update trame.agreement_version set title = ?, amount = ?, ends_on = ? where agreement"
                + " = ? and number = ?")
        .params(
            Arrays.asList(
                terms.agreementTitle(),
                terms.agreementAmount(),
                terms.agreementEndsOn() == null ? null : Date.valueOf(terms.agreementEndsOn()),
                agreement,
                version))
        .update();
  }

  void freeze(AgreementVersion v, String text, String sha256, Timestamp at, String by) {
    jdbc.sql(
            "update trame.agreement_version set state = 'READY', text = ?, text_sha256 = ?,"
                + " frozen_at = ?, frozen_by = ? where agreement = ? and number = ?")
        .params(text, sha256, at, by, v.agreement(), v.number())
        .update();
  }

  void classified(
      AgreementVersion v,
      AgreementVersion.Kind kind,
      String reasonFr,
      String reasonNl,
      String source) {
    jdbc.sql(
            "update trame.agreement_version set kind = ?, kind_reason_fr = ?, kind_reason_nl = ?,"
                + " kind_source = ? where agreement = ? and number = ?")
        .params(kind.name(), reasonFr, reasonNl, source, v.agreement(), v.number())
        .update();
  }

  void follows(long agreement, int number, Integer amendment) {
    jdbc.sql("update trame.agreement_version set follows = ? where agreement = ? and number = ?")
        .params(Arrays.asList(amendment, agreement, number))
        .update();
  }

  void versionState(AgreementVersion v, AgreementVersion.State state) {
    jdbc.sql("update trame.agreement_version set state = ? where agreement = ? and number = ?")
        .params(state.name(), v.agreement(), v.number())
        .update();
  }

  void inForce(AgreementVersion v, java.time.LocalDate on) {
    jdbc.sql(
            "update trame.agreement_version set state = 'SUPERSEDED' where agreement = ? and state"
                + " = 'IN_FORCE'")
        .param(v.agreement())
        .update();
    jdbc.sql(
            "update trame.agreement_version set state = 'IN_FORCE', in_force_on = ? where agreement"
                + " = ? and number = ?")
        .params(Date.valueOf(on), v.agreement(), v.number())
        .update();
  }

  void voided(AgreementVersion v, String reason) {
    jdbc.sql(
            "update trame.agreement_version set state = 'VOID', void_reason = ? where agreement = ?"
                + " and number = ?")
        .params(reason, v.agreement(), v.number())
        .update();
  }

  private static SigningGroup group(ResultSet row, int n) throws SQLException {
    return new SigningGroup(
        row.getString("code"),
        row.getInt("rank"),
        Capacity.valueOf(row.getString("capacity")),
        row.getString("label_fr"),
        row.getString("label_nl"),
        (Integer) row.getObject("needed"),
        row.getInt("signers"),
        row.getString("party_kinds"),
        row.getString("silence"),
        row.getString("source"),
        row.getString("source_nl"));
  }

  private static Agreement agreement(ResultSet row, int n) throws SQLException {
    return new Agreement(
        row.getLong("id"),
        row.getString("programme"),
        row.getInt("number"),
        row.getString("kind"),
        Agreement.State.valueOf(row.getString("state")),
        row.getDate("opened_on").toLocalDate(),
        Rows.day(row, "in_force_on"),
        Rows.day(row, "ended_on"),
        row.getString("end_reason"),
        row.getObject("merged_into", Long.class),
        row.getString("title"));
  }

  private static AgreementVersion version(ResultSet row, int n) throws SQLException {
    String kind = row.getString("kind");
    return new AgreementVersion(
        row.getLong("agreement"),
        row.getInt("number"),
        (Integer) row.getObject("amends"),
        AgreementVersion.State.valueOf(row.getString("state")),
        row.getString("title"),
        row.getBigDecimal("amount"),
        Rows.day(row, "ends_on"),
        (Integer) row.getObject("follows"),
        row.getString("object"),
        kind == null ? null : AgreementVersion.Kind.valueOf(kind),
        row.getString("kind_reason_fr"),
        row.getString("kind_reason_nl"),
        row.getString("kind_source"),
        row.getString("text"),
        row.getString("text_sha256"),
        Rows.instant(row, "frozen_at"),
        Rows.day(row, "in_force_on"),
        row.getString("void_reason"));
  }
}
