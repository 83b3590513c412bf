package org.trame.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trame.TestProgrammes;
import org.trame.TrameTest;
import org.trame.access.Actor;
import org.trame.access.Actors;
import org.trame.council.CouncilSittings;
import org.trame.input.Refusal;
import org.trame.ledger.Ledger;
import org.trame.workflow.OpenTask;
import org.trame.workflow.TrameClock;
import org.trame.workflow.Workflows;
import org.trame.worksheet.Edits;

/** Ixelles (43 members by the law) and Charleroi (no source loaded) have a coordinator. */
@TrameTest
class MunicipalProfileTests {

  private static final Actor IXELLES = new Actor("coordinateur", List.of("coordinator-21009"));
  private static final Actor CHARLEROI =
      new Actor("coordinatrice-wallonne", List.of("coordinator-52011"));
  private static final Map<String, Object> CONFIRMED =
      Map.of("officeEmail", "quartiers@ixelles.example");

  @Autowired Workflows workflows;
  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired FormService forms;
  @Autowired TaskService tasks;
  @Autowired MunicipalProfiles profiles;
  @Autowired CouncilSittings sittings;
  @Autowired TestProgrammes programmes;
  @Autowired Edits edits;
  @Autowired Ledger ledger;
  @Autowired JdbcClient jdbc;
  @Autowired TrameClock clock;

  @BeforeEach
  void nothingConfirmed() {
    clock.moveTo(Instant.parse("2026-03-02T09:00:00Z"));
    forget();
  }

  @AfterEach
  void realTime() {
    runtime
        .createProcessInstanceQuery()
        .processDefinitionKey("MunicipalProfile")
        .list()
        .forEach(i -> runtime.deleteProcessInstance(i.getId(), "end of test"));
    forget();
    clock.release();
  }

  private void forget() {
    jdbc.sql("delete from trame.municipal_profile").update();
    jdbc.sql("delete from trame.council_sitting_date").update();
  }

  @Test
  void theCoordinatorConfirmsOnceForHisMunicipality() {
    as(IXELLES, () -> start(Map.of()));
    assertThat(workflows.openTasks("commune-21009"))
        .singleElement()
        .extracting(OpenTask::groups)
        .isEqualTo(List.of("coordinator-21009"));
    assertThatThrownBy(() -> as(IXELLES, () -> start(Map.of())))
        .isInstanceOf(BadUserRequestException.class)
        .hasMessageContaining("attend déjà");
    assertThat(
            edits
                .worksheet("Task_ConfirmMunicipalProfile")
                .sections("commune-21009")
                .get(0)
                .notes()
                .get(0)
                .sentence())
        .contains("43 membres");
    as(IXELLES, () -> confirm("commune-21009", CONFIRMED));
    assertThat(profiles.find("21009"))
        .hasValueSatisfying(
            p -> {
              assertThat(p.membersInOffice()).isEqualTo(43);
              assertThat(p.confirmedOn()).isEqualTo("2026-03-02");
              assertThat(p.confirmedBy()).isEqualTo("coordinateur");
            });
    assertThat(ledger.of("commune-21009"))
        .last()
        .satisfies(e -> assertThat(e.act()).isEqualTo("profile-confirmed"));
  }

  @Test
  void theSittingsOfTheCouncilArePlannedWithTheProfile() {
    as(IXELLES, () -> start(Map.of()));
    sitting(IXELLES, "profile-sittings", "sittingDates", "28/05/2026, 25/06/2026\n25/06/2026");
    assertThat(planned()).containsExactly("28/05/2026", "25/06/2026");
    assertThatThrownBy(() -> sitting(CHARLEROI, "profile-sittings", "sittingOn", "2026-09-24"))
        .isInstanceOf(Refusal.class);
    sitting(IXELLES, "profile-sitting-cancel", "id", "2026-05-28");
    assertThatThrownBy(() -> sitting(IXELLES, "profile-sitting-cancel", "id", "2026-05-28"))
        .isInstanceOf(Refusal.class);
    assertThat(planned()).containsExactly("25/06/2026");
    assertThat(ledger.of("commune-21009"))
        .last()
        .satisfies(e -> assertThat(e.act()).isEqualTo("sitting-cancelled"));
  }

  private void sitting(Actor actor, String edit, String field, String value) {
    as(
        actor,
        () -> {
          edits.make(edit, "commune-21009", Map.of(field, value));
          return null;
        });
  }

  private List<String> planned() {
    return edits.worksheet("Task_ConfirmMunicipalProfile").sections("commune-21009").stream()
        .filter(s -> s.name().equals("profile-sittings"))
        .flatMap(s -> s.rows().stream())
        .map(r -> r.cells().get(0))
        .toList();
  }

  @Test
  void nobodyOpensTheProfileOfAnotherMunicipality() {
    assertThatThrownBy(() -> as(IXELLES, () -> start(Map.of("profileMunicipality", "52011"))))
        .isInstanceOf(BadUserRequestException.class);
    assertThatThrownBy(() -> start(Map.of("profileMunicipality", "21001")))
        .as("no coordinator has an account there")
        .isInstanceOf(BadUserRequestException.class);
  }

  @Test
  void whereNoSourceGivesTheSizeItIsTypedIn() {
    workflows.start("MunicipalProfile", "commune-52011", Map.of());
    assertThat(
            edits.worksheet("Task_ConfirmMunicipalProfile").sections("commune-52011").get(0).rows())
        .last()
        .satisfies(r -> assertThat(r.cells().get(1)).contains("Aucune source"));
    refused("commune-52011", CONFIRMED, "aucune source chargée");
    as(
        CHARLEROI,
        () ->
            confirm(
                "commune-52011",
                Map.of("officeEmail", "pcs@charleroi.example", "councilMembers", 51)));
    assertThat(profiles.membersInOffice("52011")).hasValue(51);
  }

  @Test
  void anAddressIsWellFormed() {
    workflows.start("MunicipalProfile", "commune-21009", Map.of());
    refused("commune-21009", Map.of("officeEmail", "quartiers"), "adresse électronique");
  }

  @Test
  void theCouncilCountsItsQuorumOnTheConfirmedMembersUnlessOthersAreTyped() {
    assertThat(membersOfASitting(Map.of())).isEqualTo(43);
    workflows.start("MunicipalProfile", "commune-21009", Map.of());
    as(
        IXELLES,
        () -> confirm("commune-21009", Map.of("officeEmail", "a@b.example", "councilMembers", 41)));
    assertThat(membersOfASitting(Map.of())).isEqualTo(41);
    assertThat(membersOfASitting(Map.of("membersInOffice", 42))).isEqualTo(42);
  }

  private int membersOfASitting(Map<String, Object> more) {
    String programme = programmes.bare("Essai de la fiche", "21009");
    workflows.start("CouncilVote", programme, Map.of("regime", "contrat-de-quartier"));
    Map<String, Object> notice = new java.util.HashMap<>(more);
    notice.put("noticeSentOn", "2026-03-02");
    notice.put("sittingAt", "2026-03-10T20:00");
    forms.submitTaskForm(workflows.openTasks(programme).get(0).id(), notice);
    return sittings.of(programme).get(0).membersInOffice();
  }

  private void refused(String subject, Map<String, Object> form, String words) {
    assertThatThrownBy(() -> confirm(subject, form))
        .isInstanceOf(BadUserRequestException.class)
        .hasMessageContaining(words);
  }

  private boolean confirm(String subject, Map<String, Object> form) {
    forms.submitTaskForm(workflows.openTasks(subject).get(0).id(), form);
    return true;
  }

  private boolean start(Map<String, Object> form) {
    forms.submitStartForm(
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey("MunicipalProfile")
            .latestVersion()
            .singleResult()
            .getId(),
        form);
    return true;
  }

  private static <T> T as(Actor actor, Supplier<T> work) {
    return Actors.as(actor, work);
  }
}
