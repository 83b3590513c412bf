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
import org.trame.TestProgrammes;
import org.trame.TrameTest;
import org.trame.deadline.Clocks;
import org.trame.feed.CalendarLinks;
import org.trame.workflow.TrameClock;

/** Due dates, why they are what they are, and the calendar link, in a real browser. */
@TrameTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DueBrowserTests {

  private static final String REGIME = "contrat-de-quartier";
  private static final LocalDate TODAY = LocalDate.of(2069, 5, 8);
  private static final String ACCOUNT = "coordinateur";

  @LocalServerPort int port;
  @Autowired TestProgrammes programmes;
  @Autowired Clocks clocks;
  @Autowired CalendarLinks links;
  @Autowired TrameClock clock;

  private Browser browser;
  private String programme;
  private long resumed;

  @BeforeAll
  void clocksInEveryState() {
    on(TODAY.minusDays(30));
    programme = programmes.bare("Quartier de l’étang", "21009");
    resumed = clocks.start(REGIME, programme, "regional-approval", "a", today()).id();
    on(TODAY.minusDays(20));
    clocks.suspend(clocks.get(resumed).orElseThrow(), "remarks-sent", today(), "Remarques");
    on(TODAY.minusDays(10));
    clocks.resume(clocks.get(resumed).orElseThrow(), today());
    on(TODAY);
    long suspended = clocks.start(REGIME, programme, "regional-approval", "b", TODAY).id();
    clocks.suspend(clocks.get(suspended).orElseThrow(), "remarks-sent", TODAY, "");
    for (int days : List.of(-2, 0, 1, 12, 60)) {
      clocks.startUntil(REGIME, programme, "meeting-record", "o" + days, TODAY.plusDays(days));
    }
    clocks.miss(clocks.open(programme, "meeting-record", "o-2").orElseThrow());
    browser = new Browser(port);
  }

  @AfterAll
  void close() {
    links.remove(ACCOUNT);
    browser.close();
    clock.release();
  }

  @Test
  void everyPageIsAccessibleAndFitsAPhoneInBothLanguages() {
    links.renew(ACCOUNT);
    for (String language : List.of("fr-BE", "nl-BE")) {
      Page page = signedIn(language);
      for (String address :
          List.of("/due?mine=true&programme=" + programme, "/clocks/" + resumed, "/calendar")) {
        page.navigate(address);
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
        Browser.isAccessible(page, language + " " + address);
      }
    }
  }

  @Test
  void theGroupsFollowEachOtherAndEveryDateSaysWhy() {
    Page page = signedIn("fr-BE");
    page.navigate("/");
    page.click("header nav >> text=Échéances");
    page.selectOption("#due-programme", programme);
    page.click("form.filter button");
    assertThat(page.locator(".due-group h2 > span:first-child"))
        .hasText(
            new String[] {
              "En retard", "Aujourd’hui", "Cette semaine", "Ce mois-ci", "Plus tard", "Suspendu"
            });
    assertThat(page.locator("#OVERDUE .badge.late")).hasText("en retard de 2 jours");
    page.click("#LATER tbody tr:has-text('Décider de l’approbation') .day a");
    assertThat(page.locator("#answer .day")).hasText("lundi 17 juin 2069");
    assertThat(page.locator("#why li").last()).containsText("Échéance");
    assertThat(page.locator("#earlier ol")).isHidden();
    page.click("#earlier summary");
    assertThat(page.locator("#earlier ol")).isVisible();
    assertThat(page.locator("#notices li.done .tick")).hasCount(0);
  }

  @Test
  void theLateOneSaysWhoWasTold() {
    Page page = signedIn("nl-BE");
    page.navigate("/due?programme=" + programme);
    page.click("#OVERDUE .what a");
    assertThat(page.locator("#answer")).containsText("2 dagen te laat");
    assertThat(page.locator("#notices li.done").first()).containsText("Vertraging gemeld");
    assertThat(page.locator("#notices li:not(.done)").last()).containsText("komt nog");
  }

  @Test
  void theListPrintsWithoutItsFilter() {
    Page page = signedIn("fr-BE");
    page.navigate("/due?programme=" + programme);
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.locator("form.filter")).isHidden();
    assertThat(page.locator(".jump")).isHidden();
    assertThat(page.locator("#SUSPENDED table")).isVisible();
  }

  @Test
  void theLinkIsShownOnceAndDiesWhenItIsRenewed() {
    links.remove(ACCOUNT);
    Page page = signedIn("fr-BE");
    page.navigate("/calendar");
    page.click("text=Créer mon lien");
    String first = link(page);
    assertThat(status(page, first)).isEqualTo(200);
    page.reload();
    assertThat(page.locator("#feed-link")).hasCount(0);
    assertThat(page.locator("#link")).containsText("Il ne peut plus être affiché");
    page.click("summary >> text=Renouveler le lien");
    page.click("text=Renouveler, l’ancien lien meurt");
    String second = link(page);
    assertThat(status(page, first)).isEqualTo(404);
    assertThat(status(page, second)).isEqualTo(200);
    page.click("summary >> text=Supprimer le lien");
    page.click("form[action$=remove] button");
    assertThat(page.locator("#link [role=status]")).containsText("supprimé");
    assertThat(status(page, second)).isEqualTo(404);
  }

  private static String link(Page page) {
    assertThat(page.locator("#feed-link")).isVisible();
    return page.inputValue("#feed-link").replaceFirst("^.*(?=/calendar/)", "");
  }

  private static int status(Page page, String address) {
    return page.request().get(address).status();
  }

  private Page signedIn(String language) {
    Page page = browser.person(language);
    page.navigate("/login");
    Browser.signIn(page, ACCOUNT);
    page.waitForURL("**/");
    return page;
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  private void on(LocalDate day) {
    clock.moveTo(day.atTime(10, 0).atZone(TrameClock.BRUSSELS).toInstant());
  }
}
