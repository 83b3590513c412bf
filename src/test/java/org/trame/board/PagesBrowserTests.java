package org.trame.board;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.trame.Browser;
import org.trame.TrameTest;
import org.trame.scenario.PlayedScenarios;
import org.trame.workflow.TrameClock;

/**
 * Trame's own pages in a real browser: both languages, wide and narrow, light, dark and printed.
 */
@TrameTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesBrowserTests {

  /** Far from the years of other scenarios: a year has four contracts at most. */
  private static final LocalDate TODAY = LocalDate.of(2064, 5, 5);

  private static final String PROGRAMME = "/programmes/boondael-universite";
  private static final String DRAFT = "/work/couronne-etangs/Task_DraftProgramme";

  private static final String LIMIT = "/limits?change=lessons#step-lessons";

  @LocalServerPort int port;
  @Autowired PlayedScenarios scenarios;
  @Autowired TrameClock clock;

  private Browser browser;

  @BeforeAll
  void programmesUnderWay() {
    scenarios.play("scenarios/demo/40-examination.yaml", TODAY);
    scenarios.play("scenarios/demo/10-elaboration.yaml", TODAY);
    clock.moveTo(TODAY.atTime(10, 0).atZone(TrameClock.BRUSSELS).toInstant());
    browser = new Browser(port);
  }

  @AfterAll
  void close() {
    browser.close();
    clock.release();
  }

  @Test
  void everyPageIsAccessibleAndFitsAPhoneInBothLanguages() {
    for (String language : List.of("fr-BE", "nl-BE")) {
      Page page = signedIn(language);
      for (String address :
          List.of("/", PROGRAMME, DRAFT, DRAFT + "?edit=action#form-action", "/limits", LIMIT)) {
        page.navigate(address);
        Browser.isAccessible(page, language + " " + address);
      }
    }
  }

  @Test
  void theSignInIsAccessible() {
    for (String language : List.of("fr-BE", "nl-BE")) {
      Page page = browser.person(language);
      page.navigate("/login");
      Browser.hasNoViolation(page, language);
    }
  }

  @Test
  void theProgrammePageSaysWhoHoldsTheFileAndPrintsWithoutButtons() {
    Page page = signedIn("fr-BE");
    page.navigate(PROGRAMME);
    assertThat(page.locator("#holders")).containsText("Répondre aux remarques");
    assertThat(page.locator("#phases [aria-current=step]")).containsText("Approbation régionale");
    assertThat(page.locator("#opinions .reply")).not().hasCount(0);
    assertThat(page.locator("#content-of-programme tfoot")).containsText("6.250.000,00");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.locator(".who")).isHidden();
    assertThat(page.locator("#phases")).isVisible();
  }

  @Test
  void aRefusedRowKeepsWhatWasTypedAndSaysWhyAtTheField() {
    Page page = signedIn("nl-BE");
    page.navigate(DRAFT);
    page.click("#form-action > summary");
    page.fill("#action-title", "Een plein zonder volgnummer");
    page.click("#form-action button.main");
    assertThat(page.locator("#action-title")).hasValue("Een plein zonder volgnummer");
    assertThat(page.locator("#action-code-error")).hasText("Dit veld is vereist.");
    assertThat(page.locator("#form-action [role=alert] a").first()).isVisible();
  }

  @Test
  void aLimitIsChangedOnItsPageMarkedAndGivenBack() {
    Page page = signedIn("fr-BE");
    page.navigate("/");
    page.click("nav >> text=Délais");
    page.click("#step-lessons >> text=Modifier");
    page.fill("#limit-change-limitAmount", "601");
    page.fill("#limit-change-limitReason", "Les associations se réunissent en automne");
    page.click("#step-lessons button.main");
    assertThat(page.locator("#limit-change-limitAmount-error"))
        .hasText("Indiquez un nombre de 1 à 600.");
    assertThat(page.locator("#limit-change-limitAmount")).hasValue("601");
    assertThat(page.locator("#limit-change-limitReason"))
        .hasValue("Les associations se réunissent en automne");

    page.fill("#limit-change-limitAmount", "5");
    page.click("#step-lessons button.main");
    assertThat(page.locator("#step-lessons .term")).containsText("5 mois");
    assertThat(page.locator("#step-lessons .former")).hasText("au lieu de 2 mois");
    assertThat(page.locator("#step-lessons tbody tr"))
        .containsText(new String[] {"Les associations se réunissent en automne"});
    assertThat(page.locator("#step-elaboration .badge")).hasText("Loi");
    assertThat(page.locator("#step-elaboration >> text=Modifier")).hasCount(0);
    assertThat(page.locator("#step-completeness-check >> text=Modifier")).hasCount(0);

    page.click("#step-lessons >> text=Revenir");
    page.fill("#limit-reset-limitReason", "Essai terminé");
    page.click("#step-lessons button.main");
    assertThat(page.locator("#step-lessons .former")).hasCount(0);
    assertThat(page.locator("#step-lessons tbody tr")).hasCount(2);
    page.navigate("/limits");
    assertThat(page.locator("#step-lessons tbody")).isHidden();
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.locator("#step-lessons tbody")).isVisible();
    assertThat(page.locator("#step-lessons >> text=Modifier")).isHidden();
  }

  @Test
  void theLanguageSwitchStaysOnThePage() {
    Page page = signedIn("fr-BE");
    page.navigate(PROGRAMME);
    page.click("text=Nederlands");
    assertThat(page).hasURL(java.util.regex.Pattern.compile(".*" + PROGRAMME + "$"));
    assertThat(page.locator("#phases h2")).hasText("Fasen");
  }

  private Page signedIn(String language) {
    Page page = browser.person(language);
    page.navigate("/login");
    Browser.signIn(page, "coordinateur");
    page.waitForURL("**/");
    return page;
  }
}
