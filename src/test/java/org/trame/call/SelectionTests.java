package org.trame.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.junit.jupiter.api.Test;
import org.trame.deadline.Clocks;
import org.trame.funding.Envelope;
import org.trame.input.Refusal;
import org.trame.ledger.LedgerEntry;
import org.trame.programme.BudgetSource;
import org.trame.programme.Programme;
import org.trame.workflow.OpenTask;
import org.trame.worksheet.Worksheet;

/** From candidatures to programmes. */
class SelectionTests extends SelectionTest {

  @Test
  void onlyMunicipalitiesOfTheRegionAreCandidates() {
    assertThatThrownBy(
            () -> candidatures.register(round, new RegisterCandidature(null, "52011", "Centre")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("refusal.candidature.region");
    refused(
        "candidature",
        Map.of("municipality", "52011", "programmeName", "Centre"),
        "refusal.input.choice");
  }

  @Test
  void theSameProgrammeIsRegisteredOnce() {
    candidature("21009", "Blyckaerts-Matonge");
    refused(
        "candidature",
        Map.of("municipality", "21009", "programmeName", "blyckaerts matonge"),
        "refusal.candidature.twice");
  }

  @Test
  void everyCandidatureIsScoredOnEveryCriterionWithAReason() {
    refusedToComplete(Map.of(), "au moins une candidature");
    candidature("21009", "Matonge");
    score("matonge", "degradation", 80);
    refusedToComplete(Map.of(), "« Matonge » n’a pas encore de note");
    refused(
        "candidature-score",
        Map.of("candidature", "matonge", "criterion", "socio-economic", "score", 60),
        "scoreReason:refusal.input.required");
    assertThatThrownBy(() -> score("matonge", "socio-economic", 101))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("refusal.candidature.score");
    score("matonge", "socio-economic", 61);
    assertThat(candidatures.get(round, "matonge").total(rounds.grid(round))).isEqualTo("70.5");
    complete(EXAMINER, Map.of());
    assertThat(workflows.openTasks(round))
        .singleElement()
        .extracting(OpenTask::groups)
        .isEqualTo(List.of("region-decider-brussels"));
  }

  @Test
  void theExaminerDoesNotDecide() {
    threeCandidates();
    assertThatThrownBy(() -> as(EXAMINER, () -> edit("selection", kept("a", "1", "1"))))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("refusal.edit.unavailable");
  }

  @Test
  void eachDecisionHasAReasonAndOnlyThoseKeptHaveShares() {
    threeCandidates();
    refusedToDecide(without(kept("a", "10", "10"), "decisionReason"), "refusal.input.required");
    refusedToDecide(without(kept("a", "10", "10"), "federalShare"), "federalShare");
    refusedToDecide(kept("a", "0", "10"), "refusal.selection.share");
    refusedToDecide(with(kept("a", "10", "10"), "kept", false), "refusal.selection.noShare");
  }

  @Test
  void sharesAddUpToTheEnvelopesToTheCent() {
    threeCandidates();
    decide(kept("a", "1000000", "500000"));
    decide(kept("b", "1000000", "500000"));
    refusedToFinish("« C » attend une décision");
    decide(kept("c", "499999.99", "250000.01"));
    refusedToFinish("Les parts régionales font 2 499 999,99");
    refusedToFinish("Les parts fédérales font 1 250 000,01");
    decide(kept("c", "500000", "250000"));
    finish();
  }

  @Test
  void atLeastOneIsKept() {
    threeCandidates();
    List.of("a", "b", "c").forEach(c -> decide(turnedDown(c)));
    refusedToFinish("Au moins une candidature doit être retenue");
  }

  @Test
  void theNotificationIsNotDatedInTheFuture() {
    threeCandidates();
    keepAllThree();
    assertThatThrownBy(() -> complete(DECIDER, Map.of("notifiedOn", year + "-03-03")))
        .isInstanceOf(BadUserRequestException.class)
        .hasMessageContaining("dans le futur");
  }

  @Test
  void fourContractsAYearWhateverTheRound() {
    threeCandidates();
    keepAllThree();
    finish();
    runJob();
    round = open(opening);
    assertThat(round).isEqualTo("selection-" + year + "-2");
    candidature("21001", "D");
    candidature("21012", "E");
    scoreAll("d", "e");
    complete(EXAMINER, Map.of());
    decide(kept("d", "1250000", "625000"));
    decide(kept("e", "1250000", "625000"));
    refusedToFinish("Au plus 4 contrats par an : 2 retenus ici et 3 dans une autre sélection");
    decide(kept("d", "2500000", "1250000"));
    decide(turnedDown("e"));
    finish();
  }

  @Test
  void eachProgrammeOpensOnceWithItsSharesAndTheMunicipalTenth() {
    threeCandidates();
    keepAllThree();
    finish();
    runJob();
    assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(round).count())
        .isZero();
    List<Envelope> opened =
        candidatures.of(round).stream()
            .map(c -> envelopes.find(c.programme()).orElseThrow())
            .toList();
    assertThat(opened)
        .extracting(Envelope::municipal)
        .containsExactly(
            new BigDecimal("83333.34"), new BigDecimal("83333.33"), new BigDecimal("83333.33"));
    assertThat(opened.get(2).total()).isEqualTo("833333.33");
    assertThat(envelopes.of(opened.get(0).programme()))
        .containsEntry(BudgetSource.REGION, new BigDecimal("1000000.00"))
        .doesNotContainKey(BudgetSource.OTHER);
    Programme programme = programmes.get(opened.get(0).programme());
    assertThat(programme.nis()).isEqualTo("21009");
    assertThat(programme.notifiedOn()).isEqualTo(LocalDate.parse(year + "-02-27"));
    assertThat(clocks.open(programme.id(), "elaboration", Clocks.WHOLE_PROGRAMME))
        .hasValueSatisfying(c -> assertThat(c.dueOn()).isEqualTo(year + "-11-27"));
    assertThat(selections.openProgrammes(round))
        .isEqualTo(opened.stream().map(Envelope::programme).toList());
    assertThat(ledger.of(programme.id()).stream().filter(e -> e.act().equals("envelope-granted")))
        .hasSize(1);
  }

  @Test
  void aCrashWhileOpeningUndoesItAllAndTheRetryOpensEachOnce() {
    threeCandidates();
    keepAllThree();
    finish();
    jdbc.sql(
            "create function trame.crash() returns trigger language plpgsql as 'begin if new.name ="
                + " ''C'' then raise exception ''crash''; end if; return new; end'")
        .update();
    jdbc.sql(
            "create trigger crash before insert on trame.programme for each row execute function"
                + " trame.crash()")
        .update();
    try {
      assertThatThrownBy(this::runJob).hasStackTraceContaining("crash");
    } finally {
      jdbc.sql("drop function trame.crash cascade").update();
    }
    assertThat(candidatures.of(round)).allMatch(c -> c.programme() == null);
    assertThat(job().getRetries()).isPositive();
    runJob();
    assertThat(candidatures.of(round)).extracting(Candidature::programme).doesNotHaveDuplicates();
    assertThat(candidatures.of(round)).noneMatch(c -> c.programme() == null);
  }

  @Test
  void aRefusedCandidatureKeepsItsReasonedNoticeAndADecidedRoundIsClosed() {
    threeCandidates();
    decide(kept("a", "2500000", "1250000"));
    decide(turnedDown("b"));
    decide(turnedDown("c"));
    finish();
    assertThat(ledger.of(round))
        .filteredOn(e -> e.act().equals("candidature-refused"))
        .extracting(LedgerEntry::details)
        .allSatisfy(d -> assertThat(d.get("reason")).isEqualTo("Besoin moindre"))
        .hasSize(2);
    assertThat(candidatures.get(round, "b").reason()).isEqualTo("Besoin moindre");
    assertThatThrownBy(
            () ->
                selections.decide(
                    round, new DecideCandidature("b", false, "Autre motif", null, null)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("refusal.round.state");
  }

  @Test
  void theWorksheetsSayWhatIsMissingAndShowTheGridWithItsSources() {
    Worksheet.Section grid = sections("Task_RegisterCandidatures").get(0);
    assertThat(grid.rows()).hasSize(2);
    assertThat(grid.rows()).allSatisfy(r -> assertThat(r.cells().get(2)).contains("S0:"));
    assertThat(sections("Task_RegisterCandidatures").get(1).notes())
        .singleElement()
        .matches(Worksheet.Note::blocking);
    threeCandidates();
    decide(kept("a", "1000000", "500000"));
    assertThat(sections("Task_DecideSelection").get(1).notes()).hasSize(4);
    assertThat(plainSpaces(sections("Task_DecideSelection").get(2).rows().get(0).cells().get(3)))
        .isEqualTo("1 500 000,00 €");
    keepAllThree();
    assertThat(sections("Task_DecideSelection").get(1).notes()).isEmpty();
  }
}
