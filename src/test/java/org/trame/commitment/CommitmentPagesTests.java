package org.trame.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.trame.access.Actor;
import org.trame.agreement.PrintedAgreements;
import org.trame.document.Documents;

/** Commitments on pages, in PDF and for other programs. */
class CommitmentPagesTests extends CommitmentTest {

  /** The smallest picture. */
  private static final byte[] PNG =
      java.util.Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5E"
                  + "rkJggg==");

  @Autowired WebApplicationContext context;
  @Autowired PrintedAgreements printed;
  @Autowired Documents documents;

  private MockMvc mvc;

  @BeforeEach
  void pages() {
    mvc =
        MockMvcBuilders.webAppContextSetup(context)
            .apply(SecurityMockMvcConfigurers.springSecurity())
            .build();
  }

  private MockHttpServletResponse send(
      MockHttpServletRequestBuilder request, Actor actor, String language) throws Exception {
    MockHttpServletResponse response =
        mvc.perform(
                request
                    .locale(Locale.forLanguageTag(language))
                    .with(
                        user(actor.userId())
                            .authorities(AuthorityUtils.createAuthorityList(actor.groups())))
                    .with(csrf()))
            .andReturn()
            .getResponse();
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    return response;
  }

  private String page(String path, Actor actor, String language) throws Exception {
    MockHttpServletResponse response = send(get(path), actor, language);
    assertThat(response.getStatus()).as(path).isEqualTo(200);
    return response.getContentAsString();
  }

  @Test
  void theAgreementShowsWhoKeepsItsWordTheAuthorityFirst() throws Exception {
    long id = inForce("Page");
    until("2031-06-10");
    declare(partner(), commitment(id, "E2"), "2031-06-30", "2031-06-10");
    confirm(COORDINATOR, commitment(id, "E2"), "2031-06-30");
    until("2031-07-31");
    String page = page("/agreements/" + id, partner(), "fr");
    assertThat(page)
        .contains("Engagement E1", "Verser la part de la commune", "non tenu", "autorité")
        .contains("rien n’a été déclaré à la fin du délai de grâce", "Prochaine échéance")
        .contains("Proposer un changement");
    String counts = page.substring(page.indexOf("id=\"commitments\""));
    assertThat(counts.indexOf("MUNICIPALITY commune à tous"))
        .isLessThan(counts.indexOf("Partenaire"));
    assertThat(page("/agreements/" + id, given.actor(TOLD), "nl"))
        .contains("Verbintenis E1", "niet nagekomen", "nagekomen", "overheid");
    assertThat(page("/programmes/" + programme, given.actor(TOLD), "fr"))
        .contains("Engagements : aucun en retard · 1 non tenu");

    JsonNode json =
        new ObjectMapper().readTree(page("/api/agreements/" + id, given.actor(TOLD), "fr"));
    JsonNode first = json.path("commitments").get(0);
    assertThat(first.path("code").asText()).isEqualTo("E1");
    assertThat(first.path("occurrences").get(0).path("state").asText()).isEqualTo("BROKEN");
    assertThat(first.path("occurrences").get(0).path("brokenWhy").asText()).isEqualTo("SILENT");
    assertThat(json.path("version").path("promises")).hasSize(2);
  }

  @Test
  void whatIsTypedOnTheFormIsKeptUntilItIsAccepted() throws Exception {
    Commitment report = commitment(inForce("Formulaire"), "E2");
    until("2031-06-10");
    String base = "/commitments/" + report.id() + "/edits/commitment-declare";
    assertThat(page(base, partner(), "fr")).contains("Échéance du 30/06/2031", "Fait le");
    String due = id(report, "2031-06-30");
    String refused =
        send(
                multipart(base)
                    .file(new MockMultipartFile("doneFile", "preuve.png", "image/png", PNG))
                    .param("occurrence", due)
                    .param("doneOn", "2031-06-20")
                    .param("doneWords", "Le rapport est là"),
                partner(),
                "fr")
            .getContentAsString();
    assertThat(refused)
        .contains("Cette date est à venir", "Le rapport est là", "2031-06-20", "preuve.png");
    assertThat(
            send(
                    multipart(base)
                        .file(new MockMultipartFile("doneFile", "preuve.png", "image/png", PNG))
                        .param("occurrence", due)
                        .param("doneOn", "2031-06-09"),
                    partner(),
                    "fr")
                .getRedirectedUrl())
        .isEqualTo("/commitments/" + report.id() + "?done=commitment-declare");
    java.util.UUID document = occurrence(report, "2031-06-30").declaration().document();
    assertThat(document).isNotNull();
    assertThat(send(get("/documents/" + document), partner(), "fr").getStatus()).isEqualTo(200);
    Actor other = new Actor("regie", given.actor("regie").groups());
    assertThat(send(get("/documents/" + document), other, "fr").getStatus()).isEqualTo(404);
    assertThat(send(get("/commitments/" + report.id()), other, "fr").getStatus()).isEqualTo(404);
  }

  @Test
  void everybodySeesHisOwnTheFirstDueFirst() throws Exception {
    long id = inForce("À moi");
    String mine = page("/commitments", partner(), "fr");
    assertThat(mine).contains("À moi", "Engagement E1", "Engagement E2");
    String municipal = page("/commitments", given.actor(TOLD), "nl");
    assertThat(municipal)
        .contains("Mijn verbintenissen", "/commitments/" + commitment(id, "E1").id());
    Actor nobody = given.actor("habitant");
    assertThat(page("/commitments", nobody, "fr")).contains("Aucune convention en vigueur");
    assertThat(page("/commitments", nobody, "nl")).contains("Geen enkele geldende overeenkomst");
  }

  @Test
  void thePrintedTextHasTheCommitments() throws Exception {
    long id = inForce("Imprimée");
    assertThat(text(id, Locale.FRENCH))
        .contains("Engagement E1 (article 1)", "Verser la part de la commune")
        .contains("chaque année jusqu’au 30/06/2033", "Preuve attendue : Un rapport");
    assertThat(text(id, Locale.forLanguageTag("nl")))
        .contains("Verbintenis E2 (artikel 1)", "elk jaar tot");
  }

  private String text(long id, Locale language) throws Exception {
    byte[] file = documents.content(printed.of(agreements.get(id), 1, language).orElseThrow());
    try (PDDocument pdf = Loader.loadPDF(file)) {
      return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
    }
  }
}
