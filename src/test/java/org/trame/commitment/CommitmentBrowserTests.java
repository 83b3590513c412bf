package org.trame.commitment;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.trame.Browser;

/** Commitments as the people of an organisation see and answer them. */
class CommitmentBrowserTests extends CommitmentTest {

  @LocalServerPort int port;

  @Test
  void thePagesAreAccessibleAndAnAuthorDeclaresByHand() {
    long id = inForce("Vue au navigateur");
    Commitment report = commitment(id, "E2");
    until("2031-06-10");
    try (Browser browser = new Browser(port)) {
      for (String language : List.of("fr-BE", "nl-BE")) {
        Page page = browser.person(language);
        page.navigate("/login");
        Browser.signIn(page, PARTNER);
        for (String address :
            language.startsWith("fr")
                ? List.of(
                    "/commitments",
                    "/commitments/" + report.id(),
                    "/commitments/" + report.id() + "/edits/commitment-declare",
                    "/agreements/" + id,
                    "/agreements/" + id + "/text")
                : List.of("/commitments/" + report.id())) {
          page.navigate(address);
          assertThat(page.locator("h1")).isVisible();
          Browser.isAccessible(page, language + " " + address);
        }
        Browser.picture(page, "commitments-" + language);
      }
      Page page = browser.person("fr-BE");
      page.navigate("/agreements/" + id + "/text");
      Browser.signIn(page, PARTNER);
      page.navigate("/agreements/" + id + "/text");
      assertThat(page.locator("#text")).containsText("Remettre le rapport d’activité");
      page.navigate("/commitments/" + report.id() + "/edits/commitment-declare");
      page.selectOption("#commitment-declare-occurrence", new SelectOption().setIndex(1));
      page.fill("#commitment-declare-doneOn", "2031-06-11");
      page.fill("#commitment-declare-doneWords", "Le rapport est remis.");
      page.click("#edit button.main");
      assertThat(page.locator("#commitment-declare-doneOn-error")).isVisible();
      assertThat(page.locator("#commitment-declare-doneWords")).hasValue("Le rapport est remis.");
      page.fill("#commitment-declare-doneOn", "2031-06-10");
      page.click("#edit button.main");
      assertThat(page.locator("main")).containsText("Le rapport est remis.");
      assertThat(page.locator("#commitment-declare-doneOn")).hasCount(0);
    }
  }
}
