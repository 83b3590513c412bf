package org.trame.agreement;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.trame.Browser;
import org.trame.Rest;
import org.trame.TrameTest;
import org.trame.workflow.TrameClock;

/** Agreements as their parties and the administrations see them. */
@TrameTest
class AgreementBrowserTests {

  @LocalServerPort int port;
  @Autowired TestAgreements given;
  @Autowired Agreements agreements;
  @Autowired Signings signings;
  @Autowired TrameClock clock;

  private String programme;
  private long first;
  private long second;

  @BeforeEach
  void aProgramme() {
    programme = given.programme("Programme du navigateur", "1.1");
    first = given.association("Les Signataires", "association");
    second = given.association("Les Hésitants", "cpas");
  }

  @AfterEach
  void realTime() {
    clock.release();
  }

  /** In force, then amended; the amendment is refused and a mediation is open. */
  private long eventful() {
    long id = given.sent(programme, "Une convention qui a vécu", first, second);
    given.sign(id, "association", first);
    given.make(
        given.actor("cpas"),
        id,
        "sign-reserve",
        "onBehalfOf",
        String.valueOf(second),
        "reservedOn",
        "clause-1",
        "reservationWords",
        "Sauf en août");
    given.sign(id, "cpas", second);
    given.signByMunicipality(id);
    given.write(id, "agreement-amend", "amendmentObject", "Horaires");
    given.write(
        id,
        "agreement-clause",
        "id",
        "1",
        "clauseHeading",
        "Objet",
        "clauseBody",
        "Faire le jardin ensemble, même en août.");
    given.freeze(id);
    given.sign(id, "association", first);
    given.make(
        given.actor("cpas"),
        id,
        "sign-refuse",
        "onBehalfOf",
        String.valueOf(second),
        "refusalReason",
        "Pas en août");
    given.complete(
        id,
        "Task_DecideAfterRefusal",
        Map.of("afterRefusal", "MEDIATE", "afterRefusalReason", "Trouver un tiers"));
    return id;
  }

  @Test
  void thePagesAreAccessibleAndFitAPhoneInBothLanguages() {
    long lived = eventful();
    long asked = given.sent(programme, "Une convention à signer", first, second);
    try (Browser browser = new Browser(port)) {
      for (String language : List.of("fr-BE", "nl-BE")) {
        Page page = browser.person(language);
        page.navigate("/login");
        Browser.signIn(page, "association");
        List<String> most =
            List.of("/agreements/" + lived, "/agreements/" + asked + "/edits/sign-electronically");
        List<String> rest =
            List.of(
                "/agreements",
                "/agreements/" + lived + "/text",
                "/agreements/" + lived + "/text?on=2020-01-01");
        for (String address :
            language.startsWith("fr")
                ? Stream.concat(most.stream(), rest.stream()).toList()
                : most) {
          page.navigate(address);
          assertThat(page.locator("h1")).isVisible();
          Browser.isAccessible(page, language + " " + address);
        }
        page.navigate("/agreements/" + lived);
        assertThat(page.locator("#change ins")).containsText("le jardin");
        assertThat(page.locator("#mediation")).isVisible();
        Browser.picture(page, "agreement-" + language);
        page.emulateMedia(
            new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
        assertThat(page.locator("#answer")).isHidden();
        assertThat(page.locator("#progress")).isVisible();
      }
    }
  }

  @Test
  void aPartySignsByHandAndAMistakeLosesNothing() {
    long id = given.sent(programme, "Signée à la main", first);
    try (Browser browser = new Browser(port)) {
      Page page = browser.person("fr-BE");
      page.navigate("/agreements/" + id);
      Browser.signIn(page, "association");
      page.navigate("/agreements/" + id);
      page.click("#answer >> text=Faire une réserve");
      page.fill("#sign-reserve-reservationWords", "Sauf en août");
      page.click("#edit button.main");
      assertThat(page.locator("#sign-reserve-reservationWords")).hasCount(0);
      page.click("#answer a.button >> nth=0");
      assertThat(page.locator("#edit .hash")).hasText(agreements.current(id).sha256());
      page.fill("#sign-electronically-password", "faux");
      page.click("#edit button.main");
      assertThat(page.locator("#sign-electronically-password-error")).containsText("pas le vôtre");
      // The engine waits before it looks at a password again.
      clock.moveTo(clock.instant().plusSeconds(60));
      page.fill("#sign-electronically-password", "association");
      // A double click.
      page.locator("#edit button.main").dblclick();
      assertThat(page.locator("#progress tbody tr").first()).containsText("signé");
      assertThat(page.locator("#progress tbody tr").first()).containsText("Sauf en août");
      assertThat(page.locator("#answer")).hasCount(0);
      assertThat(
              signings.of(agreements.current(id)).stream()
                  .filter(s -> s.party() == first)
                  .map(Signature::state))
          .containsExactly(Signature.State.SIGNED);
      page.navigate("/agreements");
      assertThat(page.locator("#agreements li").first()).isVisible();
    }
  }

  @Test
  void severalAreSignedAtOnceEachCheckedByItself() {
    long own = given.association("Plusieurs fois", "habitant");
    long one = given.sent(programme, "La première des deux", own);
    long two = given.sent(programme, "La seconde des deux", own);
    try (Browser browser = new Browser(port)) {
      Page page = browser.person("fr-BE");
      page.navigate("/agreements");
      Browser.signIn(page, "habitant");
      page.navigate("/agreements");
      page.click("#asked button.main");
      assertThat(page.locator("#asked .error")).hasText("Cochez au moins une convention.");
      page.locator("#asked .tick", new Page.LocatorOptions().setHasText("des deux"))
          .locator("input")
          .all()
          .forEach(com.microsoft.playwright.Locator::check);
      page.fill("#password", "faux");
      page.click("#asked button.main");
      assertThat(page.locator("#password-error")).containsText("pas le vôtre");
      assertThat(page.locator("#asked input:checked")).hasCount(2);
      Browser.isAccessible(page, "several to sign");
      // The engine waits before it looks at a password again.
      clock.moveTo(clock.instant().plusSeconds(60));
      // Meanwhile the second text is taken back.
      given.write(two, "agreement-take-back", "takeBackReason", "Une faute");
      page.fill("#password", "habitant");
      page.click("#asked button.main");
      assertThat(page.locator("#results li")).hasCount(2);
      assertThat(page.locator("#results li").nth(0)).containsText("signée");
      assertThat(page.locator("#results li").nth(1)).containsText("pas signée");
      assertThat(page.locator("#results li").nth(1)).containsText("Une faute");
      assertThat(signings.of(agreements.current(one)).stream().filter(s -> s.party() == own))
          .extracting(Signature::state)
          .containsExactly(Signature.State.SIGNED);
    }
  }

  @Test
  void programsReadTheTextOfADay() {
    long id = eventful();
    Rest region = new Rest(port, "region", "nl");
    JsonNode one = region.get("/api/agreements/" + id);
    assertThat(one.get("title").asText()).isEqualTo("Une convention qui a vécu");
    assertThat(region.send("GET", "/api/agreements/" + id + "?on=2020-01-01", null).statusCode())
        .isEqualTo(404);
    assertThat(region.get("/api/agreements/" + id + "?on=" + given.today()).toString())
        .contains("Faire ensemble.")
        .doesNotContain("le jardin");
    assertThat(
            new Rest(port, "coordinatrice-wallonne", "fr")
                .send("GET", "/api/agreements/" + id, null)
                .statusCode())
        .isEqualTo(404);
  }
}
