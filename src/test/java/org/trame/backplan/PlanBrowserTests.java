package org.trame.backplan;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trame.Browser;
import org.trame.TrameTest;
import org.trame.scenario.PlayedScenarios;
import org.trame.workflow.TrameClock;

/** The plan of a programme in a real browser: both languages, wide, narrow, dark, printed. */
@TrameTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanBrowserTests {

  /** Far from the years of other scenarios: a year has four contracts at most. */
  private static final LocalDate TODAY = LocalDate.of(2076, 5, 5);

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  @LocalServerPort int port;
  @Autowired PlayedScenarios scenarios;
  @Autowired JdbcClient jdbc;
  @Autowired TrameClock clock;

  private Browser browser;
  private String plan;

  @BeforeAll
  void aProgrammeInItsElaboration() {
    scenarios.play("scenarios/demo/10-elaboration.yaml", TODAY);
    clock.moveTo(TODAY.atTime(10, 0).atZone(TrameClock.BRUSSELS).toInstant());
    plan =
        "/programmes/"
            + jdbc.sql("select id from trame.programme order by notified_on desc, id limit 1")
                .query(String.class)
                .single()
            + "/plan";
    browser = new Browser(port);
  }

  @AfterAll
  void close() {
    browser.close();
    jdbc.sql("delete from trame.council_sitting_date").update();
    clock.release();
  }

  @Test
  void thePlanIsAccessibleAndFitsAPhone() {
    for (String language : List.of("fr-BE", "nl-BE")) {
      Page page = signedIn(language);
      for (String address : List.of(plan, plan + "?longer=drafting&by=200&begins=x&on=1")) {
        page.navigate(address);
        Browser.isAccessible(page, language + " " + address);
      }
    }
  }

  @Test
  void thePictureSaysInWordsWhatItShows() {
    Page page = signedIn("fr-BE");
    page.navigate(plan);
    Locator picture = page.locator("svg[role=img]");
    assertThat(picture).hasAccessibleName("Ligne du temps des étapes");
    assertThat(picture.locator("desc")).containsText("Étapes critiques");
    // As many bars as rows of the table, and the critical ones carry their mark in both.
    assertThat(picture.locator(".bar-done, .bar-active, .bar-planned"))
        .hasCount(page.locator(".plan-table tbody tr").count());
    assertThat(picture.locator(".bar-critical .name").filter(holding("◆")))
        .hasCount(page.locator(".plan-table tr.critical").count());
    assertThat(picture.locator(".today text")).containsText(DAY.format(TODAY));
    // Today's line lies between what is done and what is to come.
    double today = at(picture, ".today line", "x1");
    assertThat(at(picture, ".bar-done .shape", "x")).isLessThan(today);
    assertThat(at(picture, ".bar-planned .shape", "x")).isGreaterThan(today);
    assertThat(at(picture, ".legal-end line", "x1")).isGreaterThan(today);
  }

  private static Locator.FilterOptions holding(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static double at(Locator picture, String what, String attribute) {
    return Double.parseDouble(picture.locator(what).first().getAttribute(attribute));
  }

  @Test
  void aMissedSittingIsAskedAnsweredAndTakenBack() {
    Page page = signedIn("fr-BE");
    page.navigate(plan);
    // The sitting the vote is counted on.
    String sitting =
        page.locator(".plan-table tr", new Page.LocatorOptions().setHasText("séance du"))
            .locator("td")
            .nth(3)
            .textContent();
    page.getByLabel("La séance du " + sitting + " est manquée").check();
    page.click("#what-if button.main");
    assertThat(page.locator("#answer")).containsText("la séance du " + sitting + " est manquée");
    assertThat(page.locator("#answer")).containsText("jours plus tard");
    assertThat(page.getByLabel("La séance du " + sitting + " est manquée")).isChecked();
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.locator("#answer li")).isVisible();
    assertThat(page.locator("#what-if")).isHidden();
    assertThat(page.locator("svg[role=img]")).isVisible();
    assertThat(page.locator(".plan-table")).isVisible();
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    page.goBack();
    assertThat(page.locator("#answer")).hasCount(0);
  }

  private Page signedIn(String language) {
    Page page = browser.person(language);
    page.navigate("/login");
    Browser.signIn(page, "coordinateur");
    page.waitForURL("**/");
    return page;
  }
}
