package org.trame.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.trame.Statements;
import org.trame.TestProgrammes;
import org.trame.TrameTest;
import org.trame.access.Actor;
import org.trame.access.Actors;
import org.trame.access.account.Accounts;
import org.trame.deadline.Clocks;
import org.trame.deadline.LegalClock;
import org.trame.due.Due;
import org.trame.due.DueList;
import org.trame.due.When;
import org.trame.workflow.TrameClock;
import org.trame.workflow.Workflows;

/** What is due, and why a date is that day. */
@TrameTest
class DuePagesTests {

  private static final String REGIME = "contrat-de-quartier";

  /** A Wednesday. */
  private static final LocalDate TODAY = LocalDate.of(2066, 11, 17);

  private static final Actor COORDINATOR = new Actor("coordinateur", List.of("coordinator-21009"));

  @Autowired WebApplicationContext context;
  @Autowired TestProgrammes programmes;
  @Autowired Statements statements;
  @Autowired Accounts accounts;
  @Autowired Clocks clocks;
  @Autowired Workflows workflows;
  @Autowired DueList list;
  @Autowired TrameClock clock;

  private MockMvc mvc;
  private String programme;

  @BeforeEach
  void aProgramme() {
    on(TODAY);
    mvc =
        MockMvcBuilders.webAppContextSetup(context)
            .apply(SecurityMockMvcConfigurers.springSecurity())
            .build();
    programme = programmes.bare("Étangs", "21009");
  }

  @AfterEach
  void release() {
    clock.release();
  }

  @Test
  void theDatePageSaysEveryStepAndWhatFollows() throws Exception {
    LegalClock running = clocks.start(REGIME, programme, "regional-approval", "x", TODAY);
    String page = page("/clocks/" + running.id(), "region", "fr");
    // 60 days from 17 November end on Sunday 16 January: the Monday after.
    assertThat(running.dueOn()).isEqualTo(LocalDate.of(2067, 1, 17));
    assertThat(page)
        .contains("lundi 17 janvier 2067", "encore 61 jours", "Étangs", "Examinateur")
        .contains("Le silence est sans effet", "la Région a envoyé des remarques")
        .contains("Ce délai ne peut pas être prolongé", "Rappel\u00a0: ")
        .contains("dimanche");
    assertThat(page("/clocks/" + running.id(), "region", "nl"))
        .contains("maandag 17 januari 2067", "nog 61 dagen", "Waarom deze datum?");
  }

  @Test
  void aSuspensionKeepsTheEarlierComputationAndItsActs() throws Exception {
    LegalClock running = clocks.start(REGIME, programme, "regional-approval", "x", TODAY);
    on(TODAY.plusDays(10));
    clocks.suspend(running, "remarks-sent", TODAY.plusDays(10), "Remarques");
    String suspended = page("/clocks/" + running.id(), "auditeur", "fr");
    assertThat(suspended)
        .contains(
            "suspendu depuis le 27/11/2066", "avant la suspension", "La date sera recalculée");
    on(TODAY.plusDays(30));
    clocks.resume(clocks.get(running.id()).orElseThrow(), TODAY.plusDays(30));
    String resumed = page("/clocks/" + running.id(), "auditeur", "fr");
    assertThat(resumed)
        .contains("lundi 7 février 2067")
        .contains("lundi 17 janvier 2067, remplacé le 17/12/2066\u00a0: reprise après suspension")
        .contains("Délai suspendu à partir du 27/11/2066")
        .contains("Délai repris après 20 jours");
  }

  @Test
  void whoMayNotSeeTheProgrammeDoesNotFindTheDate() throws Exception {
    LegalClock running = clocks.start(REGIME, programme, "diagnosis", "x", TODAY);
    String address = "/clocks/" + running.id();
    assertThat(response(address, "coordinateur", "fr").getStatus()).isEqualTo(200);
    assertThat(response(address, "auditeur", "fr").getStatus()).isEqualTo(200);
    assertThat(response(address, "coordinatrice-wallonne", "fr").getStatus()).isEqualTo(404);
    assertThat(response(address, "admin", "fr").getStatus()).isEqualTo(404);
    assertThat(response("/clocks/999999999", "auditeur", "fr").getStatus()).isEqualTo(404);
    assertThat(response("/clocks/elephant", "auditeur", "fr").getStatus()).isEqualTo(404);
  }

  @Test
  void everyOpenClockIsInOneGroup() {
    List<LegalClock> started = new ArrayList<>();
    for (int days : List.of(-3, 0, 1, 4, 5, 13, 14, 400)) {
      started.add(
          clocks.startUntil(REGIME, programme, "meeting-record", "o" + days, TODAY.plusDays(days)));
    }
    clocks.suspend(
        clocks.start(REGIME, programme, "regional-approval", "s", TODAY),
        "remarks-sent",
        TODAY,
        "");
    assertThat(mine().stream().map(Due::when))
        .containsExactly(
            When.OVERDUE,
            When.TODAY,
            When.THIS_WEEK,
            When.THIS_WEEK, // Sunday
            When.THIS_MONTH, // Monday
            When.THIS_MONTH, // 30 November
            When.LATER,
            When.SUSPENDED,
            When.LATER);
    assertThat(started).hasSize(8);
  }

  @Test
  void thePageShowsGroupsFiltersAndSaysWhenNothingIsDue() throws Exception {
    clocks.startUntil(REGIME, programme, "meeting-record", "a", TODAY.minusDays(2));
    clocks.start(REGIME, programme, "delay-assessment", "b", TODAY);
    String other = programmes.bare("Canal", "21009");
    clocks.start(REGIME, other, "diagnosis", "c", TODAY);
    assertThat(page("/due", "coordinateur", "fr")).contains("Étangs", "Canal");
    String here = "/due?programme=" + programme;
    assertThat(body(page(here, "coordinateur", "fr")))
        .contains("En retard", "en retard de 2 jours", "Plus tard", "Étangs")
        .contains("décider des suites du retard")
        .doesNotContain("Canal");
    assertThat(body(page(here + "&mine=true", "coordinateur", "fr")))
        .contains("en retard de 2 jours")
        .doesNotContain("décider des suites du retard");
    assertThat(body(page("/due?programme=" + other, "coordinateur", "nl")))
        .contains("Canal")
        .doesNotContain("Te laat", "/programmes/" + programme);
    assertThat(page("/due", "admin", "nl")).contains("Er loopt geen enkele termijn.");
  }

  @Test
  void aTaskIsOfWhoeverMayDoIt() {
    workflows.start("CouncilVote", programme, Map.of("regime", REGIME));
    assertThat(mine()).singleElement().matches(d -> !d.mine() && !d.followed());
    List<Due> secretary = seenBy(new Actor("secretaire", List.of("council-secretary-21009")));
    assertThat(secretary).singleElement().matches(Due::mine);
    assertThat(secretary.get(0).holders()).isEqualTo("Secrétaire communal");
  }

  @Test
  void everyDueDateOnOtherPagesLeadsToItsReason() throws Exception {
    workflows.start("CommissionSetUp", programme, Map.of("regime", REGIME));
    String why = "href=\"/clocks/" + clocks.openOf(List.of(programme)).get(0).id() + "\"";
    assertThat(page("/", "coordinateur", "fr").split(why)).as("work and programmes").hasSize(3);
    assertThat(page("/programmes/" + programme, "coordinateur", "fr").split(why))
        .as("holders and clocks")
        .hasSizeGreaterThanOrEqualTo(3);
    assertThat(page("/work/" + programme + "/Task_NominateMembers", "coordinateur", "fr"))
        .contains(why);
  }

  @Test
  void theLimitOfAWholeProgrammeIsFollowedByItsRegion() {
    clocks.start(REGIME, programme, "elaboration", Clocks.WHOLE_PROGRAMME, TODAY);
    assertThat(mine()).singleElement().matches(d -> d.mine() && d.followed());
    assertThat(seenBy(new Actor("r", List.of("region-examiner-brussels"))))
        .singleElement()
        .matches(d -> !d.mine() && d.followed());
    assertThat(seenBy(new Actor("a", List.of("alderman-21009"))))
        .singleElement()
        .matches(d -> !d.mine() && !d.followed());
  }

  @Test
  void fiveHundredLinesTakeAsManyStatementsAsOne() throws Exception {
    clocks.start(REGIME, programme, "diagnosis", "first", TODAY);
    page("/due", "coordinateur", "fr");
    int one = statements.during(() -> page("/due", "coordinateur", "fr"));
    for (int p = 0; p < 10; p++) {
      String more = programmes.bare("Quartier " + p, "21009");
      for (int i = 0; i < 50; i++) {
        clocks.start(REGIME, more, "diagnosis", "occurrence-" + i, TODAY);
      }
    }
    List<String> pages = new ArrayList<>();
    int many = statements.during(() -> pages.add(page("/due", "coordinateur", "fr")));
    assertThat(one).isPositive();
    assertThat(many).isEqualTo(one);
    assertThat(pages.get(0).split("href=\"/clocks/").length).isGreaterThan(1000);
    assertThat(pages.get(0)).contains("<details>", "suivants");
  }

  private List<Due> mine() {
    return seenBy(COORDINATOR);
  }

  private List<Due> seenBy(Actor reader) {
    return Actors.as(reader, list::all).stream()
        .filter(d -> d.clock().subject().equals(programme))
        .toList();
  }

  private void on(LocalDate day) {
    clock.moveTo(day.atTime(10, 0).atZone(TrameClock.BRUSSELS).toInstant());
  }

  private static String body(String page) {
    return page.substring(page.indexOf("</form>", page.indexOf("due-mine")));
  }

  private String page(String address, String account, String language) throws Exception {
    MockHttpServletResponse response = response(address, account, language);
    assertThat(response.getStatus()).isEqualTo(200);
    return response.getContentAsString();
  }

  private MockHttpServletResponse response(String address, String account, String language)
      throws Exception {
    var groups = accounts.find(account).orElseThrow().groups().toArray(String[]::new);
    return mvc.perform(
            get(address)
                .locale(Locale.forLanguageTag(language))
                .header("Accept-Language", language)
                .with(user(account).authorities(AuthorityUtils.createAuthorityList(groups))))
        .andReturn()
        .getResponse();
  }
}
