package org.trame.funding;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of payment orders. */
@Component
class PaymentOrderStore {

  private static final String SELECT = "select o.* from trame.payment_order o ";

  private final JdbcClient jdbc;

  PaymentOrderStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long insert(long agreement, long payee, PreparePayment form, String by, LocalDate on) {
    return jdbc.sql(
            "insert into trame.payment_order (agreement, payee, amount, purpose, evidence, state,"
                + " prepared_by, prepared_on) values (?, ?, ?, ?, ?, 'AWAITING', ?, ?) returning"
                + " id")
        .params(
            agreement,
            payee,
            form.paymentAmount(),
            form.paymentPurpose(),
            form.paymentEvidence(),
            by,
            Date.valueOf(on))
        .query(Long.class)
        .single();
  }

  void decided(
      long id, PaymentDecision decision, String by, LocalDate on, long mandate, String reason) {
    jdbc.sql(
            "update trame.payment_order set state = ?, decided_by = ?, decided_on = ?, mandate = ?,"
                + " reason = ? where id = ?")
        .params(Arrays.asList(decision.name(), by, Date.valueOf(on), mandate, reason, id))
        .update();
  }

  Optional<PaymentOrder> find(long id) {
    return jdbc.sql(SELECT + "where id = ?").param(id).query(PaymentOrderStore::order).optional();
  }

  List<PaymentOrder> all(Collection<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : jdbc.sql(SELECT + "where id in (:ids) order by id")
            .param("ids", ids)
            .query(PaymentOrderStore::order)
            .list();
  }

  List<PaymentOrder> of(long agreement) {
    return jdbc.sql(SELECT + "where agreement = ? order by id")
        .param(agreement)
        .query(PaymentOrderStore::order)
        .list();
  }

  List<Long> ofProgrammes(Collection<String> programmes) {
    return programmes.isEmpty()
        ? List.of()
        : jdbc.sql(
                "select o.id from trame.payment_order o join trame.agreement a on a.id ="
                    + " o.agreement where a.programme in (:programmes) order by o.id")
            .param("programmes", programmes)
            .query(Long.class)
            .list();
  }

  /** Orders with the same evidence, to the byte, by agreements of the same municipality. */
  List<PaymentOrder> sameEvidence(PaymentOrder order) {
    return jdbc.sql(
            SELECT
                + "join trame.document d on d.id = o.evidence join trame.programme g on g.id ="
                + " d.programme join trame.document own on own.id = ? join trame.programme h on"
                + " h.id = own.programme where d.sha256 = own.sha256 and g.nis = h.nis and o.id <>"
                + " ? and o.state <> 'REFUSED' order by o.id")
        .params(order.evidence(), order.id())
        .query(PaymentOrderStore::order)
        .list();
  }

  /** The orders this document is evidence of. */
  List<PaymentOrder> on(UUID evidence) {
    return jdbc.sql(SELECT + "where evidence = ? order by id")
        .param(evidence)
        .query(PaymentOrderStore::order)
        .list();
  }

  private static PaymentOrder order(ResultSet row, int n) throws SQLException {
    Date decided = row.getDate("decided_on");
    return new PaymentOrder(
        row.getLong("id"),
        row.getLong("agreement"),
        row.getLong("payee"),
        row.getBigDecimal("amount"),
        row.getString("purpose"),
        row.getObject("evidence", UUID.class),
        PaymentOrder.State.valueOf(row.getString("state")),
        row.getString("prepared_by"),
        row.getDate("prepared_on").toLocalDate(),
        row.getString("decided_by"),
        decided == null ? null : decided.toLocalDate(),
        row.getObject("mandate", Long.class),
        row.getString("reason"));
  }
}
