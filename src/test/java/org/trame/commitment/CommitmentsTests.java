package org.trame.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.junit.jupiter.api.Test;
import org.trame.access.Actor;
import org.trame.access.Role;
import org.trame.agreement.TestAgreements;
import org.trame.deadline.LegalClock;
import org.trame.notification.Announcement;

/** What was promised is kept, kept late or broken, whoever promised it. */
class CommitmentsTests extends CommitmentTest {

  private static final Actor STRANGER =
      new Actor("ailleurs", List.of("coordinator-21009", "party-0"));

  @Test
  void thePartnerIsAskedOnTheDayOfTheNoticeAndKeepsItsWord() {
    long id = inForce("Tenue");
    Commitment report = commitment(id, "E2");
    until("2031-05-30");
    assertThat(state(report, "2031-06-30")).isEqualTo(Occurrence.State.TO_COME);
    assertThat(open(report)).isEmpty();

    until("2031-05-31");
    assertThat(state(report, "2031-06-30")).isEqualTo(Occurrence.State.DUE);
    assertThat(open(report)).containsExactly("Task_KeepCommitment");
    LegalClock limit = clocks.openOf(List.of(report.subject())).get(0);
    assertThat(limit.dueOn()).as("the day the commitment fixes").isEqualTo("2031-06-30");
    assertThat(limit.source()).contains("l’engagement fixe lui-même");
    assertThat(told(report.subject(), Announcement.Kind.COMMITMENT_ASKED)).contains(PARTNER);

    at("2031-06-20");
    declare(partner(), report, "2031-06-30", "2031-06-18");
    assertThat(state(report, "2031-06-30")).isEqualTo(Occurrence.State.DECLARED);
    assertThat(clocks.get(limit.id()).orElseThrow().state()).isEqualTo(LegalClock.State.MET);
    assertThat(open(report)).containsExactly("Task_ConfirmCommitment");

    confirm(COORDINATOR, report, "2031-06-30");
    assertThat(state(report, "2031-06-30")).isEqualTo(Occurrence.State.KEPT);
    assertThat(open(report)).isEmpty();
    assertThat(told(report.subject(), Announcement.Kind.COMMITMENT_CONFIRMED)).contains(PARTNER);
    assertThat(commitments.kept(List.of(id)).get(partner)).isEqualTo(new Kept(1, 0, 0, 0, 1));
  }

  @Test
  void theDayItWasDoneSaysWhetherItWasLate() {
    Commitment report = commitment(inForce("En retard"), "E2");
    until("2031-07-10");
    assertThat(clocks.openOf(List.of(report.subject())).get(0).state())
        .isEqualTo(LegalClock.State.MISSED);
    assertThat(told(report.subject(), Announcement.Kind.COMMITMENT_LATE)).contains(TOLD);
    declare(partner(), report, "2031-06-30", "2031-07-02");
    confirm(COORDINATOR, report, "2031-06-30");
    assertThat(state(report, "2031-06-30")).isEqualTo(Occurrence.State.KEPT_LATE);

    Commitment late = commitment(inForce("Déclaré tard"), "E2");
    until("2031-07-20");
    assertThat(state(late, "2032-06-30")).isEqualTo(Occurrence.State.TO_COME);
  }

  @Test
  void whatWasDoneInTimeAndDeclaredLateIsKept() {
    Commitment report = commitment(inForce("Déclaré tard"), "E2");
    until("2031-07-10");
    declare(partner(), report, "2031-06-30", "2031-06-30");
    confirm(COORDINATOR, report, "2031-06-30");
    assertThat(state(report, "2031-06-30")).isEqualTo(Occurrence.State.KEPT);
  }

  @Test
  void theAuthoritysOwnPromiseIsBrokenLikeAnybodys() {
    long id = inForce("Non tenue");
    Commitment payment = commitment(id, "E1");
    Commitment report = commitment(id, "E2");
    assertThat(payment.text().author()).isEqualTo(given.municipality());
    until("2031-07-30");
    assertThat(state(payment, "2031-06-30")).isEqualTo(Occurrence.State.DUE);
    assertThat(open(payment)).containsExactly("Task_KeepCommitment");

    until("2031-07-31");
    for (Commitment broken : List.of(payment, report)) {
      Occurrence first = occurrence(broken, "2031-06-30");
      assertThat(first.state()).isEqualTo(Occurrence.State.BROKEN);
      assertThat(first.brokenWhy()).isEqualTo(Occurrence.BrokenWhy.SILENT);
      assertThat(first.graceUntil()).isEqualTo("2031-07-30");
      assertThat(open(broken)).isEmpty();
      assertThat(told(broken.subject(), Announcement.Kind.COMMITMENT_BROKEN))
          .contains(PARTNER, TOLD, "echevin");
    }
    assertThat(acts("commitment-broken")).hasSize(2);
    Map<Long, Kept> kept = commitments.kept(List.of(id));
    assertThat(kept.get(given.municipality())).isEqualTo(new Kept(0, 0, 1, 0, 1));
    assertThat(kept.get(partner)).isEqualTo(new Kept(0, 0, 1, 0, 1));
    refused(() -> declare(partner(), report, "2031-06-30", "2031-06-30"), "Vous ne pouvez pas");
  }

  @Test
  void theCoordinatorKeepsTheMunicipalitysWordAndThePartnerConfirms() {
    Commitment payment = commitment(inForce("Versement"), "E1");
    until("2031-06-10");
    assertThat(
            tasks
                .createTaskQuery()
                .processInstanceBusinessKey(payment.subject())
                .taskCandidateGroup(Role.COORDINATOR.group(TestAgreements.NIS, ""))
                .count())
        .isEqualTo(1);
    refused(() -> declare(partner(), payment, "2031-06-30", "2031-06-10"), "Vous ne pouvez pas");
    declare(COORDINATOR, payment, "2031-06-30", "2031-06-10");
    refused(() -> confirm(COORDINATOR, payment, "2031-06-30"), "Vous ne pouvez pas");
    confirm(partner(), payment, "2031-06-30");
    assertThat(state(payment, "2031-06-30")).isEqualTo(Occurrence.State.KEPT);
  }

  @Test
  void silenceOfTheBeneficiaryIsNoAssent() {
    long id = inForce("Silence");
    Commitment payment = commitment(id, "E1");
    until("2031-06-10");
    declare(COORDINATOR, payment, "2031-06-30", "2031-06-10");
    until("2031-12-01");
    assertThat(state(payment, "2031-06-30")).isEqualTo(Occurrence.State.DECLARED);
    LegalClock confirmation =
        clocks.of(payment.subject()).stream()
            .filter(c -> c.step().equals("commitment-confirmation"))
            .findFirst()
            .orElseThrow();
    assertThat(confirmation.state()).isEqualTo(LegalClock.State.MISSED);
    assertThat(told(payment.subject(), Announcement.Kind.MISSED)).contains(PARTNER);
    Kept counted = commitments.kept(List.of(id)).get(given.municipality());
    assertThat(counted.kept()).isZero();
    assertThat(counted.unconfirmed()).isEqualTo(1);
    assertThat(open(payment)).containsExactly("Task_ConfirmCommitment");
    databaseRefuses(
        "update trame.commitment_occurrence set state = 'KEPT' where id = ?",
        occurrence(payment, "2031-06-30").id());

    confirm(partner(), payment, "2031-06-30");
    assertThat(state(payment, "2031-06-30")).isEqualTo(Occurrence.State.KEPT);
  }

  @Test
  void whatIsContestedIsAnsweredAndConfirmed() {
    Commitment report = commitment(inForce("Contestée"), "E2");
    until("2031-06-10");
    declare(partner(), report, "2031-06-30", "2031-06-10");
    contest(COORDINATOR, report, "2031-06-30", "Il manque les chiffres");
    assertThat(state(report, "2031-06-30")).isEqualTo(Occurrence.State.DECLARED);
    assertThat(open(report)).containsExactly("Task_AnswerContest");
    refused(() -> confirm(COORDINATOR, report, "2031-06-30"), "Vous ne pouvez pas");
    answer(report);
    assertThat(open(report)).containsExactly("Task_ConfirmCommitment");
    confirm(COORDINATOR, report, "2031-06-30");
    assertThat(state(report, "2031-06-30")).isEqualTo(Occurrence.State.KEPT);
  }

  private void answer(Commitment report) {
    make(
        partner(),
        report.subject(),
        "commitment-answer",
        Map.of("occurrence", id(report, "2031-06-30"), "answerWords", "Les voici."));
  }

  @Test
  void whatIsContestedAndNotSettledIsBroken() {
    Commitment again = commitment(inForce("Deux fois"), "E2");
    Commitment conceded = commitment(inForce("Reconnue"), "E2");
    Commitment silent = commitment(inForce("Sans réponse"), "E2");
    until("2031-06-10");
    for (Commitment c : List.of(again, conceded, silent)) {
      declare(partner(), c, "2031-06-30", "2031-06-10");
      contest(COORDINATOR, c, "2031-06-30", "Rien n’est arrivé");
    }
    answer(again);
    contest(COORDINATOR, again, "2031-06-30", "Toujours rien");
    assertThat(occurrence(again, "2031-06-30").brokenWhy())
        .isEqualTo(Occurrence.BrokenWhy.CONTESTED);

    make(
        partner(),
        conceded.subject(),
        "commitment-concede",
        Map.of("occurrence", id(conceded, "2031-06-30"), "concession", "Un oubli"));
    assertThat(occurrence(conceded, "2031-06-30").brokenWhy())
        .isEqualTo(Occurrence.BrokenWhy.CONCEDED);

    until("2031-07-12");
    assertThat(occurrence(silent, "2031-06-30").brokenWhy())
        .isEqualTo(Occurrence.BrokenWhy.UNANSWERED);
    for (Commitment c : List.of(again, conceded, silent)) {
      assertThat(open(c)).isEmpty();
      assertThat(told(c.subject(), Announcement.Kind.COMMITMENT_BROKEN)).contains("echevin");
    }
  }

  @Test
  void everyYearHasItsOwnDueDateUntilTheLast() {
    Commitment report = commitment(inForce("Trois ans"), "E2");
    for (String year : List.of("2031", "2032", "2033")) {
      until(year + "-06-10");
      assertThat(occurrences(report))
          .hasSize(Integer.parseInt(year) == 2033 ? 3 : Integer.parseInt(year) - 2031 + 2);
      declare(partner(), report, year + "-06-30", year + "-06-05");
      confirm(COORDINATOR, report, year + "-06-30");
    }
    until("2033-12-30");
    assertThat(occurrences(report))
        .extracting(Occurrence::dueOn)
        .containsExactly(
            LocalDate.parse("2031-06-30"),
            LocalDate.parse("2032-06-30"),
            LocalDate.parse("2033-06-30"));
    assertThat(occurrences(report))
        .allSatisfy(o -> assertThat(o.state()).isEqualTo(Occurrence.State.KEPT));
    assertThat(
            runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(report.subject())
                .count())
        .isZero();
  }

  @Test
  void aDueDateThatWaitsForItsConfirmationDoesNotKeepTheNextBack() {
    long id = drafted("Chaque mois");
    Map<String, String> monthly = yearly(partner, given.municipality(), "Ouvrir le local");
    monthly.put("firstDue", "2031-01-31");
    monthly.put("recurrence", "MONTHLY");
    monthly.put("lastDue", "2031-04-30");
    monthly.put("noticeDays", "10");
    promise(id, monthly);
    sign(id);
    Commitment opening = commitment(id, "E1");
    until("2031-03-25");
    assertThat(occurrences(opening))
        .extracting(Occurrence::dueOn)
        .as("the last day of each month")
        .containsExactly(
            LocalDate.parse("2031-01-31"),
            LocalDate.parse("2031-02-28"),
            LocalDate.parse("2031-03-31"),
            LocalDate.parse("2031-04-30"));
    declare(partner(), opening, "2031-02-28", "2031-02-28");
    assertThat(open(opening)).containsExactly("Task_ConfirmCommitment", "Task_KeepCommitment");
  }

  @Test
  void whatIsDeclaredIsShownByWordsOrAFileAndNeverBeforehand() {
    Commitment report = commitment(inForce("Preuves"), "E2");
    until("2031-06-10");
    String first = id(report, "2031-06-30");
    refused(
        () ->
            make(
                partner(),
                report.subject(),
                "commitment-declare",
                Map.of("occurrence", first, "doneOn", "2031-06-10")),
        "joignez une pièce");
    refused(() -> declare(partner(), report, "2031-06-30", "2031-06-11"), "à venir");
    refused(() -> declare(partner(), report, "2031-06-30", "2031-01-09"), "depuis le 10/01/2031");
    refused(() -> declare(STRANGER, report, "2031-06-30", "2031-06-10"), "Vous ne pouvez pas");
    refused(() -> declare(COORDINATOR, report, "2031-06-30", "2031-06-10"), "Vous ne pouvez pas");
    assertThat(state(report, "2031-06-30")).isEqualTo(Occurrence.State.DUE);
  }

  @Test
  void nobodyConfirmsWhatHeDeclared() {
    long both = given.association("Chez la même", PARTNER);
    long id = drafted("Des deux côtés");
    given.put(id, both, "carriers");
    promise(id, yearly(partner, both, "Prêter la salle"));
    given.freeze(id);
    given.person(both, COORDINATOR, "regie");
    given.mandate(both, COORDINATOR, given.personOf(both, "regie"), null, null);
    given.sign(id, PARTNER, partner);
    given.sign(id, "regie", both);
    given.signByMunicipality(id);
    Commitment room = commitment(id, "E1");
    until("2031-06-10");
    declare(partner(), room, "2031-06-30", "2031-06-10");
    refused(() -> confirm(partner(), room, "2031-06-30"), "quelqu’un d’autre");
    refused(() -> contest(partner(), room, "2031-06-30", "Non"), "quelqu’un d’autre");
    confirm(given.actor("regie"), room, "2031-06-30");
    assertThat(state(room, "2031-06-30")).isEqualTo(Occurrence.State.KEPT);
  }

  @Test
  void theTaskEndsOnlyWithTheAnswer() {
    Commitment report = commitment(inForce("Par le moteur"), "E2");
    until("2031-06-10");
    String task =
        tasks.createTaskQuery().processInstanceBusinessKey(report.subject()).singleResult().getId();
    assertThatThrownBy(() -> tasks.complete(task))
        .isInstanceOf(BadUserRequestException.class)
        .hasMessageContaining("page de l’engagement");
    assertThat(state(report, "2031-06-30")).isEqualTo(Occurrence.State.DUE);
  }

  @Test
  void theDatabaseKeepsWhatWasSaid() {
    Commitment payment = commitment(inForce("Base"), "E1");
    until("2031-07-31");
    long broken = occurrence(payment, "2031-06-30").id();
    databaseRefuses(
        "update trame.commitment_occurrence set state = 'NOT_NEEDED', broken_why = null,"
            + " not_needed_why = 'CHANGED' where id = ?",
        broken);
    databaseRefuses("delete from trame.commitment_occurrence where id = ?", broken);
    databaseRefuses(
        "update trame.commitment_occurrence set due_on = due_on + 100 where commitment = ? and"
            + " state = 'TO_COME'",
        payment.id());
    databaseRefuses(
        "update trame.commitment_terms set evidence = 'rien' where commitment = ?", payment.id());
    databaseRefuses(
        "insert into trame.commitment_terms (commitment, number, since, first_due, recurrence,"
            + " notice_days, evidence) values (?, 2, current_date, current_date, 'ONCE', 1, 'x')",
        payment.id());
  }

  @Test
  void whatWasDueBeforeAnybodyWasBoundIsNotBroken() {
    long id = drafted("Signée trop tard");
    Map<String, String> once = yearly(partner, given.municipality(), "Ouvrir");
    once.put("firstDue", "2031-02-01");
    once.put("recurrence", "ONCE");
    once.put("lastDue", "");
    promise(id, once);
    given.freeze(id);
    at("2031-03-01");
    given.sign(id, PARTNER, partner);
    given.signByMunicipality(id);
    Commitment opening = commitment(id, "E1");
    assertThat(occurrences(opening))
        .singleElement()
        .satisfies(
            o -> {
              assertThat(o.state()).isEqualTo(Occurrence.State.NOT_NEEDED);
              assertThat(o.notNeededWhy()).isEqualTo(Occurrence.NotNeededWhy.BEFORE_FORCE);
            });
  }
}
