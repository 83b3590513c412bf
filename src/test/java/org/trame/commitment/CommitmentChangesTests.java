package org.trame.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trame.access.Actor;
import org.trame.deadline.LegalClock;
import org.trame.notification.Announcement;

/** Neither side changes a commitment without the other; silence is no consent. */
class CommitmentChangesTests extends CommitmentTest {

  private static Map<String, String> to(String nextDue) {
    Map<String, String> values = new HashMap<>();
    values.put("nextDue", nextDue);
    values.put("recurrence", "YEARLY");
    values.put("lastDue", "2033-12-15");
    values.put("noticeDays", "15");
    values.put("evidence", "Un rapport signé");
    values.put("changeReason", "L’exercice se clôt plus tard");
    return values;
  }

  private void propose(Actor actor, Commitment commitment, Map<String, String> values) {
    make(actor, commitment.subject(), "commitment-propose", values);
  }

  private void accept(Actor actor, Commitment commitment) {
    make(actor, commitment.subject(), "commitment-change-accept", Map.of());
  }

  private Change change(Commitment commitment) {
    List<Change> all = commitments.changes(List.of(commitment.id())).get(commitment.id());
    return all.get(all.size() - 1);
  }

  @Test
  void bothSidesConsentAndTheNewDatesHoldFromThenOn() {
    Commitment report = commitment(inForce("Acceptée"), "E2");
    until("2031-06-10");
    propose(partner(), report, to("2031-09-15"));
    assertThat(told(report.subject(), Announcement.Kind.CHANGE_PROPOSED)).contains(TOLD);
    assertThat(open(report)).containsExactly("Task_DecideChange", "Task_KeepCommitment");
    assertThat(commitment(report.agreement(), "E2").terms().firstDue())
        .as("nothing changes yet")
        .isEqualTo("2031-06-30");
    refused(() -> accept(partner(), report), "Vous ne pouvez pas");

    accept(COORDINATOR, report);
    assertThat(change(report).state()).isEqualTo(Change.State.ACCEPTED);
    Commitment changed = commitment(report.agreement(), "E2");
    assertThat(changed.terms().firstDue()).isEqualTo("2031-09-15");
    assertThat(changed.terms().evidence()).isEqualTo("Un rapport signé");
    assertThat(changed.text().evidence()).as("the text stays").isEqualTo("Un rapport");
    assertThat(commitments.terms(report.id()))
        .extracting(Terms::firstDue)
        .containsExactly(LocalDate.parse("2031-06-30"), LocalDate.parse("2031-09-15"));
    Occurrence before = occurrence(report, "2031-06-30");
    assertThat(before.state()).isEqualTo(Occurrence.State.NOT_NEEDED);
    assertThat(before.notNeededWhy()).isEqualTo(Occurrence.NotNeededWhy.CHANGED);
    assertThat(open(report)).isEmpty();
    assertThat(told(report.subject(), Announcement.Kind.CHANGE_ACCEPTED)).contains(PARTNER);

    until("2031-08-30");
    assertThat(open(report)).isEmpty();
    until("2031-08-31");
    assertThat(open(report)).containsExactly("Task_KeepCommitment");
    assertThat(occurrences(report))
        .extracting(Occurrence::dueOn)
        .containsExactly(
            LocalDate.parse("2031-06-30"),
            LocalDate.parse("2031-09-15"),
            LocalDate.parse("2032-09-15"));
  }

  @Test
  void onlyTheEvidenceMayChangeAndTheDueDateStays() {
    Commitment report = commitment(inForce("Preuve"), "E2");
    until("2031-06-10");
    Map<String, String> evidence = to("2031-06-30");
    evidence.put("lastDue", "2033-06-30");
    evidence.put("noticeDays", "30");
    propose(COORDINATOR, report, evidence);
    accept(partner(), report);
    assertThat(occurrences(report))
        .extracting(Occurrence::state)
        .containsExactly(Occurrence.State.DUE, Occurrence.State.TO_COME);
    assertThat(commitment(report.agreement(), "E2").terms().evidence())
        .isEqualTo("Un rapport signé");
    declare(partner(), report, "2031-06-30", "2031-06-10");
  }

  @Test
  void refusedNothingChanges() {
    Commitment payment = commitment(inForce("Refusée"), "E1");
    propose(COORDINATOR, payment, to("2031-11-15"));
    refused(
        () ->
            make(
                partner(),
                payment.subject(),
                "commitment-change-refuse",
                Map.of("refusalReason", "")),
        "requis");
    make(
        partner(),
        payment.subject(),
        "commitment-change-refuse",
        Map.of("refusalReason", "Nos salaires n’attendent pas"));
    assertThat(change(payment).state()).isEqualTo(Change.State.REFUSED);
    assertThat(change(payment).answerReason()).isEqualTo("Nos salaires n’attendent pas");
    assertThat(commitments.get(payment.id()).terms().firstDue()).isEqualTo("2031-06-30");
    assertThat(state(payment, "2031-06-30")).isEqualTo(Occurrence.State.TO_COME);
    assertThat(told(payment.subject(), Announcement.Kind.CHANGE_REFUSED)).contains("echevin");
  }

  @Test
  void silenceIsNoConsent() {
    Commitment payment = commitment(inForce("Sans réponse"), "E1");
    propose(COORDINATOR, payment, to("2031-11-15"));
    until("2031-02-15");
    Change over = change(payment);
    assertThat(over.state()).isEqualTo(Change.State.UNANSWERED);
    LegalClock proof = clocks.get(over.clock()).orElseThrow();
    assertThat(proof.state()).isEqualTo(LegalClock.State.LAPSED);
    assertThat(proof.dueOn()).isBefore("2031-02-15");
    assertThat(commitments.get(payment.id()).terms().firstDue()).isEqualTo("2031-06-30");
    assertThat(open(payment)).isEmpty();
    assertThat(told(payment.subject(), Announcement.Kind.CHANGE_UNANSWERED)).contains(PARTNER);
    refused(() -> accept(partner(), payment), "Vous ne pouvez pas");
  }

  @Test
  void whatIsPromisedIsChangedByAnAmendmentOnly() {
    Commitment payment = commitment(inForce("Promesse"), "E1");
    Map<String, String> other = to("2031-11-15");
    other.put("changedPromise", "Verser la moitié");
    refused(() -> propose(COORDINATOR, payment, other), "demande un avenant");
    Map<String, String> after = to("2031-11-15");
    after.put("lastDue", "2034-11-15");
    refused(() -> propose(COORDINATOR, payment, after), "31/12/2033", "demande un avenant");
    refused(() -> propose(COORDINATOR, payment, to("2031-01-10")), "doit être à venir");
    Map<String, String> same = to("2031-06-30");
    same.putAll(
        Map.of(
            "lastDue",
            "2033-06-30",
            "noticeDays",
            "30",
            "evidence",
            "Un rapport",
            "changedPromise",
            payment.text().promise()));
    refused(() -> propose(COORDINATOR, payment, same), "Rien n’est changé");
    Actor stranger = given.actor("regie");
    refused(() -> propose(stranger, payment, to("2031-11-15")), "Vous ne pouvez pas");
    assertThat(commitments.changes(List.of(payment.id()))).isEmpty();
  }

  @Test
  void oneProposalAtATimeAndNoneAboutWhatIsOver() {
    Commitment report = commitment(inForce("Une seule"), "E2");
    until("2031-06-10");
    propose(partner(), report, to("2031-09-15"));
    refused(() -> propose(COORDINATOR, report, to("2031-10-15")), "Vous ne pouvez pas");
    declare(partner(), report, "2031-06-30", "2031-06-10");
    assertThat(change(report).state()).isEqualTo(Change.State.OBSOLETE);
    assertThat(open(report)).containsExactly("Task_ConfirmCommitment");
    refused(() -> propose(partner(), report, to("2031-06-29")), "déjà constatée");
  }

  @Test
  void aProposalDoesNotStopTheClock() {
    Commitment payment = commitment(inForce("En attendant"), "E1");
    until("2031-07-20");
    propose(COORDINATOR, payment, to("2031-11-15"));
    until("2031-07-31");
    assertThat(state(payment, "2031-06-30")).isEqualTo(Occurrence.State.BROKEN);
    assertThat(change(payment).state()).isEqualTo(Change.State.OBSOLETE);
  }

  @Test
  void theDatabaseWantsTheOtherSidesConsent() {
    Commitment payment = commitment(inForce("Base"), "E1");
    propose(COORDINATOR, payment, to("2031-11-15"));
    long id = change(payment).id();
    databaseRefuses(
        "insert into trame.commitment_terms (commitment, number, since, first_due, recurrence,"
            + " last_due, notice_days, evidence, change) select commitment, 2, proposed_on,"
            + " next_due, recurrence, last_due, notice_days, evidence, id from"
            + " trame.commitment_change where id = ?",
        id);
    databaseRefuses(
        "update trame.commitment_change set state = 'ACCEPTED', answered_by = proposed_by,"
            + " answered_on = proposed_on where id = ?",
        id);
    databaseRefuses("update trame.commitment_change set state = 'ACCEPTED' where id = ?", id);
    databaseRefuses("update trame.commitment_change set state = 'UNANSWERED' where id = ?", id);
    databaseRefuses("delete from trame.commitment_change where id = ?", id);
  }
}
