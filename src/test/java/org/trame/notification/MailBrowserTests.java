package org.trame.notification;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.trame.Browser;
import org.trame.TrameTest;
import org.trame.notification.outbox.TestPost;
import org.trame.workflow.TrameClock;

/** Mails and preferences in a real browser. */
@TrameTest
class MailBrowserTests {

  private static final LocalDate DAY = LocalDate.of(2075, 3, 4);

  @LocalServerPort int port;
  @Autowired Announcements announcements;
  @Autowired Digests digests;
  @Autowired TransactionTemplate transaction;
  @Autowired DataSource database;
  @Autowired JdbcClient jdbc;
  @Autowired TrameClock clock;

  @AfterEach
  void realTime() {
    clock.release();
  }

  @Test
  void thePagesAreAccessibleAndFitAPhoneInBothLanguages() {
    clock.moveTo(DAY.atTime(9, 0).atZone(TrameClock.BRUSSELS).toInstant());
    transaction.executeWithoutResult(
        t ->
            announcements.tell(
                Recipient.account("coordinateur"),
                Announcement.Kind.MISSED,
                "some-programme",
                null,
                Map.of("step", "elaboration", "due", "2075-03-01"),
                DAY));
    digests.compose();
    TestPost.keep(database, clock);
    int mail =
        jdbc.sql("select max(id) from trame.mail where account = 'coordinateur'")
            .query(Integer.class)
            .single();
    try (Browser browser = new Browser(port)) {
      for (String language : List.of("fr-BE", "nl-BE")) {
        Page page = browser.person(language);
        page.navigate("/login");
        Browser.signIn(page, "coordinateur");
        page.waitForURL("**/");
        for (String address : List.of("/mails", "/mails/" + mail, "/preferences")) {
          page.navigate(address);
          if (address.endsWith("/" + mail)) {
            assertThat(page.locator("iframe")).hasAttribute("title", Pattern.compile(".*Trame.*"));
            // No script runs in the frame, not even the checker's: the mail is checked below.
            page.evaluate("document.querySelector('iframe').remove()");
          }
          Browser.isAccessible(page, language + " " + address);
        }
      }
      Page itself = browser.person("fr-BE");
      itself.setContent(
          jdbc.sql("select html_part from trame.mail where id = ?")
              .param(mail)
              .query(String.class)
              .single());
      assertThat(itself.locator("h1")).hasText("Vos délais du lundi 4 mars 2075");
      Browser.hasNoViolation(itself, "the mail");
    }
  }
}
