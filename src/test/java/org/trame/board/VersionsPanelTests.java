package org.trame.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.trame.TestProgrammes;
import org.trame.TrameTest;
import org.trame.programme.Contents;
import org.trame.programme.DraftForms;
import org.trame.programme.Programmes;
import org.trame.workflow.TrameClock;
import org.trame.workflow.Workflows;

/** The versions and amendments of a programme, on its page, in a signed-in session. */
@TrameTest
class VersionsPanelTests {

  private static final Pattern CSRF =
      Pattern.compile(
          "name=\"_csrf\"[^>]*value=\"([^\"]+)\"|value=\"([^\"]+)\"[^>]*name=\"_csrf\"");

  @LocalServerPort int port;
  @Autowired Contents contents;
  @Autowired Programmes programmes;
  @Autowired Workflows workflows;
  @Autowired DraftForms draft;
  @Autowired TestProgrammes bare;
  @Autowired TrameClock clock;

  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  @AfterEach
  void realTime() {
    clock.release();
  }

  @Test
  void thePageSaysWhatEachVersionChangedAndWhatIsAmended() throws Exception {
    clock.moveTo(Instant.parse("2026-03-02T09:00:00Z"));
    String programme = bare.bare("Page des versions", "21009");
    draft.elaborate(programme, 2027);
    contents.approve(programme, 1, Map.of("A2", "Hors périmètre"));
    programmes.implementUntil(programme, LocalDate.of(2030, 12, 31));
    workflows.start("Amendment", programme, Map.of("regime", "contrat-de-quartier"));
    draft.line(programme, "A1", 2028, "REGION", "2500.00");
    contents.freeze(programme, "amendment");
    signIn();
    String french = get("/programmes/" + programme, "fr");
    assertThat(french)
        .contains("Le logement", "Logements vétustes", "O1 · Logements rénovés")
        .contains("Version 1", "approuvée le 02/03/2026", "Sans l’action A2 : Hors périmètre")
        .contains("Budget ajouté (A1, 2028, Région)")
        .contains("Avenant n° 1", "ouvert")
        .doesNotContain("??");
    assertThat(get("/programmes/" + programme, "nl"))
        .contains("Versie 1", "Wijziging nr. 1", "Begroting toegevoegd (A1, 2028, Gewest)");
    String worksheet = get("/work/" + programme + "/Task_DescribeAmendment", "fr");
    assertThat(worksheet).contains("Ce que l’avenant change", "Budget par volet et par source");
  }

  private void signIn() throws Exception {
    Matcher token = CSRF.matcher(get("/login", "fr"));
    assertThat(token.find()).isTrue();
    String csrf = token.group(1) == null ? token.group(2) : token.group(1);
    String form =
        "username=coordinateur&password=coordinateur&_csrf="
            + URLEncoder.encode(csrf, StandardCharsets.UTF_8);
    send(
        HttpRequest.newBuilder(uri("/login"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  private String get(String path, String language) throws Exception {
    return send(HttpRequest.newBuilder(uri(path)).header("Accept-Language", language));
  }

  private String send(HttpRequest.Builder request) throws Exception {
    HttpResponse<String> response =
        http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.uri().getPath()).isEqualTo(200);
    return response.body();
  }

  private URI uri(String path) {
    return URI.create("http://localhost:" + port + path);
  }
}
