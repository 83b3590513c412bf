package org.trame.document;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.RandomAccessFile;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trame.Browser;
import org.trame.Rest;
import org.trame.TrameTest;
import org.trame.approval.ApprovalDriver;

/** A form with a file, in a real browser: nothing typed or uploaded is lost. */
@TrameTest
class FileFieldBrowserTests {

  private static final String FILE = "#add-document-documentFile";
  private static final String TITLE = "#add-document-documentTitle";
  private static final int MEGABYTE = 1024 * 1024;

  @LocalServerPort int port;
  @Autowired Documents documents;
  @Autowired ApprovalDriver driver;
  @Autowired JdbcClient jdbc;
  @TempDir Path folder;

  @Test
  void aFileIsChosenRefusedKeptAndReplaced() throws Exception {
    String programme = PrintedProgramme.of(driver, jdbc);
    Path pdf = Files.write(folder.resolve("acte signé.pdf"), Samples.pdf());
    Path other = Files.write(folder.resolve("acte-2.pdf"), Samples.pdf());
    Path wrong = Files.write(folder.resolve("scan.pdf"), Samples.image("png"));
    try (Browser browser = new Browser(port)) {
      Page page = browser.person("nl-BE");
      page.navigate("/programmes/" + programme + "/edits/add-document");
      Browser.signIn(page, "coordinateur");
      page.fill(TITLE, "Akte van 3 maart");
      page.click("form.edit button");
      assertThat(page.locator(FILE + "-error")).hasText("Dit veld is vereist.");

      page.setInputFiles(FILE, wrong);
      page.click("form.edit button");
      assertThat(page.locator(FILE + "-error")).containsText("het is een png-bestand");
      assertThat(page.locator(TITLE)).hasValue("Akte van 3 maart");
      Browser.isAccessible(page, "a refused file");

      page.setInputFiles(FILE, sized("groot.pdf", 30));
      page.click("form.edit button");
      assertThat(page.locator(FILE + "-error")).containsText("groter dan 25 MB");
      assertThat(page.locator(TITLE)).hasValue("Akte van 3 maart");

      page.fill(TITLE, "x".repeat(201));
      page.setInputFiles(FILE, pdf);
      page.click("form.edit button");
      assertThat(page.locator(TITLE + "-error")).containsText("200");
      assertThat(page.locator(FILE + "-kept")).containsText("acte signé.pdf");
      Browser.isAccessible(page, "a kept file");
      Browser.picture(page, "file-kept");

      page.setInputFiles(FILE, other);
      page.click("form.edit button");
      assertThat(page.locator(FILE + "-kept")).containsText("acte-2.pdf");
      page.fill(TITLE, "Akte van 3 maart");
      page.click("form.edit button");
      assertThat(page).hasURL(Pattern.compile(".*done=add-document.*"));
      assertThat(documents.of(programme))
          .extracting(StoredDocument::name, StoredDocument::title)
          .containsExactly(tuple("acte signé.pdf", null), tuple("acte-2.pdf", "Akte van 3 maart"));

      assertThat(page.locator("#documents tbody tr").first()).containsText("Akte van 3 maart");
      assertThat(page.locator("#documents code").first())
          .hasAttribute("title", Hashes.sha256(Files.readAllBytes(other)));
      Browser.isAccessible(page, "a programme with documents");

      page.navigate("/programmes/" + programme + "/edits/add-document");
      page.setInputFiles(FILE, sized("heel-groot.pdf", 60));
      page.click("form.edit button");
      assertThat(page.locator("main")).containsText("veel groter dan 25 MB");
      Browser.isAccessible(page, "the page about a file that is far too large");
      assertThat(documents.of(programme)).hasSize(2);
    }
  }

  @Test
  void theLatestTenDocumentsAreShownAndTheEarlierOnesFolded() throws Exception {
    String programme = driver.programme("Beaucoup");
    try (Browser browser = new Browser(port)) {
      Page page = browser.person("fr-BE");
      page.navigate("/programmes/" + programme);
      Browser.signIn(page, "auditeur");
      assertThat(page.locator("#documents .empty")).containsText("Aucun document");
      assertThat(page.locator("#documents a")).hasCount(0);
      for (int n = 1; n <= 12; n++) {
        documents.upload(programme, n + ".pdf", new ByteArrayInputStream(Samples.pdf()));
      }
      page.reload();
      assertThat(page.locator("#documents .count")).hasText("12");
      assertThat(page.locator("#documents tbody tr:visible")).hasCount(10);
      assertThat(page.locator("#documents tbody a").first()).hasText("12.pdf");
      page.click("#documents summary");
      assertThat(page.locator("#documents tbody tr:visible")).hasCount(12);
      Browser.isAccessible(page, "many documents");
    }
  }

  @Test
  void aFileOfAnotherProgrammeIsNotTaken() throws Exception {
    String theirs = driver.programme("Autre");
    String ours = driver.programme("Le nôtre");
    Rest rest = new Rest(port, "coordinateur", "fr");
    StoredDocument file =
        documents.upload(theirs, "acte.pdf", new ByteArrayInputStream(Samples.pdf()));
    String body = "{\"documentFile\": \"" + file.id() + "\", \"documentTitle\": \"Acte\"}";
    var refused = rest.send("POST", "/api/programmes/" + ours + "/edits/add-document", body);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("pas un document de ce programme");
    assertThat(rest.send("POST", "/api/programmes/" + theirs + "/edits/add-document", body))
        .returns(204, HttpResponse::statusCode);
    assertThat(rest.send("POST", "/api/programmes/" + theirs + "/edits/add-document", body).body())
        .contains("déjà décrit");
  }

  private Path sized(String name, int megabytes) throws Exception {
    Path file = folder.resolve(name);
    try (RandomAccessFile empty = new RandomAccessFile(file.toFile(), "rw")) {
      empty.setLength((long) megabytes * MEGABYTE);
    }
    return file;
  }
}
