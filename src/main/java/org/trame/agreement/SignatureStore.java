package org.trame.agreement;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trame.party.Person;

/** The tables of signatures and reservations. */
@Component
class SignatureStore {

  private static final String SELECT =
      "select s.*, p.name as person_name from trame.agreement_signature s left join"
          + " trame.party_person p on p.id = s.person where ";

  private final JdbcClient jdbc;

  SignatureStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What is written down of a signature that is given.
   *
   * @param mode how
   * @param person who
   * @param mandate by which mandate, or null for a witness
   * @param on day
   * @param at moment it was given or written down
   * @param sha256 of the text
   * @param document signed PDF or scan, or null
   * @param certificate SHA-256 of the certificate, or null
   * @param certificateName name on it, or null
   * @param level level of the signature, or null
   * @param by account
   */
  record Given(
      Signature.Mode mode,
      Person person,
      Long mandate,
      LocalDate on,
      Instant at,
      String sha256,
      UUID document,
      String certificate,
      String certificateName,
      String level,
      String by) {}

  void add(AgreementVersion v, long party, SigningGroup group) {
    jdbc.sql(
            "insert into trame.agreement_signature (agreement, version, party, grp, capacity, rank,"
                + " state) values (?, ?, ?, ?, ?, ?, 'TO_COME')")
        .params(
            v.agreement(), v.number(), party, group.code(), group.capacity().name(), group.rank())
        .update();
  }

  List<Signature> of(long agreement, int version) {
    return jdbc.sql(SELECT + "s.agreement = ? and s.version = ? order by s.rank, s.grp, s.id")
        .params(agreement, version)
        .query(SignatureStore::signature)
        .list();
  }

  List<Signature> of(Collection<Long> agreements) {
    return agreements.isEmpty()
        ? List.of()
        : jdbc.sql(SELECT + "s.agreement in (:agreements) order by s.version, s.rank, s.grp, s.id")
            .param("agreements", agreements)
            .query(SignatureStore::signature)
            .list();
  }

  Optional<Signature> find(long id) {
    return jdbc.sql(SELECT + "s.id = ?").param(id).query(SignatureStore::signature).optional();
  }

  void asked(long id, LocalDate on) {
    jdbc.sql("update trame.agreement_signature set state = 'AWAITED', asked_on = ? where id = ?")
        .params(Date.valueOf(on), id)
        .update();
  }

  /** Asks again later: nobody answered, and nobody is asked now. */
  void postponed(long id) {
    jdbc.sql(
            "update trame.agreement_signature set state = 'TO_COME', asked_on = null, mode = null,"
                + " person = null, mandate = null, human = null, signed_on = null, signed_at ="
                + " null, text_sha256 = null, document = null, entered_by = null where id = ?")
        .param(id)
        .update();
  }

  /** A signature on paper that was not confirmed: it is awaited again. */
  void unconfirmed(long id) {
    jdbc.sql(
            "update trame.agreement_signature set state = 'AWAITED', mode = null, person = null,"
                + " mandate = null, human = null, signed_on = null, signed_at = null, text_sha256"
                + " = null, document = null, entered_by = null where id = ?")
        .param(id)
        .update();
  }

  void given(long id, Given g, Signature.State state) {
    jdbc.sql(
            "update trame.agreement_signature set state = ?, mode = ?, person = ?, mandate = ?,"
                + " human = ?, signed_on = ?, signed_at = ?, text_sha256 = ?, document = ?,"
                + " certificate = ?, certificate_name = ?, certificate_level = ?, entered_by = ?"
                + " where id = ?")
        .params(
            Arrays.asList(
                state.name(),
                g.mode().name(),
                g.person().id(),
                g.mandate(),
                human(g.person()),
                Date.valueOf(g.on()),
                Timestamp.from(g.at()),
                g.sha256(),
                g.document(),
                g.certificate(),
                g.certificateName(),
                g.level(),
                g.by(),
                id))
        .update();
  }

  void confirmed(long id, String by, Instant at) {
    jdbc.sql(
            "update trame.agreement_signature set state = 'SIGNED', confirmed_by = ?, confirmed_at"
                + " = ? where id = ?")
        .params(by, Timestamp.from(at), id)
        .update();
  }

  void refused(long id, Person person, String reason, LocalDate on, String by) {
    jdbc.sql(
            "update trame.agreement_signature set state = 'REFUSED', person = ?, reason = ?,"
                + " signed_on = ?, entered_by = ? where id = ?")
        .params(person.id(), reason, Date.valueOf(on), by, id)
        .update();
  }

  void tacit(long id, long clock) {
    jdbc.sql("update trame.agreement_signature set state = 'TACIT', clock = ? where id = ?")
        .params(clock, id)
        .update();
  }

  void notNeeded(long id) {
    jdbc.sql("update trame.agreement_signature set state = 'NOT_NEEDED' where id = ?")
        .param(id)
        .update();
  }

  void voided(AgreementVersion v, String reason) {
    jdbc.sql(
            "update trame.agreement_signature set state = 'VOID', void_reason = ? where agreement ="
                + " ? and version = ? and state <> 'VOID'")
        .params(reason, v.agreement(), v.number())
        .update();
  }

  /** One more row for an organisation that refused and is asked again. */
  void askAgain(Signature refused) {
    jdbc.sql(
            "insert into trame.agreement_signature (agreement, version, party, grp, capacity, rank,"
                + " state) values (?, ?, ?, ?, ?, ?, 'TO_COME')")
        .params(
            refused.agreement(),
            refused.version(),
            refused.party(),
            refused.group(),
            refused.capacity().name(),
            refused.rank())
        .update();
  }

  void reminded(long agreement, int version, LocalDate on) {
    jdbc.sql(
            "update trame.agreement_signature set reminded_on = ? where agreement = ? and version ="
                + " ? and state = 'AWAITED'")
        .params(Date.valueOf(on), agreement, version)
        .update();
  }

  /** Whether somebody has signed this version already, under whatever organisation. */
  boolean signedBefore(Signature signature, Person person) {
    return jdbc.sql(
            "select exists (select from trame.agreement_signature s join trame.party_person p on"
                + " p.id = s.person where s.agreement = :agreement and s.version = :version and"
                + " s.id <> :id and s.state in ('SIGNED', 'TO_CONFIRM') and (p.id = :person or"
                + " p.account = :account or lower(p.mail) = lower(:mail)))")
        .param("agreement", signature.agreement())
        .param("version", signature.version())
        .param("id", signature.id())
        .param("person", person.id())
        .param("account", person.account())
        .param("mail", person.mail())
        .query(Boolean.class)
        .single();
  }

  private static String human(Person person) {
    return person.account() == null
        ? "mail:" + person.mail().toLowerCase(java.util.Locale.ROOT)
        : "account:" + person.account();
  }

  void reserve(long signature, Integer clause, String action, String words, String by) {
    jdbc.sql(
            "insert into trame.agreement_reservation (signature, clause, action, words, made_by)"
                + " values (?, ?, ?, ?, ?)")
        .params(Arrays.asList(signature, clause, action, words, by))
        .update();
  }

  void removeReservation(long id) {
    jdbc.sql("delete from trame.agreement_reservation where id = ?").param(id).update();
  }

  List<Reservation> reservations(long agreement, int version) {
    return jdbc.sql(
            "select r.* from trame.agreement_reservation r join trame.agreement_signature s on s.id"
                + " = r.signature where s.agreement = ? and s.version = ? order by r.id")
        .params(agreement, version)
        .query(
            (row, n) ->
                new Reservation(
                    row.getLong("id"),
                    row.getLong("signature"),
                    (Integer) row.getObject("clause"),
                    row.getString("action"),
                    row.getString("words")))
        .list();
  }

  private static Signature signature(ResultSet row, int n) throws SQLException {
    String mode = row.getString("mode");
    return new Signature(
        row.getLong("id"),
        row.getLong("agreement"),
        row.getInt("version"),
        row.getLong("party"),
        row.getString("grp"),
        Capacity.valueOf(row.getString("capacity")),
        row.getInt("rank"),
        Signature.State.valueOf(row.getString("state")),
        Rows.day(row, "asked_on"),
        mode == null ? null : Signature.Mode.valueOf(mode),
        row.getObject("person", Long.class),
        row.getString("person_name"),
        row.getObject("mandate", Long.class),
        Rows.day(row, "signed_on"),
        Rows.instant(row, "signed_at"),
        row.getString("text_sha256"),
        row.getObject("document", UUID.class),
        row.getString("certificate"),
        row.getString("certificate_name"),
        row.getString("certificate_level"),
        row.getString("entered_by"),
        row.getString("confirmed_by"),
        row.getObject("clock", Long.class),
        row.getString("reason"),
        row.getString("void_reason"),
        Rows.day(row, "reminded_on"));
  }
}
