package org.trame.tasklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.trame.Browser;
import org.trame.TestProgrammes;
import org.trame.TrameTest;
import org.trame.workflow.Workflows;

/** A council secretary at work in Tasklist, in a real browser, in either language. */
@TrameTest
class TasklistBrowserTests {

  private static final String TASKLIST = "/camunda/app/tasklist/default/";
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  @LocalServerPort int port;
  @Autowired TestProgrammes programmes;
  @Autowired Workflows workflows;
  @Autowired TaskService tasks;

  private Browser browser;
  private String programme;
  private String name;

  @BeforeEach
  void councilIsToBeConvened() {
    name = "Rue " + Long.toString(System.nanoTime(), 36);
    programme = programmes.bare(name, "21009");
    workflows.start("CouncilVote", programme, Map.of("regime", "contrat-de-quartier"));
    browser = new Browser(port);
  }

  @AfterEach
  void close() {
    browser.close();
  }

  @Test
  void theSignInKeepsTheNameAndReturnsToThePageAsked() {
    Page page = browser.person("fr-BE");
    page.navigate(TASKLIST);
    // After a wrong password the engine makes this account wait: nobody else uses it here.
    page.fill("#username", "habitant");
    page.fill("#password", "mauvais");
    page.click("main button");
    assertThat(page.locator("[role=alert]")).containsText("n’est pas correct");
    assertThat(page.locator("#username")).hasValue("habitant");
    page.click("text=Nederlands");
    assertThat(page.locator("h1")).hasText("Aanmelden");
    Browser.picture(page, "login-nl");
    Browser.signIn(page, "echevin");
    page.waitForURL("**" + TASKLIST + "**");
    assertThat(page.locator("body")).containsText("Mijn taken");
  }

  @Test
  void aRefusedFormKeepsWhatWasTypedInFrench() {
    convenes("fr-BE", "Convoquer le conseil communal", "Terminer", "jours francs", "Mes tâches");
  }

  @Test
  void aRefusedFormKeepsWhatWasTypedInDutch() {
    convenes("nl-BE", "De gemeenteraad bijeenroepen", "Voltooien", "vrije dagen", "Mijn taken");
  }

  private void convenes(
      String language, String taskName, String complete, String refusal, String mine) {
    Page page = browser.person(language);
    // From one of our pages to Tasklist without a second sign-in.
    page.navigate("/");
    Browser.signIn(page, "secretaire");
    open(page, taskName);
    assertThat(page.locator(".task-filters")).containsText(mine);
    // Taking the task may draw its form anew; opened again, it is drawn once.
    page.waitForResponse(
        r -> r.url().endsWith("/claim"),
        () -> page.locator("[ng-click='claim()']").first().click());
    open(page, taskName);
    Locator button =
        page.locator(".form-actions button", new Page.LocatorOptions().setHasText(complete));
    assertThat(button).isEnabled();

    fill(page, "noticeSentOn-date", day(0));
    fill(page, "sittingAt-date", day(1));
    fill(page, "sittingAt-time", "20:00");
    fill(page, "membersInOffice", "43");
    button.click();
    assertThat(page.locator(".notifications")).containsText(refusal);
    Browser.picture(page, "refused-" + language);
    assertThat(field(page, "membersInOffice")).hasValue("43");
    assertThat(field(page, "sittingAt-date")).hasValue(day(1));

    fill(page, "sittingAt-date", day(10));
    page.waitForResponse(r -> r.url().endsWith("/submit-form") && r.ok(), button::click);
    assertThat(
            tasks
                .createTaskQuery()
                .processInstanceBusinessKey(programme)
                .singleResult()
                .getTaskDefinitionKey())
        .isEqualTo("Task_RecordVote");
    Browser.picture(page, "accepted-" + language);

    // One sign-out ends both.
    page.locator(".account a").first().click();
    page.locator("[ng-click*=logout]").first().click();
    page.waitForURL("**/login");
    page.locator("#username").waitFor();
    page.navigate("/");
    assertThat(page.url()).endsWith("/login");
  }

  /** Opens the task from the home page. */
  private void open(Page page, String taskName) {
    page.navigate("/");
    page.locator("#work tr", new Page.LocatorOptions().setHasText(name))
        .locator("a")
        .first()
        .click();
    assertThat(page.locator("[cam-tasklist-task] h2").first()).hasText(taskName + " – " + name);
  }

  @Test
  void cookiesAreOutOfReachOfScriptsAndOtherSites() {
    Page page = browser.person("fr-BE");
    page.navigate("/");
    Browser.signIn(page, "secretaire");
    page.navigate(TASKLIST);
    assertThat(page.context().cookies())
        .filteredOn(c -> "JSESSIONID".equals(c.name))
        .singleElement()
        .satisfies(
            (Cookie c) -> {
              assertThat(c.httpOnly).isTrue();
              assertThat(c.sameSite.name()).isEqualTo("LAX");
            });
  }

  private static Locator field(Page page, String id) {
    return page.locator("input[id$='-" + id + "']");
  }

  private static void fill(Page page, String id, String value) {
    field(page, id).fill(value);
    field(page, id).press("Tab");
  }

  private static String day(int fromToday) {
    return DAY.format(LocalDate.now().plusDays(fromToday));
  }
}
