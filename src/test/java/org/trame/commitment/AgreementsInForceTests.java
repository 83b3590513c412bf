package org.trame.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.trame.access.Actors;
import org.trame.agreement.Agreement;
import org.trame.agreement.Signings;
import org.trame.evaluation.CloseProgramme;
import org.trame.evaluation.Closings;
import org.trame.notification.Announcement;
import org.trame.workflow.Workflows;

/** Agreements in force are reviewed every year, amended, and end; none is forgotten. */
class AgreementsInForceTests extends CommitmentTest {

  @Autowired Reviews reviews;
  @Autowired Signings signings;
  @Autowired Closings closings;
  @Autowired Workflows workflows;

  private void review(long id, String outcome) {
    given.complete(
        id,
        "Task_ReviewAgreement",
        Map.of("reviewOutcome", outcome, "reviewWords", "Vu avec les parties"));
  }

  @Test
  void theCoordinatorIsAskedEveryYear() {
    long id = inForce("Revue");
    until("2032-01-08");
    assertThat(given.open(id, "Task_ReviewAgreement")).isZero();
    until("2032-01-15");
    assertThat(given.open(id, "Task_ReviewAgreement")).isEqualTo(1);
    refused(() -> given.complete(id, "Task_ReviewAgreement", Map.of()), "requis");
    review(id, "TO_AMEND");
    assertThat(agreements.get(id).state())
        .as("a review changes nothing by itself")
        .isEqualTo(Agreement.State.IN_FORCE);
    assertThat(told(Agreement.subject(id), Announcement.Kind.AGREEMENT_REVIEWED)).contains(PARTNER);
    until("2033-01-10");
    assertThat(given.open(id, "Task_ReviewAgreement")).isZero();
    until("2033-01-20");
    assertThat(given.open(id, "Task_ReviewAgreement")).isEqualTo(1);
    review(id, "CONTINUES");
    assertThat(reviews.of(id))
        .extracting(Review::outcome)
        .containsExactly(ReviewOutcome.CONTINUES, ReviewOutcome.TO_AMEND);
    assertThat(
            runtime
                .createProcessInstanceQuery()
                .processDefinitionKey("AgreementReview")
                .processInstanceBusinessKey(Agreement.subject(id))
                .count())
        .as("one at a time")
        .isEqualTo(1);
  }

  @Test
  void onItsLastDayItEnds() {
    long id = drafted("Fin");
    Map<String, String> last = yearly(partner, given.municipality(), "Remettre le bilan");
    last.putAll(Map.of("firstDue", "2033-12-31", "recurrence", "ONCE", "lastDue", ""));
    promise(id, last);
    sign(id);
    Commitment report = commitment(id, "E1");
    until("2033-12-31");
    assertThat(agreements.get(id).state()).isEqualTo(Agreement.State.IN_FORCE);
    until("2034-01-01");
    assertThat(agreements.get(id).state()).isEqualTo(Agreement.State.ENDED);
    assertThat(agreements.get(id).endedOn()).isEqualTo("2034-01-01");
    assertThat(agreements.inForce(id, LocalDate.parse("2033-12-31"))).isPresent();
    assertThat(agreements.inForce(id, LocalDate.parse("2034-01-01"))).isEmpty();
    assertThat(told(Agreement.subject(id), Announcement.Kind.AGREEMENT_ENDED))
        .contains(PARTNER, TOLD);
    assertThat(given.open(id, "Task_ReviewAgreement")).isZero();
    assertThat(
            runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(Agreement.subject(id))
                .count())
        .isZero();
    assertThat(commitments.get(report.id()).endReason())
        .isEqualTo(Commitment.EndReason.AGREEMENT_ENDED);
    assertThat(state(report, "2033-12-31")).as("it was due").isEqualTo(Occurrence.State.DUE);
    until("2034-01-31");
    assertThat(state(report, "2033-12-31")).isEqualTo(Occurrence.State.BROKEN);
  }

  /** An amendment, as the parties write and sign it. */
  private void amend(long id, Runnable write) {
    given.write(id, "agreement-amend", "amendmentObject", "Avenant");
    write.run();
    sign(id);
  }

  @Test
  void anAmendmentChangesWhatItSaysAndLeavesTheRest() {
    long id = inForce("Avenant");
    given.municipality();
    Commitment payment = commitment(id, "E1");
    Commitment report = commitment(id, "E2");
    until("2031-06-10");
    declare(partner(), report, "2031-06-30", "2031-06-10");
    amend(
        id,
        () -> {
          Map<String, String> other = yearly(given.municipality(), partner, "Verser la moitié");
          other.put("id", "E1");
          promise(id, other);
          promise(id, yearly(partner, given.municipality(), "Tenir une permanence"));
        });
    assertThat(commitments.get(report.id()).version()).isEqualTo(2);
    assertThat(commitments.get(report.id()).endedOn()).isNull();
    assertThat(state(report, "2031-06-30")).isEqualTo(Occurrence.State.DECLARED);
    confirm(COORDINATOR, report, "2031-06-30");

    assertThat(commitments.get(payment.id()).endReason()).isEqualTo(Commitment.EndReason.REPLACED);
    assertThat(occurrences(payment))
        .extracting(Occurrence::state)
        .containsOnly(Occurrence.State.NOT_NEEDED);
    assertThat(open(payment)).isEmpty();
    assertThat(commitment(id, "E1").text().promise()).isEqualTo("Verser la moitié");
    assertThat(commitment(id, "E3").text().promise()).isEqualTo("Tenir une permanence");

    amend(
        id,
        () ->
            make(
                COORDINATOR,
                Agreement.subject(id),
                "agreement-commitment-remove",
                Map.of("id", "E3")));
    assertThat(commitments.of(List.of(id)))
        .filteredOn(c -> c.text().code().equals("E3"))
        .singleElement()
        .satisfies(
            c -> {
              assertThat(c.endReason()).isEqualTo(Commitment.EndReason.REMOVED);
              assertThat(occurrences(c))
                  .extracting(Occurrence::notNeededWhy)
                  .containsOnly(Occurrence.NotNeededWhy.REMOVED);
            });
    assertThat(
            runtime
                .createProcessInstanceQuery()
                .processDefinitionKey("AgreementReview")
                .processInstanceBusinessKey(Agreement.subject(id))
                .count())
        .isEqualTo(1);
  }

  @Test
  void whatWasAlreadyDueIsNotForgivenByAnAmendment() {
    long id = inForce("En retard");
    Commitment payment = commitment(id, "E1");
    until("2031-07-10");
    amend(
        id,
        () ->
            make(
                COORDINATOR,
                Agreement.subject(id),
                "agreement-commitment-remove",
                Map.of("id", "E1")));
    assertThat(state(payment, "2031-06-30")).isEqualTo(Occurrence.State.DUE);
    assertThat(state(payment, "2032-06-30")).isEqualTo(Occurrence.State.NOT_NEEDED);
    until("2031-07-31");
    assertThat(state(payment, "2031-06-30")).isEqualTo(Occurrence.State.BROKEN);
  }

  private void close() {
    Actors.as(
        COORDINATOR,
        () -> {
          closings.close(programme, "", new CloseProgramme("Fini"));
          return null;
        });
  }

  @Test
  void aProgrammeIsNotClosedWhileSomethingWaits() {
    long id = inForce("Clôture");
    Commitment payment = commitment(id, "E1");
    long open = given.prepare(programme, "partnership", "En rédaction");
    refused(this::close, "« En rédaction » n’est pas conclue");
    Actors.as(
        COORDINATOR,
        () -> {
          signings.abandon(open, "Sans suite");
          return null;
        });
    until("2031-07-10");
    refused(this::close, "L’engagement E1 de « Clôture », échu le 30/06/2031", "E2");
    declare(COORDINATOR, payment, "2031-06-30", "2031-07-01");
    declare(partner(), commitment(id, "E2"), "2031-06-30", "2031-07-01");
    confirm(COORDINATOR, commitment(id, "E2"), "2031-06-30");
    refused(this::close, "L’engagement E1");
    assertThat(agreements.get(id).state()).isEqualTo(Agreement.State.IN_FORCE);

    until("2031-09-01");
    close();
    assertThat(agreements.get(id).state()).isEqualTo(Agreement.State.ENDED);
    assertThat(state(payment, "2031-06-30"))
        .as("the silence of the beneficiary stays what it is")
        .isEqualTo(Occurrence.State.DECLARED);
    assertThat(state(payment, "2032-06-30")).isEqualTo(Occurrence.State.NOT_NEEDED);
    assertThat(open(payment)).isEmpty();
    assertThat(given.open(id, "Task_ReviewAgreement")).isZero();
    assertThat(clocks.openOf(List.of(payment.subject(), Agreement.subject(id)))).isEmpty();
    assertThat(told(Agreement.subject(id), Announcement.Kind.AGREEMENT_ENDED)).contains(PARTNER);
  }
}
