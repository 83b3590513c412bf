package org.trame.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.trame.TestProgrammes;
import org.trame.TrameTest;
import org.trame.deadline.Clocks;
import org.trame.deadline.LegalClock;
import org.trame.workflow.TrameClock;
import org.trame.workflow.Workflows;
import picocli.CommandLine.Help.Ansi;

/** The player on the process of the council's vote. */
@TrameTest
class PlayerTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  @Autowired Player player;
  @Autowired TestProgrammes programmes;
  @Autowired Workflows workflows;
  @Autowired TrameClock clock;
  @Autowired Clocks clocks;

  private final List<String> told = new ArrayList<>();
  private String programme;

  @BeforeEach
  void aProgrammeBeforeItsVote() {
    clock.moveTo(Instant.parse("2026-03-02T07:00:00Z"));
    programme = programmes.bare("Essai de scénario", "21009");
    workflows.start("CouncilVote", programme, Map.of("regime", "contrat-de-quartier"));
  }

  @AfterEach
  void realTime() {
    clock.release();
  }

  @Test
  void tellsWhatHappensAndWhyItWasRefused() {
    Player.Outcome outcome = play(council());
    assertThat(outcome.refusals()).isEqualTo(3);
    assertThat(outcome.held()).isEqualTo(11);
    assertThat(told)
        .anyMatch(l -> l.startsWith("lun. 02/03/2026 09:00") && l.contains("secretaire"))
        .anyMatch(l -> l.contains("✗ refusé") && l.contains("7 jours francs"))
        .anyMatch(l -> l.contains("Délai dépassé"));
  }

  @Test
  void goesBackToTheRealTime() {
    play(council());
    assertThat(clock.instant()).isAfter(Instant.parse("2026-06-01T00:00:00Z"));
  }

  @Test
  void theFirstExpectationThatDoesNotHoldEndsThePlay() {
    failsWith(
        """
          - expect:
              tasks: [Task_RecordVote]
        """,
        "essai.yaml:6 : Tâches ouvertes attendues : Task_RecordVote ; trouvées :"
            + " Task_ConveneCouncil.");
    failsWith(
        "  - expect: {state: CLOSED}\n", "essai.yaml:5 : état : attendu CLOSED, trouvé RUNNING.");
    failsWith(
        "  - expect: {due: {Task_ConveneCouncil: 2020-01-01}}\n",
        "essai.yaml:5 : échéance de « Convoquer le conseil communal » : attendu 2020-01-01,"
            + " trouvé ");
    failsWith(
        "  - expect: {clock: {council-convening: MISSED}}\n",
        "essai.yaml:5 : délai council-convening : attendu MISSED, trouvé RUNNING.");
    failsWith(
        "  - expect: {clock: {council-vote: RUNNING}}\n",
        "essai.yaml:5 : Le délai council-vote n'a pas commencé.");
    failsWith(
        "  - expect: {ledger: council-adopted}\n",
        "essai.yaml:5 : L'acte « council-adopted » n'est pas au registre.");
    failsWith(
        "  - expect: {history: Task_RecordVote}\n",
        "essai.yaml:5 : Le programme n'est pas passé par « Task_RecordVote ».");
  }

  @Test
  void anActInTheLedgerIsExpectedOnItsDayAndWithItsValues() {
    play(council());
    failsWith(
        "  - expect: {ledger: {act: clock-missed, step: council-convening}}\n",
        "essai.yaml:5 : L'acte « clock-missed » est au registre, mais pas ainsi. Trouvé :"
            + " 2026-03-10 ");
    failsWith(
        "  - expect: {ledger: {act: clock-missed, on: 2026-03-11}}\n",
        "essai.yaml:5 : L'acte « clock-missed » est au registre, mais pas ainsi. Trouvé :"
            + " 2026-03-10 ");
  }

  @Test
  void theTaskMeantIsNamedByWhatItIsAbout() {
    failsWith(
        "  - {who: secretaire, complete: Task_ConveneCouncil, about: 2026/45}\n",
        "essai.yaml:5 : Refusé : La tâche « Convoquer le conseil communal »");
  }

  @Test
  void anUnexpectedRefusalEndsThePlay() {
    failsWith(
        "  - {who: secretaire, complete: Task_ConveneCouncil}\n",
        "essai.yaml:5 : Refusé : Convocation envoyée le : ce champ est requis.");
  }

  @Test
  void anExpectedRefusalThatDoesNotComeEndsThePlay() {
    failsWith(
        """
          - {who: secretaire, complete: Task_ConveneCouncil, refused: 7 jours francs,
             with: {noticeSentOn: at, sittingAt: at + 8 days 20:00}}
        """,
        "essai.yaml:5 : Accepté, alors qu'un refus « 7 jours francs » est attendu.");
  }

  @Test
  void aRefusalForAnotherReasonEndsThePlay() {
    failsWith(
        """
          - {who: secretaire, complete: Task_ConveneCouncil, refused: quorum,
             with: {noticeSentOn: at, sittingAt: at + 7 days 20:00}}
        """,
        "essai.yaml:5 : Refusé, mais pas pour « quorum » : ");
  }

  @Test
  void theFormItselfRefusesWhatItWouldNotSend() {
    play(
        steps(
            """
              - {who: secretaire, complete: Task_ConveneCouncil, refused: au moins 1,
                 with: {noticeSentOn: at, sittingAt: at + 8 days 20:00, membersInOffice: 0}}
              - {who: secretaire, complete: Task_ConveneCouncil, refused: n'est pas une date,
                 with: {noticeSentOn: hier, sittingAt: at + 8 days 20:00}}
              - {who: secretaire, complete: Task_ConveneCouncil, refused: n'est pas un nombre,
                 with: {noticeSentOn: at, sittingAt: at + 8 days 20:00, membersInOffice: vingt}}
            """));
  }

  @Test
  void timersFireInTheOrderInWhichTheyFallDueAndAtTheirMoment() {
    String later = programmes.bare("Séance plus tardive", "21009");
    workflows.start("CouncilVote", later, Map.of("regime", "contrat-de-quartier"));
    play(
        steps(
            """
              - {on: LATER, who: secretaire, complete: Task_ConveneCouncil,
                 with: {noticeSentOn: at, sittingAt: at + 15 days 20:00}}
              - {on: FIRST, who: secretaire, complete: Task_ConveneCouncil,
                 with: {noticeSentOn: at, sittingAt: at + 8 days 20:00}}
              - at: +1 year
            """
                .replace("LATER", later)
                .replace("FIRST", programme)));
    assertThat(told)
        .filteredOn(l -> l.contains(" · "))
        .extracting(l -> l.substring(0, 21).strip())
        .containsExactly("mar. 10/03/2026 23:59", "mar. 17/03/2026 23:59");
  }

  @Test
  void whatRanBeforeTheScenarioIsLeftAlone() {
    String other = programmes.bare("Un autre programme", "21009");
    workflows.start("CouncilVote", other, Map.of("regime", "contrat-de-quartier"));
    play(steps("  - at: +1 year\n"));
    assertThat(clocks.of(other)).allMatch(c -> c.state() == LegalClock.State.RUNNING);
    assertThat(clocks.of(programme)).anyMatch(c -> c.state() == LegalClock.State.MISSED);
  }

  private void failsWith(String steps, String message) {
    assertThatThrownBy(() -> play(steps(steps)))
        .isInstanceOf(ScenarioFailure.class)
        .hasMessageStartingWith(message);
  }

  private String steps(String steps) {
    return "name: Essai\nstart: 2026-03-02\nsteps:\n  - on: " + programme + "\n" + steps;
  }

  private String council() {
    try (var stream = getClass().getResourceAsStream("/scenarios/council.yaml")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .replace("Essai de scénario", programme);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Player.Outcome play(String yaml) {
    return player.play(ScenarioReader.read(file(yaml)), new Narration(told::add, Ansi.OFF), TODAY);
  }

  static ByteArrayResource file(String yaml) {
    return new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)) {
      @Override
      public String getDescription() {
        return "essai.yaml";
      }
    };
  }
}
