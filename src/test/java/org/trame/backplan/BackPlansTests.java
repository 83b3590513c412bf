package org.trame.backplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import org.trame.Rest;
import org.trame.TestProgrammes;
import org.trame.TrameTest;
import org.trame.access.Actor;
import org.trame.access.Actors;
import org.trame.deadline.Clocks;
import org.trame.deadline.LegalClock;
import org.trame.input.Refusal;
import org.trame.ledger.Ledger;
import org.trame.ledger.LedgerEntry;
import org.trame.notification.Announcement;
import org.trame.notification.Announcements;
import org.trame.profile.PlanSittings;
import org.trame.profile.SittingDates;
import org.trame.programme.Programme;
import org.trame.programme.Programmes;
import org.trame.regime.Regimes;
import org.trame.scenario.PlayedScenarios;
import org.trame.workflow.TrameClock;
import org.trame.worksheet.Edits;

/** Plans of programmes that were played on the real engine. */
@TrameTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackPlansTests {

  /** Far from the years of other scenarios. */
  private static final LocalDate TODAY = LocalDate.of(2070, 5, 6);

  private static final Actor COORDINATOR = new Actor("coordinateur", List.of("coordinator-21009"));
  private static final Actor SECRETARY =
      new Actor("secretaire", List.of("council-secretary-21009"));

  @Autowired BackPlans plans;
  @Autowired PlanWatch watch;
  @Autowired PlanViews views;
  @Autowired Programmes programmes;
  @Autowired TestProgrammes bare;
  @Autowired PlayedScenarios scenarios;
  @Autowired SittingDates sittings;
  @Autowired Regimes regimes;
  @Autowired Clocks clocks;
  @Autowired Edits edits;
  @Autowired Ledger ledger;
  @Autowired Announcements announcements;
  @Autowired JdbcClient jdbc;
  @Autowired TrameClock clock;
  @Autowired TransactionTemplate transaction;

  private String drafting;
  private String convening;

  @BeforeAll
  void playedToday() {
    drafting = played("scenarios/demo/10-elaboration.yaml", "Couronne-Étangs");
    convening = played("scenarios/demo/30-council.yaml", "Maelbeek-Étangs");
  }

  private String played(String file, String name) {
    scenarios.play(file, TODAY);
    return jdbc.sql(
            "select id from trame.programme where name = ? order by notified_on desc limit 1")
        .param(name)
        .query(String.class)
        .single();
  }

  @BeforeEach
  void today() {
    moveTo(TODAY);
    withoutSittings();
  }

  @AfterEach
  void withoutSittings() {
    jdbc.sql("delete from trame.council_sitting_date where nis = '21009'").update();
  }

  @AfterAll
  void release() {
    clock.release();
  }

  private void moveTo(LocalDate day) {
    clock.moveTo(day.atTime(10, 0).atZone(TrameClock.BRUSSELS).toInstant());
  }

  private Programme programme(String id) {
    return programmes.get(id);
  }

  private BackPlan plan(String id) {
    return plans.of(programme(id)).orElseThrow();
  }

  @Test
  void whatIsDoneUnderWayAndToComeIsReadFromTheHistory() {
    BackPlan plan = plan(drafting);
    assertThat(plan.lines())
        .extracting(l -> l.step().code() + " " + l.progress().state())
        .startsWith(
            "nomination DONE",
            "designation DONE",
            "rules DONE",
            "diagnosis DONE",
            "drafting ACTIVE",
            "meeting-convening TO_COME");
    // The scenario designates the commission sixteen days after the nominations.
    Line designation = plan.line("designation").orElseThrow();
    assertThat(designation.start().plusDays(16)).isEqualTo(designation.finish());
    assertThat(plan.end()).isEqualTo(elaboration(drafting).dueOn());
    assertThat(plan(convening).line("council-convening").orElseThrow().progress().state())
        .isEqualTo(Progress.State.ACTIVE);
    assertThat(plan(convening).line("concertation").orElseThrow().over()).isTrue();
  }

  @Test
  void everyStepNamesActivitiesOfTheModelsATextAndASource() {
    for (PlanStep step : plans.situation(programme(drafting)).orElseThrow().steps()) {
      assertThat(views.name(step.code())).as(step.code()).isNotEqualTo(step.code());
      assertThat(step.source()).as(step.code()).isNotBlank();
      assertThat(step.sourceNl()).as(step.code()).isNotBlank();
    }
    // Each activity of the table is one the engine went through in a programme that was played.
    String done = played("scenarios/demo/40-examination.yaml", "Boondael-Université");
    assertThat(plan(done).lines()).allMatch(Line::over);
    assertThat(plan(done).lines()).allMatch(l -> l.finish() != null);
    assertThat(plan(done).verdict()).isEqualTo(BackPlan.Verdict.MET);
  }

  @Test
  void theStepsOfARejectedProgrammeAreToBeDoneAgain() {
    BackPlans.Situation now = plans.situation(programme(convening)).orElseThrow();
    assertThat(now.progress().get("drafting").state()).isEqualTo(Progress.State.DONE);
    PlanStep drafting =
        now.steps().stream().filter(s -> s.code().equals("drafting")).findFirst().orElseThrow();
    List<org.trame.workflow.Passage> again =
        new java.util.ArrayList<>(
            passages(now.steps().stream().flatMap(s -> s.activities().stream()).toList()));
    again.add(
        new org.trame.workflow.Passage(
            convening, drafting.activities().get(0), clock.instant(), null));
    Map<String, Progress> progress =
        Histories.progress(now.steps(), again, List.of(), TODAY, TrameClock.BRUSSELS);
    assertThat(progress.get("diagnosis").state()).isEqualTo(Progress.State.DONE);
    assertThat(progress.get("drafting").state()).isEqualTo(Progress.State.ACTIVE);
    assertThat(progress.get("inquiry").state()).isEqualTo(Progress.State.TO_COME);
    assertThat(progress.get("council-convening").state()).isEqualTo(Progress.State.TO_COME);
  }

  @Autowired org.trame.workflow.Lifecycles lifecycles;

  private List<org.trame.workflow.Passage> passages(List<String> activities) {
    return lifecycles.passages(List.of(convening), activities);
  }

  @Test
  void anExtensionOfTheStepUnderWayAndOfTheWholeMovesThePlan() {
    BackPlan before = plan(drafting);
    transaction.executeWithoutResult(
        status -> {
          LegalClock step =
              clocks.openOf(List.of(drafting)).stream()
                  .filter(c -> c.step().equals("drafting"))
                  .findFirst()
                  .orElseThrow();
          clocks.moveTo(step, step.dueOn().plusDays(20), "essai");
          BackPlan after = plan(drafting);
          assertThat(after.line("drafting").orElseThrow().finish())
              .isEqualTo(before.line("drafting").orElseThrow().finish().plusDays(20));
          LegalClock whole = elaboration(drafting);
          clocks.moveTo(whole, whole.dueOn().plusDays(60), "essai");
          assertThat(plan(drafting).end()).isEqualTo(before.end().plusDays(60));
          status.setRollbackOnly();
        });
  }

  @Test
  void aRegimeWithoutTheTableHasNoPlan() {
    assertThat(regimes.all()).isNotEmpty();
    String without = bare.bare("Sans délai", "21009");
    // A programme whose elaboration never began to run has none either.
    assertThat(plans.of(programme(without))).isEmpty();
  }

  @Test
  void theCouncilEndsOnAPlannedSittingAndAMissedOneMovesTheEnd() {
    BackPlan bareTerm = plan(drafting);
    assertThat(bareTerm.line("council-vote").orElseThrow().sitting())
        .isEqualTo(Sittings.Known.NONE_PLANNED);
    LocalDate possible = bareTerm.line("council-vote").orElseThrow().finish();
    plan(SECRETARY, possible.plusDays(3), possible.plusDays(31));
    BackPlan plan = plan(drafting);
    assertThat(plan.line("council-vote").orElseThrow().finish()).isEqualTo(possible.plusDays(3));
    BackPlan missed =
        plans
            .situation(programme(drafting))
            .orElseThrow()
            .plan(new WhatIf(Set.of(possible.plusDays(3)), Map.of(), Map.of()));
    assertThat(missed.line("council-vote").orElseThrow().finish()).isEqualTo(possible.plusDays(31));
    assertThat(missed.projected()).isAfter(plan.projected());
  }

  private void plan(Actor actor, LocalDate... days) {
    for (LocalDate day : days) {
      Actors.as(
          actor,
          () -> {
            edits.make("plan-sittings", drafting, Map.of("sittingOn", day.toString()));
            return null;
          });
    }
  }

  @Test
  void sittingsArePlannedByTheSecretaryAndTheCoordinatorAndNobodyElse() {
    plan(COORDINATOR, TODAY.plusDays(10));
    assertThat(sittings.of("21009")).containsExactly(TODAY.plusDays(10));
    assertThatThrownBy(
            () -> plan(new Actor("region", List.of("region-examiner-brussels")), TODAY.plusDays(9)))
        .isInstanceOf(Refusal.class);
    Actors.as(
        SECRETARY,
        () -> {
          edits.make(
              "cancel-sitting", drafting, Map.of("plannedSitting", TODAY.plusDays(10).toString()));
          return null;
        });
    assertThat(sittings.of("21009")).isEmpty();
  }

  @Test
  void whatIsNoDayIsPastOrFarIsRefusedAtItsField() {
    assertThatThrownBy(
            () ->
                sittings.plan("21009", new PlanSittings(null, "31/02/2071, 01/01/2070 1/1/2090 x")))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal ->
                assertThat(refusal.violations())
                    .extracting(v -> v.field() + " " + v.key())
                    .containsExactly(
                        "sittingDates refusal.sittings.day",
                        "sittingDates refusal.sittings.past",
                        "sittingDates refusal.sittings.far",
                        "sittingDates refusal.sittings.day"));
    assertThatThrownBy(() -> sittings.plan("21009", new PlanSittings(null, " ")))
        .isInstanceOf(Refusal.class);
    assertThat(sittings.of("21009")).isEmpty();
  }

  @Test
  void thatTheEndCannotBeMetIsSaidOnceAndAgainWhenItCan() {
    jdbc.sql("delete from trame.backplan_verdict where programme = ?").param(drafting).update();
    long before = said("backplan-late");
    look();
    assertThat(said("backplan-late")).isEqualTo(before);
    moveTo(plan(drafting).end().minusDays(60));
    assertThat(plan(drafting).verdict()).isEqualTo(BackPlan.Verdict.LATE);
    look();
    look();
    moveTo(plan(drafting).end().minusDays(59));
    look();
    assertThat(said("backplan-late")).isEqualTo(before + 1);
    assertThat(announcements.about(drafting))
        .filteredOn(a -> a.kind() == Announcement.Kind.PLAN_LATE)
        .extracting(Announcement::account)
        .contains("coordinateur")
        .doesNotHaveDuplicates()
        .doesNotContain("habitant", "region");
    assertThat(said("backplan-recovered")).isZero();
    moveTo(TODAY);
    look();
    look();
    assertThat(said("backplan-recovered")).isEqualTo(1);
    assertThat(said("backplan-late")).isEqualTo(before + 1);
  }

  private void look() {
    watch.look(p -> p.id().equals(drafting));
  }

  private long said(String act) {
    return ledger.of(drafting).stream().map(LedgerEntry::act).filter(act::equals).count();
  }

  @Test
  void thePlansOfManyTakeAsManyQueriesAsThePlanOfOne() {
    long one = queries(List.of(programme(drafting)));
    long two = queries(List.of(programme(drafting), programme(convening)));
    assertThat(two).isEqualTo(one);
    assertThat(one).isBetween(4L, 14L);
  }

  private long queries(List<Programme> some) {
    plans.ofAll(some);
    return Queries.counted(() -> plans.ofAll(some));
  }

  private LegalClock elaboration(String id) {
    return clocks.open(id, Programmes.ELABORATION, Clocks.WHOLE_PROGRAMME).orElseThrow();
  }

  @Autowired WebApplicationContext context;

  private String page(String address, String language) throws Exception {
    MockMvc pages =
        MockMvcBuilders.webAppContextSetup(context)
            .apply(
                org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers
                    .springSecurity())
            .build();
    return pages
        .perform(
            get(address)
                .header("Accept-Language", language)
                .with(
                    user("coordinateur")
                        .authorities(AuthorityUtils.createAuthorityList("coordinator-21009"))))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
  }

  private String address() {
    return "/programmes/" + drafting + "/plan";
  }

  @Test
  void badQuestionsAreAnsweredAtTheirFieldAndThePlanIsStillShown() throws Exception {
    String page =
        page(
            address() + "?missed=2070-13-01&longer=nomination&by=abc&begins=sending&on=2070-02-30",
            "fr");
    assertThat(page)
        .contains("n’est pas une séance prévue")
        .contains("Cette étape est terminée.")
        .contains("de 1 à 365")
        .contains("Indiquez un jour qui existe.")
        .contains("Rédiger le projet de programme")
        .doesNotContain("id=\"answer\"");
  }

  @Test
  void aQuestionIsAnsweredInBothLanguagesAndNothingIsStored() throws Exception {
    long acts = ledger.last();
    String question = address() + "?longer=drafting&by=30";
    assertThat(page(question, "fr"))
        .contains("« Rédiger le projet de programme » prend 30 jours de plus")
        .contains("jours plus tard");
    assertThat(page(question, "nl")).contains("Ontwerpprogramma opstellen").contains("dagen later");
    assertThat(ledger.last()).isEqualTo(acts);
    assertThat(page(address(), "fr")).doesNotContain("plus tard.");
  }

  @Test
  void theProgrammePageAndTheHomePageWarn() throws Exception {
    moveTo(plan(drafting).end().minusDays(60));
    String sentence = views.sentence(plan(drafting));
    assertThat(sentence).contains("ne peut plus être tenue");
    assertThat(page("/programmes/" + drafting, "fr")).contains(sentence);
    assertThat(page("/", "fr")).contains(sentence);
  }

  @Test
  void otherProgramsReadThePlanAndAskQuestions() {
    Rest rest = new Rest(port, "coordinateur", "nl");
    BackPlan plan = plan(drafting);
    JsonNode read = rest.get("/api" + address());
    assertThat(read.get("end").asText()).isEqualTo(plan.end().toString());
    assertThat(read.get("sentence").asText()).contains("haalbaar");
    assertThat(read.get("steps")).hasSameSizeAs(plan.lines());
    JsonNode otherwise = rest.get("/api" + address() + "?longer=drafting&by=14");
    assertThat(otherwise.get("projected").asText()).isGreaterThan(read.get("projected").asText());
    HttpResponse<String> refused =
        rest.send("GET", "/api" + address() + "?longer=drafting&by=-3", null);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(Rest.json(refused).at("/reasons/0/field").asText()).isEqualTo("by");
    assertThat(rest.send("GET", "/api/programmes/none/plan", null).statusCode()).isEqualTo(404);
  }

  @LocalServerPort int port;

  @Test
  void aProgrammeOneMayNotSeeHasNoPlanPage() throws Exception {
    MockMvcBuilders.webAppContextSetup(context)
        .apply(
            org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers
                .springSecurity())
        .build()
        .perform(
            get(address())
                .with(
                    user("admin").authorities(AuthorityUtils.createAuthorityList("camunda-admin"))))
        .andExpect(status().isNotFound());
  }
}
