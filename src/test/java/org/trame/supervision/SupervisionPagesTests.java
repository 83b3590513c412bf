package org.trame.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.trame.Rest;
import org.trame.TrameTest;
import org.trame.access.Actors;
import org.trame.access.account.Accounts;
import org.trame.approval.ApprovalDriver;
import org.trame.deadline.Notices;
import org.trame.due.Due;
import org.trame.due.DueList;
import org.trame.notification.Announcements;

/** What people and programs read: a silence never looks like a decree. */
@TrameTest
class SupervisionPagesTests extends SupervisionTest {

  @LocalServerPort int port;
  @Autowired DueList due;
  @Autowired Accounts accounts;
  @Autowired Notices notices;
  @Autowired Announcements announcements;
  @Autowired WebApplicationContext context;

  @BeforeEach
  void oneOfEach() {
    sent(ActKind.SUBSIDISED_CONTRACT, "2026/45");
    sent(ActKind.SUBSIDISED_CONTRACT, "2026/46");
    sent(ActKind.BUDGET, "2026/47");
    sent(ActKind.ACCOUNTS, "2026/48");
    examine("2026/45");
    decide("2026/45", "APPROVED");
    examine("2026/47");
    decide("2026/47", "REFUSED", "decisionMotives", "Équilibre rompu");
    moveTo("2026-04-02T08:00:00Z");
  }

  @Test
  void thePageCountsEachStateApart() throws Exception {
    String page = page("fr");
    assertThat(page)
        .contains(
            "Approuvés par arrêté : 1 · approuvés tacitement : 1 · improuvés : 1 · attendus : 1")
        .contains("Approuvé tacitement (silence au 01/04/2026)")
        .contains("Preuve : délai n° " + acts.of(programme).get(1).clock())
        .contains("href=\"/clocks/" + acts.of(programme).get(1).clock() + "\"")
        .contains("Arrêté A 2026/7 envoyé le 02/03/2026")
        .contains("Équilibre rompu")
        .contains("À décider au plus tard le 21/05/2026");
    assertThat(page("nl"))
        .contains("Stilzwijgend goedgekeurd (stilzwijgen op 01/04/2026)")
        .contains("stilzwijgend goedgekeurd: 1");
  }

  @Test
  void programsReadTheProofOfASilence() {
    JsonNode read =
        new Rest(port, "coordinateur", "nl")
            .get("/api/programmes/" + programme + "/supervised-acts");
    assertThat(read.at("/counts/explicit").asInt()).isEqualTo(1);
    assertThat(read.at("/counts/tacit").asInt()).isEqualTo(1);
    assertThat(read.at("/counts/refused").asInt()).isEqualTo(1);
    assertThat(read.at("/counts/awaited").asInt()).isEqualTo(1);
    JsonNode silent = read.at("/acts/1");
    assertThat(silent.path("assent").asText()).isEqualTo("TACIT");
    assertThat(silent.path("decidedOn").asText()).isEqualTo("2026-04-01");
    assertThat(silent.path("decree").isNull()).isTrue();
    assertThat(silent.path("clock").asLong()).isEqualTo(acts.of(programme).get(1).clock());
    assertThat(silent.path("source").asText()).startsWith("Ordonnantie van 14 mei 1998");
    assertThat(
            new Rest(port, "coordinatrice-wallonne", "fr")
                .send("GET", "/api/programmes/" + programme + "/supervised-acts", null)
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void aSilencePutRightStaysToBeSeen() throws Exception {
    found("2026/46", "REFUSED", "2026-04-01", "decisionMotives", "Prix anormal");
    long clock = act(2).clock();
    assertThat(page("fr"))
        .contains(
            "Approuvés par arrêté : 1 · approuvés tacitement : 0 · improuvés : 2 · attendus : 1")
        .contains("Réputé approuvé au 01/04/2026, rectifié le 02/04/2026")
        .contains("Preuve de l’envoi : Recommandé RA 12, retrouvé au courrier")
        .contains("Arrêté A 2026/8 envoyé le 01/04/2026")
        .contains("L’acte 2026/46 n’est plus réputé approuvé")
        .contains("href=\"/clocks/" + clock + "\"");
    assertThat(page("nl")).contains("Geacht goedgekeurd op 01/04/2026, rechtgezet op 02/04/2026");
    assertThat(page("/clocks/" + clock, "coordinateur", "fr"))
        .contains("L’acte 2026/46 est réputé approuvé")
        .contains("L’acte 2026/46 n’est plus réputé approuvé");
    JsonNode read =
        new Rest(port, "coordinateur", "fr")
            .get("/api/programmes/" + programme + "/supervised-acts");
    assertThat(read.at("/acts/1/assent").asText()).isEqualTo("REFUSED");
    assertThat(read.at("/acts/1/decidedOn").asText()).isEqualTo("2026-04-01");
    assertThat(read.at("/acts/1/putRight/silenceOn").asText()).isEqualTo("2026-04-01");
    assertThat(read.at("/acts/1/putRight/on").asText()).isEqualTo("2026-04-02");
    assertThat(read.at("/acts/1/putRight/sendingProof").asText()).startsWith("Recommandé RA 12");
    assertThat(read.at("/acts/0/putRight").isNull()).isTrue();
    // Who was told of the silence is told of this; who wrote it down is not.
    assertThat(told(clock)).contains("PUT_RIGHT coordinateur").doesNotContain("PUT_RIGHT ministre");
  }

  @Test
  void theTaskSaysWhichActItIsAbout() throws Exception {
    Rest region = new Rest(port, "region", "fr");
    JsonNode task = region.get("/engine-rest/task/" + task("Task_ExamineAct", "2026/48").getId());
    assertThat(task.path("name").asText())
        .isEqualTo("Examiner l’acte : 2026/48 – Essai de tutelle");
    String form =
        region.get("/engine-rest/task/" + task.path("id").asText() + "/deployed-form").toString();
    assertThat(form).contains("2026/48", "sinon réputé approuvé").doesNotContain("2026/46");
    assertThat(page("/work/" + programme + "/Task_ExamineAct", "region", "fr"))
        .contains("2026/48", "21/05/2026", "Comptes");
    assertThat(Actors.as(ApprovalDriver.EXAMINER, due::mine).stream().map(Due::what))
        .contains("décider de l’approbation de comptes : 2026/48");
  }

  @Test
  void whoHasTheActIsRemindedAndTheMunicipalityIsToldOfTheSilence() {
    long clock = act(4).clock();
    // Ten working days before 21 May, Ascension not counted.
    notices.due(LocalDate.parse("2026-05-06"));
    assertThat(told(clock)).containsExactly("WARNED region");
    examine("2026/48");
    // Three working days before.
    notices.due(LocalDate.parse("2026-05-18"));
    assertThat(told(clock)).containsExactly("WARNED ministre", "WARNED region");
    assertThat(told(act(2).clock())).contains("LAPSED coordinateur", "LAPSED ministre");
    assertThat(told(act(1).clock())).noneMatch(t -> t.startsWith("LAPSED"));
  }

  private SupervisedAct act(int number) {
    return acts.of(programme).get(number - 1);
  }

  private List<String> told(long clock) {
    return announcements.about(programme).stream()
        .filter(a -> a.clock() != null && a.clock() == clock)
        .map(a -> a.kind() + " " + a.account())
        .sorted()
        .toList();
  }

  private String page(String language) throws Exception {
    return page("/programmes/" + programme, "coordinateur", language);
  }

  private String page(String address, String account, String language) throws Exception {
    String[] groups = accounts.find(account).orElseThrow().groups().toArray(String[]::new);
    return MockMvcBuilders.webAppContextSetup(context)
        .apply(SecurityMockMvcConfigurers.springSecurity())
        .build()
        .perform(
            get(address)
                .locale(Locale.forLanguageTag(language))
                .header("Accept-Language", language)
                .with(user(account).authorities(AuthorityUtils.createAuthorityList(groups))))
        .andReturn()
        .getResponse()
        .getContentAsString();
  }
}
