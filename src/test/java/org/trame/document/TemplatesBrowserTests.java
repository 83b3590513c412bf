package org.trame.document;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trame.Browser;
import org.trame.TrameTest;
import org.trame.approval.ApprovalDriver;

/** The templates in a real browser: what is typed stays, whoever comes second is told. */
@TrameTest
class TemplatesBrowserTests {

  private static final String TEXT = "#template-templateText";
  private static final String ONE = "/documents/templates/21009/council-resolution/";

  @LocalServerPort int port;
  @Autowired ApprovalDriver driver;
  @Autowired JdbcClient jdbc;

  @AfterEach
  void everythingAsBefore() {
    jdbc.sql("alter table trame.document_template disable trigger user").update();
    jdbc.sql("delete from trame.document_template").update();
    jdbc.sql("alter table trame.document_template enable trigger user").update();
  }

  @Test
  void aTemplateIsWrittenRefusedPreviewedSavedAndTakenBack() {
    String programme = driver.programme("Modèles");
    try (Browser browser = new Browser(port)) {
      Page page = browser.person("fr-BE");
      page.navigate("/programmes/" + programme);
      Browser.signIn(page, "secretaire");
      page.click("#documents a[href='/documents/templates']");
      assertThat(page.locator("h1")).hasText("Modèles de documents");
      assertThat(page.locator("tbody tr")).hasCount(12);
      Browser.isAccessible(page, "the list of templates");
      Browser.picture(page, "templates");
      page.click("a[href='" + ONE + "fr']");
      assertThat(page.locator("#names")).containsText("Numéro de la délibération");
      Browser.isAccessible(page, "a template");
      Browser.picture(page, "template");

      String standard = page.inputValue(TEXT);
      String wrong = standard + "\n<p>{{voix}}</p>\n<h4>Sauté</h4>\n<script>";
      page.fill(TEXT, wrong);
      page.click("form.edit button.main");
      assertThat(page.locator(TEXT + "-error"))
          .containsText("« voix » n’est pas un nom de la liste.");
      assertThat(page.locator(TEXT + "-error")).containsText("un titre h4 viendrait après h2");
      assertThat(page.locator(TEXT + "-error")).containsText("« script » n’est pas permis");
      assertThat(page.locator(TEXT)).hasValue(wrong);
      Browser.isAccessible(page, "a refused template");
      Browser.picture(page, "template-refused");

      String own = standard + "\n<p>Fait en séance publique.</p>";
      page.fill(TEXT, own);
      List<?> preview =
          (List<?>)
              page.evaluate(
                  """
                  async () => {
                    const button = document.querySelector('button[formaction]');
                    const form = new URLSearchParams(new FormData(button.form));
                    const answer = await fetch(button.formAction, {method: 'POST', body: form});
                    const bytes = new Uint8Array(await answer.arrayBuffer());
                    return [answer.status, answer.headers.get('content-type'),
                            answer.headers.get('content-disposition'),
                            String.fromCharCode(...bytes.slice(0, 5))];
                  }""");
      assertThat(preview.toString())
          .isEqualTo(
              "[200, application/pdf, inline; filename=\"council-resolution-fr.pdf\", %PDF-]");
      Page tab = page.waitForPopup(() -> page.click("button[formaction]"));
      tab.close();
      assertThat(page.locator(TEXT)).hasValue(own);

      Page other = browser.person("nl-BE");
      other.navigate(ONE + "fr");
      Browser.signIn(other, "coordinateur");
      assertThat(other.locator("#names")).containsText("Nummer van het besluit");
      Browser.isAccessible(other, "a template in Dutch");

      page.click("form.edit button.main");
      assertThat(page.locator(".done")).containsText("les prochains documents suivent ce modèle");
      assertThat(page.locator("#history tbody tr")).hasCount(2);
      assertThat(page.locator("#history")).containsText("secretaire");

      other.fill(TEXT, standard + "\n<p>Autre</p>");
      other.click("form.edit button.main");
      assertThat(other.locator(TEXT + "-error")).containsText("secretaire heeft intussen versie 1");
      assertThat(other.locator(TEXT)).hasValue(standard + "\n<p>Autre</p>");
      Browser.isAccessible(other, "somebody else was first");
      other.click("form.edit button.main");
      assertThat(other.locator("#history tbody tr")).hasCount(3);

      page.click("#history a[href$='version=1']");
      assertThat(page.locator(TEXT)).hasValue(own);
      assertThat(page.locator(".missing")).containsText("texte de la version 1");
      Browser.isAccessible(page, "an earlier version");
      page.click("details.sure summary");
      page.click("details.sure button");
      assertThat(page.locator(".lead .badge")).hasText("Modèle de Trame");
      assertThat(page.locator("#history tbody tr")).hasCount(4);
      assertThat(page.locator(TEXT)).hasValue(standard);
    }
  }

  @Test
  void whoeverWordsNoDocumentsFindsNoPage() {
    try (Browser browser = new Browser(port)) {
      Page page = browser.person("fr-BE");
      page.navigate("/documents/templates");
      Browser.signIn(page, "auditeur");
      assertThat(page.locator("main")).containsText("Vous n’avez pas accès à cette page.");
      page.navigate(ONE + "fr");
      assertThat(page.locator("main")).containsText("Cette page n’existe pas");
      page.navigate("/documents/templates/21009/approval-decision/fr");
      assertThat(page.locator("main")).containsText("Cette page n’existe pas");
    }
  }
}
