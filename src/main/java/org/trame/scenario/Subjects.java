package org.trame.scenario;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trame.agreement.Agreement;
import org.trame.funding.PaymentOrder;
import org.trame.party.Party;
import org.trame.party.PartyEdits;

/**
 * Finds what a scenario calls by name: a programme, an organisation, an agreement, a payment, a
 * commitment, the list of organisations, or the subject of any process.
 */
@Component
class Subjects {

  private final JdbcClient jdbc;
  private final HistoryService history;

  Subjects(JdbcClient jdbc, HistoryService history) {
    this.jdbc = jdbc;
    this.history = history;
  }

  /**
   * The subjects that bear this name or id, newest first.
   *
   * @param name id of a subject, name of a programme or an organisation, title of an agreement,
   *     purpose of a payment, or code and title of a commitment: {@code E1 – Title}
   */
  List<String> named(String name) {
    List<String> programmes =
        jdbc.sql(
                "select id from trame.programme where id = ? or name = ?"
                    + " order by notified_on desc, id desc")
            .params(name, name)
            .query(String.class)
            .list();
    if (!programmes.isEmpty()) {
      return programmes;
    }
    if (name.equals(PartyEdits.DIRECTORY)) {
      return List.of(name);
    }
    List<String> organisations =
        jdbc
            .sql("select id from trame.party where name_fr = ? or name_nl = ? order by id desc")
            .params(name, name)
            .query(Long.class)
            .list()
            .stream()
            .map(Party::subject)
            .toList();
    if (!organisations.isEmpty()) {
      return organisations;
    }
    List<String> agreements =
        jdbc
            .sql(
                "select distinct agreement from trame.agreement_version where title = ? order by"
                    + " agreement desc")
            .param(name)
            .query(Long.class)
            .list()
            .stream()
            .map(Agreement::subject)
            .toList();
    if (!agreements.isEmpty()) {
      return agreements;
    }
    List<String> payments =
        jdbc
            .sql("select id from trame.payment_order where purpose = ? order by id desc")
            .param(name)
            .query(Long.class)
            .list()
            .stream()
            .map(PaymentOrder::subject)
            .toList();
    if (!payments.isEmpty()) {
      return payments;
    }
    List<String> commitments =
        jdbc.sql(
                "select distinct 'commitment-' || c.id as subject, c.id from trame.commitment c join"
                    + " trame.agreement_version v on v.agreement = c.agreement and v.number ="
                    + " c.version where c.code || ' – ' || v.title = ? and c.ended_on is null order"
                    + " by c.id desc")
            .param(name)
            .query((row, n) -> row.getString(1))
            .list();
    if (!commitments.isEmpty()) {
      return commitments;
    }
    boolean known =
        history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(name).count() > 0;
    return known ? List.of(name) : List.of();
  }

  /** Every programme and organisation, and every subject a process works on. */
  Set<String> all() {
    Set<String> all =
        new HashSet<>(jdbc.sql("select id from trame.programme").query(String.class).list());
    all.addAll(jdbc.sql("select 'party-' || id from trame.party").query(String.class).list());
    all.addAll(
        jdbc.sql("select 'agreement-' || id from trame.agreement").query(String.class).list());
    all.addAll(
        jdbc.sql("select 'commitment-' || id from trame.commitment").query(String.class).list());
    history.createHistoricProcessInstanceQuery().unfinished().unlimitedList().stream()
        .map(HistoricProcessInstance::getBusinessKey)
        .filter(Objects::nonNull)
        .forEach(all::add);
    return all;
  }

  /** The subject of a process instance, which may have ended. */
  String of(String processInstance) {
    HistoricProcessInstance instance =
        history
            .createHistoricProcessInstanceQuery()
            .processInstanceId(processInstance)
            .singleResult();
    return instance.getBusinessKey();
  }

  /** Whether an activity of any process of the subject was gone through. */
  boolean wentThrough(String subject, String activity) {
    return history
        .createHistoricProcessInstanceQuery()
        .processInstanceBusinessKey(subject)
        .list()
        .stream()
        .anyMatch(
            p ->
                history
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(p.getId())
                        .activityId(activity)
                        .finished()
                        .count()
                    > 0);
  }
}
