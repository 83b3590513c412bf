package org.trame.document;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trame.Browser;
import org.trame.TrameTest;
import org.trame.approval.ApprovalDriver;
import org.trame.language.Languages;

/** The page anybody may open, and the links to documents, in a real browser. */
@TrameTest
class VerifyBrowserTests {

  @LocalServerPort int port;
  @Autowired GeneratedDocuments generated;
  @Autowired ApprovalDriver driver;
  @Autowired JdbcClient jdbc;

  @Test
  void thePageIsAccessibleInBothLanguagesAndTheProgrammeLinksToItsDocuments() {
    String programme = PrintedProgramme.of(driver, jdbc);
    StoredDocument document =
        generated.of(programme, "approval-decision", "1", Languages.DUTCH).orElseThrow();
    String known = "/verify/" + VerificationCode.printed(document.code());
    Map<String, String> headings =
        Map.of("fr-BE", "Document confirmé", "nl-BE", "Document bevestigd");
    Map<String, String> unknown = Map.of("fr-BE", "Code inconnu", "nl-BE", "Onbekende code");
    try (Browser browser = new Browser(port)) {
      for (String language : headings.keySet()) {
        Page page = browser.person(language);
        page.navigate(known);
        assertThat(page.locator("h1")).hasText(headings.get(language));
        assertThat(page.locator("main")).containsText(document.sha256());
        assertAccessible(page);
        Browser.picture(page, "verify-" + language);
        page.navigate("/verify/0123-4567-89AB-CDEF");
        assertThat(page.locator("h1")).hasText(unknown.get(language));
        assertAccessible(page);
      }
      Page page = browser.person("nl-BE");
      page.navigate("/programmes/" + programme);
      Browser.signIn(page, "coordinateur");
      for (Map.Entry<String, String> printed :
          PrintedProgramme.references(jdbc, programme).entrySet()) {
        Download file =
            page.waitForDownload(
                () ->
                    page.click("a[href$='/" + printed.getKey() + "/" + printed.getValue() + "']"));
        assertThat(file.suggestedFilename()).endsWith("-nl.pdf");
      }
    }
  }

  private static void assertAccessible(Page page) {
    Browser.hasNoViolation(page, page.url());
    assertThat((Integer) page.evaluate("document.documentElement.scrollWidth - innerWidth"))
        .isLessThanOrEqualTo(0);
  }
}
