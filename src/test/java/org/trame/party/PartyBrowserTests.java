package org.trame.party;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trame.Browser;
import org.trame.Rest;
import org.trame.TrameTest;
import org.trame.access.Actors;
import org.trame.workflow.TrameClock;

/** The pages and the interface for programs of organisations. */
@TrameTest
class PartyBrowserTests {

  private static final LocalDate TODAY = LocalDate.of(2031, 5, 5);

  @LocalServerPort int port;
  @Autowired Parties parties;
  @Autowired Mandates mandates;
  @Autowired JdbcClient jdbc;
  @Autowired TrameClock clock;

  @AfterEach
  void realTime() {
    clock.release();
  }

  private long aParty(String name) {
    clock.moveTo(TODAY.atTime(9, 0).atZone(TrameClock.BRUSSELS).toInstant());
    long party = TestParties.open(parties, name);
    long person = TestParties.person(parties, party, "Directrice", null);
    long mandate =
        Actors.as(
            TestParties.COORDINATOR,
            () ->
                mandates.grant(
                    party, TestParties.signing(person, TODAY, TODAY.plusYears(1), "25000.00")));
    long successor = TestParties.person(parties, party, "Bernadette Vandenbroucke", null);
    jdbc.sql("insert into trame.handover values (?, ?, ?, ?, 'Tout est classé.')")
        .params(mandate, Date.valueOf(TODAY), Date.valueOf(TODAY), successor)
        .update();
    return party;
  }

  @Test
  void thePagesAreAccessibleAndFitAPhoneInBothLanguages() {
    long party = aParty("Les Amis du navigateur");
    try (Browser browser = new Browser(port)) {
      for (String language : List.of("fr-BE", "nl-BE")) {
        Page page = browser.person(language);
        page.navigate("/login");
        Browser.signIn(page, "coordinateur");
        page.waitForURL("**/");
        for (String address :
            List.of(
                "/parties?q=Les+Amis+du+navigateur",
                "/parties?q=introuvable",
                "/parties/new",
                "/parties/" + party,
                "/parties/" + party + "?edit=mandate-delegate")) {
          page.navigate(address);
          Browser.isAccessible(page, language + " " + address);
        }
        page.navigate("/parties/" + party);
        Browser.picture(page, "party-" + language);
      }
    }
  }

  @Test
  void anOrganisationItsPeopleAndAMandateAreWrittenByHand() {
    clock.moveTo(TODAY.atTime(9, 0).atZone(TrameClock.BRUSSELS).toInstant());
    String name = "Écrite à la main " + TestParties.number();
    try (Browser browser = new Browser(port)) {
      Page page = browser.person("fr-BE");
      page.navigate("/parties/new");
      Browser.signIn(page, "coordinateur");
      page.navigate("/parties/new");
      page.selectOption("#party-open-partyKind", "ASSOCIATION");
      page.fill("#party-open-partyNis", "21009");
      page.fill("#party-open-enterpriseNumber", "0123.456.740");
      page.fill("#party-open-partyNameFr", name);
      page.fill("#party-open-partyNameNl", name);
      page.fill("#party-open-partyAddress", "Rue du Test 1, 1050 Ixelles");
      page.fill("#party-open-contactMail", "main@essai.example");
      page.click("main form.edit button.main");
      assertThat(page.locator("#party-open-enterpriseNumber-error")).containsText("97 moins le");
      page.fill("#party-open-enterpriseNumber", TestParties.number().toString());
      page.click("main form.edit button.main");
      page.click("#list a");
      assertThat(page.locator("h1")).hasText(name);
      assertThat(page.locator("#powers .badge.late")).hasCount(3);
      page.click("text=Ajouter une personne");
      page.fill("#party-person-personName", "Dominique Essai");
      page.fill("#party-person-personMail", "dominique@essai.example");
      page.click("#edit button.main");
      assertThat(page.locator("#people li")).containsText("Dominique Essai");
      page.click("text=Inscrire un mandat");
      page.locator("#mandate-grant-mandatePerson")
          .selectOption(new SelectOption().setLabel("Dominique Essai"));
      page.selectOption("#mandate-grant-maySign", "true");
      page.selectOption("#mandate-grant-mayGiveOpinion", "false");
      page.selectOption("#mandate-grant-mayDecide", "false");
      page.fill("#mandate-grant-validFrom", "2031-05-01");
      page.fill("#mandate-grant-actReference", "AG 2031/1");
      page.fill("#mandate-grant-actDay", "2031-04-20");
      page.selectOption("#mandate-grant-delegable", "false");
      page.click("#edit button.main");
      assertThat(page.locator("#mandates tbody tr")).containsText("en vigueur");
      assertThat(page.locator("#powers .badge.wait")).hasText("sans suppléant");
      assertThat(page.locator("#history li").first()).containsText("par l’acte AG 2031/1");
      page.navigate("/parties?q=" + URLEncoder.encode(name, StandardCharsets.UTF_8));
      assertThat(page.locator("#key-people li")).containsText("signer");
    }
  }

  @Test
  void programsReadWhatTheirAccountMayRead() {
    long party = aParty("Les Amis des programmes");
    Rest coordinator = new Rest(port, "coordinateur", "nl");
    JsonNode one = coordinator.get("/api/parties/" + party);
    assertThat(one.get("name").asText()).isEqualTo("Les Amis des programmes (nl)");
    assertThat(one.get("enterpriseNumber").asText()).matches("\\d{4}\\.\\d{3}\\.\\d{3}");
    assertThat(one.get("mandates")).hasSize(1);
    assertThat(one.get("mandates").get(0).get("state").asText()).isEqualTo("IN_FORCE");
    assertThat(one.toString()).doesNotContain("Directrice");
    JsonNode found =
        new Rest(port, "region", "fr").get("/api/parties?q=Les%20Amis%20des%20programmes");
    assertThat(found.get("parties").findValuesAsText("id")).contains(String.valueOf(party));

    Rest elsewhere = new Rest(port, "coordinatrice-wallonne", "fr");
    assertThat(elsewhere.send("GET", "/api/parties/" + party, null).statusCode()).isEqualTo(404);
    assertThat(elsewhere.get("/api/parties?q=Les%20Amis%20des%20programmes").get("total").asInt())
        .isZero();
    assertThat(elsewhere.get("/api/parties?page=x").get("page").asInt()).isEqualTo(1);
  }

  @Test
  void whoActsForAnOrganisationReadsThatOneAndNoOther() {
    long own = aParty("Les Amis qui signent");
    long other = aParty("Les Amis des autres");
    // This account holds no role in any municipality or Region.
    Rest mandatary = new Rest(port, "regie", "fr");
    assertThat(mandatary.send("GET", "/api/parties/" + own, null).statusCode()).isEqualTo(404);
    TestParties.person(parties, own, "Signataire", "regie");

    JsonNode read = mandatary.get("/api/parties/" + own);
    assertThat(read.get("name").asText()).isEqualTo("Les Amis qui signent");
    assertThat(read.get("mandates")).hasSize(1);
    assertThat(read.toString()).doesNotContain("@essai.example\"", "Signataire");
    assertThat(mandatary.send("GET", "/api/parties/" + other, null).statusCode()).isEqualTo(404);
    JsonNode all = mandatary.get("/api/parties");
    List<String> actsFor = parties.of("regie").stream().map(p -> String.valueOf(p.id())).toList();
    assertThat(actsFor).contains(String.valueOf(own)).doesNotContain(String.valueOf(other));
    assertThat(all.get("parties").findValuesAsText("id"))
        .containsExactlyInAnyOrderElementsOf(actsFor);
  }
}
