package org.trame.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.trame.access.Actor;
import org.trame.input.Choices;

/** Who evaluates is independent; criteria come first, results after, for every objective. */
class FinalEvaluationTests extends EvaluationTest {

  private static final String DESIGNATE = "Task_DesignateEvaluator";
  private static final String CRITERIA = "Task_FixEvaluationCriteria";
  private static final String RESULTS = "Task_RecordResults";
  private static final Actor EVALUATOR = new Actor("cbai-test", List.of("evaluator-brussels"));

  @Autowired Evaluations evaluations;
  @Autowired IdentityService identities;
  @Autowired List<Choices> choices;

  @BeforeEach
  void implementationIsOver() {
    at("2030-05-02T09:00:00Z");
    account("cbai-test", "evaluator-brussels");
    account("double-test", "evaluator-brussels", "commission-member-21009");
    account("autre-commune-test", "evaluator-brussels", "coordinator-52011");
    account("etranger-test", "evaluator-wallonia");
    approvedProgramme();
    begin("Evaluation", Map.of());
  }

  @AfterEach
  void noAccounts() {
    List.of("cbai-test", "double-test", "autre-commune-test", "etranger-test")
        .forEach(identities::deleteUser);
  }

  private void account(String name, String... groups) {
    User user = identities.newUser(name);
    user.setFirstName("Compte");
    user.setLastName(name);
    user.setPassword("long-enough-for-a-test");
    identities.saveUser(user);
    for (String group : groups) {
      if (identities.createGroupQuery().groupId(group).count() == 0) {
        Group created = identities.newGroup(group);
        created.setName(group);
        created.setType("WORKFLOW");
        identities.saveGroup(created);
      }
      identities.createMembership(name, group);
    }
  }

  private static Map<String, Object> designation(String organisation) {
    return Map.of(
        "organisation", organisation,
        "evaluator", "cbai-test",
        "contractOn", "2030-05-01",
        "declaredLinks", "Néant");
  }

  @Test
  void funderMunicipalityAndCarriersDoNotEvaluate() {
    for (String funder :
        List.of(
            "RÉGION DE BRUXELLES CAPITALE",
            "Région de Bruxelles-Capitale, service d’évaluation",
            "Beliris",
            "Brussels Hoofdstedelijk Gewest")) {
      refused(DESIGNATE, designation(funder), "paie le programme", "S0:2061");
    }
    for (String promoter :
        List.of(
            "Commune d'Ixelles",
            "Administration communale d’IXELLES",
            "Gemeente Elsene",
            "CPAS d'Ixelles",
            "Centre public d’action sociale")) {
      refused(DESIGNATE, designation(promoter), "mènent le programme", "S0:2061");
    }
    refused(DESIGNATE, designation("Matonge en couleurs a.s.b.l."), "porte une action", "S0:2061");
    submit(DESIGNATE, designation("Centre bruxellois d’action interculturelle d’Ixelles"));
    assertThat(evaluations.of(programme)).isPresent();
  }

  @Test
  void anAccountThatWorksOnTheProgrammeDoesNotEvaluate() {
    refused(
        DESIGNATE,
        with(designation("CBAI"), "evaluator", "double-test"),
        "Ce compte participe au programme",
        "S0:2061");
    refused(
        DESIGNATE,
        with(designation("CBAI"), "evaluator", "etranger-test"),
        "ne fait pas partie des choix");
    submit(DESIGNATE, with(designation("CBAI"), "evaluator", "autre-commune-test"));
    assertThat(task(CRITERIA).getAssignee()).isEqualTo("autre-commune-test");
  }

  @Test
  void theRegionMayChooseAccountsItHasNoRightToManageAndTheEvaluatorWorks() {
    as("region-test", "region-examiner-brussels", () -> submit(DESIGNATE, designation("CBAI")));
    edit(EVALUATOR, "criterion", criterion("C1", "O1"));
    edit(EVALUATOR, "criterion", criterion("C2", "O2"));
    as("cbai-test", "evaluator-brussels", () -> submit(CRITERIA, Map.of()));
    assertThat(openKeys()).containsExactly(RESULTS);
  }

  @Test
  void whatMayBeChosenIsReadWithoutRightsOnAccounts() {
    Choices evaluators =
        choices.stream().filter(c -> c.name().equals("evaluators")).findFirst().orElseThrow();
    as(
        "region-test",
        "region-examiner-brussels",
        () -> {
          assertThat(identities.createUserQuery().userId("cbai-test").count()).isZero();
          assertThat(evaluators.of(programme))
              .extracting(Choices.Choice::value)
              .contains("cbai-test", "double-test", "autre-commune-test")
              .doesNotContain("etranger-test");
        });
  }

  private void as(String user, String group, Runnable work) {
    identities.setAuthentication(user, List.of(group));
    try {
      work.run();
    } finally {
      identities.clearAuthentication();
    }
  }

  @Test
  void theContractIsSigned() {
    refused(DESIGNATE, with(designation("CBAI"), "contractOn", "2030-05-03"), "encore à venir");
  }

  private void criteria() {
    submit(DESIGNATE, designation("CBAI"));
    edit(EVALUATOR, "criterion", criterion("C1", "O1"));
    edit(EVALUATOR, "criterion", criterion("C2", "O2"));
  }

  private static Map<String, Object> criterion(String code, String objective) {
    return Map.of(
        "code",
        code,
        "objective",
        objective,
        "question",
        "La place sert-elle aux habitants ?",
        "method",
        "Comptage et entretiens");
  }

  private static Map<String, Object> result(String objective) {
    return Map.of(
        "objective", objective, "value", "2900", "judgement", "PARTLY", "comment", "Presque");
  }

  @Test
  void everyObjectiveIsCoveredByACriterion() {
    submit(DESIGNATE, designation("CBAI"));
    edit(EVALUATOR, "criterion", criterion("C1", "O1"));
    refused(CRITERIA, Map.of(), "Aucun critère ne porte sur l’objectif O2");
    assertThat(blocking(CRITERIA)).hasSize(1);
    editRefused(EVALUATOR, "criterion", criterion("C3", "O7"), "ne fait pas partie des choix");
    edit(EVALUATOR, "criterion", criterion("C2", "O2"));
    edit(EVALUATOR, "remove-criterion", Map.of("id", "C1"));
    refused(CRITERIA, Map.of(), "l’objectif O1");
    edit(EVALUATOR, "criterion", criterion("C1", "O1"));
    submit(CRITERIA, Map.of());
    assertThat(openKeys()).containsExactly(RESULTS);
  }

  @Test
  void onlyTheDesignatedEvaluatorWritesCriteria() {
    criteria();
    editRefused("criterion", criterion("C4", "O1"), "pas la vôtre");
    editRefused(
        new Actor("autre", List.of("evaluator-brussels")),
        "criterion",
        criterion("C4", "O1"),
        "pas la vôtre");
  }

  @Test
  void criteriaAreFixedBeforeResultsAndNeverChangeAfterwards() {
    criteria();
    String insert =
        "insert into trame.evaluation_result values (?, 'O1', '2900', 'REACHED', 'Oui')";
    databaseRefuses(insert, "criteria first, then results");
    editRefused(EVALUATOR, "result", result("O1"), "ne pouvez pas faire cela maintenant");
    submit(CRITERIA, Map.of());
    databaseRefuses(
        "update trame.evaluation_criterion set question = 'x' where programme = ?", "are fixed");
    databaseRefuses("delete from trame.evaluation_criterion where programme = ?", "are fixed");
    databaseRefuses(
        "update trame.evaluation set criteria_fixed_on = null where programme = ?",
        "cannot be changed");
    assertThat(evaluations.criteria(programme)).hasSize(2);
    edit(EVALUATOR, "result", result("O1"));
    assertThat(evaluations.results(programme)).hasSize(1);
  }

  @Test
  void everyObjectiveHasAResultAndThenNothingChanges() {
    criteria();
    submit(CRITERIA, Map.of());
    edit(EVALUATOR, "result", result("O1"));
    Map<String, Object> conclusions = Map.of("conclusions", "Le programme a servi");
    refused(RESULTS, conclusions, "L’objectif O2 (Accueillir les familles) n’a pas de résultat");
    edit(EVALUATOR, "result", with(result("O2"), "judgement", "REACHED"));
    refused(RESULTS, Map.of(), "requis");
    submit(RESULTS, conclusions);
    assertThat(open()).isEmpty();
    assertThat(ledger.of(programme))
        .filteredOn(e -> e.act().equals("results-recorded"))
        .singleElement()
        .satisfies(e -> assertThat(e.details()).containsEntry("reached", "1"))
        .satisfies(e -> assertThat(e.details()).containsEntry("partly", "1"));
    databaseRefuses(
        "update trame.evaluation_result set value = '9' where programme = ?", "are not open");
    databaseRefuses(
        "update trame.evaluation set conclusions = 'x' where programme = ?", "cannot be changed");
  }

  @Test
  void resultsStandBesideBaselineTargetAndYearlyValues() {
    jdbc.sql(
            "insert into trame.yearly_report (programme, year, state, opened_on) values (?, 1,"
                + " 'DRAFT', '2027-03-01')")
        .param(programme)
        .update();
    jdbc.sql(
            "insert into trame.indicator_value values (?, 1, 'O1', '1800', '2027-02-15', null, '')")
        .param(programme)
        .update();
    criteria();
    submit(CRITERIA, Map.of());
    assertThat(section(RESULTS, "results").rows().get(0))
        .satisfies(r -> assertThat(r.cells()).contains("1200", "3000", "1 : 1800"))
        .satisfies(r -> assertThat(r.values()).containsEntry("value", "1800"));
  }

  @Test
  void nothingIsWrittenInAProgrammeThatHasEnded() {
    criteria();
    endsClosed();
    databaseRefuses(
        "update trame.evaluation set organisation = 'x' where programme = ?", "has ended");
    databaseRefuses("delete from trame.evaluation_criterion where programme = ?", "has ended");
    databaseRefuses(
        "insert into trame.evaluation_result values (?, 'O1', '1', 'REACHED', 'x')", "has ended");
  }
}
