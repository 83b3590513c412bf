package org.trame.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trame.Rest;
import org.trame.TrameTest;
import org.trame.approval.ApprovalDriver;
import org.trame.ledger.Ledger;

/** Uploads, downloads and the public page, as programs and strangers see them. */
@TrameTest
class DocumentsOverHttpTests {

  private static final int MEGABYTE = 1024 * 1024;

  @LocalServerPort int port;
  @Autowired ApprovalDriver driver;
  @Autowired Ledger ledger;
  @Autowired JdbcClient jdbc;

  private final HttpClient http = HttpClient.newHttpClient();
  private String programme;

  @BeforeEach
  void aProgramme() {
    programme = PrintedProgramme.of(driver, jdbc);
  }

  @Test
  void whatIsUploadedComesBackByteForByte() throws Exception {
    byte[] pdf = Samples.pdf();
    HttpResponse<String> stored = upload("coordinateur", "acte signé.pdf", pdf);
    assertThat(stored.statusCode()).isEqualTo(201);
    JsonNode document = Rest.json(stored);
    assertThat(document.path("sha256").asText()).isEqualTo(Hashes.sha256(pdf));

    HttpRequest.Builder download = request(document.path("file").asText(), "auditeur");
    HttpResponse<byte[]> file =
        http.send(download.copy().build(), HttpResponse.BodyHandlers.ofByteArray());
    assertThat(file.body()).isEqualTo(pdf);
    String tag = "\"" + Hashes.sha256(pdf) + "\"";
    assertThat(file.headers().map())
        .containsEntry("etag", List.of(tag))
        .containsEntry("content-type", List.of("application/pdf"))
        .containsEntry("x-content-type-options", List.of("nosniff"));
    assertThat(file.headers().firstValue("content-disposition"))
        .hasValueSatisfying(
            d -> assertThat(d).startsWith("attachment;").contains("acte%20sign%C3%A9.pdf"));
    assertThat(
            http.send(
                    download.header("If-None-Match", tag).build(),
                    HttpResponse.BodyHandlers.discarding())
                .statusCode())
        .isEqualTo(304);
    assertThat(ledger.of(programme)).extracting("act").contains("document-stored");
  }

  @Test
  void aRefusedUploadLeavesNothingAndSaysWhy() throws Exception {
    HttpResponse<String> refused = upload("coordinateur", "scan.pdf", "hello".getBytes());
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("Seuls les fichiers PDF, PNG et JPEG");
    assertThat(upload("auditeur", "acte.pdf", Samples.pdf()).body()).contains("pas en déposer");
    assertThat(
            new Rest(port, "coordinateur", "nl")
                .send("POST", "/api/programmes/" + programme + "/documents", "{}")
                .body())
        .contains("Het bestand is leeg of ontbreekt");
    assertThat(new Rest(port, "coordinateur", "fr").get(list())).isEmpty();
  }

  @Test
  void twoHundredMegabytesGetASentence() throws Exception {
    HttpResponse<String> refused = upload("coordinateur", "acte.pdf", zeros(200), 200 * MEGABYTE);
    assertThat(refused.statusCode()).isEqualTo(413);
    assertThat(refused.body()).contains("dépasse 25 Mo");
    assertThat(new Rest(port, "coordinateur", "fr").get(list())).isEmpty();
  }

  @Test
  void aProgrammeThatHasEndedTakesNoMore() throws Exception {
    jdbc.sql("update trame.programme set state = 'CLOSED' where id = ?").param(programme).update();
    assertThat(upload("coordinateur", "acte.pdf", Samples.pdf()).body())
        .contains("programme est terminé");
    assertThat(printed("council-resolution", "auditeur").statusCode()).isEqualTo(200);
  }

  @Test
  void strangersFindNothingButTheConfirmation() throws Exception {
    assertThat(printed("council-resolution", "coordinateur").statusCode()).isEqualTo(200);
    JsonNode document = new Rest(port, "coordinateur", "nl").get(list()).get(0);
    assertThat(document.path("kind").path("label").asText())
        .isEqualTo("Besluit van de gemeenteraad");
    String file = document.path("file").asText();
    assertThat(get(file, null).statusCode()).isEqualTo(401);
    assertThat(get(file, "admin").statusCode()).isEqualTo(404);
    assertThat(get(list(), "admin").statusCode()).isEqualTo(404);
    assertThat(printed("council-resolution", "admin").statusCode()).isEqualTo(404);

    String code = document.path("code").asText();
    HttpResponse<String> page = get("/verify/" + code.toLowerCase(java.util.Locale.ROOT), null);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains(document.path("sha256").asText(), "Délibération du conseil communal", "Ixelles")
        .doesNotContain("coordinateur", programme);
    HttpResponse<String> wrong = get("/verify/0000-0000-0000-0000", null);
    assertThat(wrong.statusCode()).isEqualTo(404);
    assertThat(wrong.body()).contains("Code inconnu");
    assertThat(get("/verify/" + code + "/more", null).statusCode()).isEqualTo(302);
  }

  private HttpResponse<String> printed(String kind, String account) throws Exception {
    String reference = PrintedProgramme.references(jdbc, programme).get(kind);
    return get(list() + "/" + kind + "/" + reference, account);
  }

  private String list() {
    return "/api/programmes/" + programme + "/documents";
  }

  private HttpResponse<String> get(String path, String account) throws Exception {
    return http.send(request(path, account).build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path, String account) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("Accept-Language", "fr");
    if (account != null) {
      String credentials = account + ":" + account;
      request.header(
          "Authorization",
          "Basic "
              + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }
    return request;
  }

  private HttpResponse<String> upload(String account, String name, byte[] content)
      throws Exception {
    return upload(account, name, new ByteArrayInputStream(content), content.length);
  }

  private HttpResponse<String> upload(String account, String name, InputStream content, long size)
      throws Exception {
    String head =
        "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
            + name
            + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
    byte[] start = head.getBytes(StandardCharsets.UTF_8);
    byte[] end = "\r\n--cut--\r\n".getBytes(StandardCharsets.UTF_8);
    InputStream body =
        new SequenceInputStream(
            Collections.enumeration(
                List.of(new ByteArrayInputStream(start), content, new ByteArrayInputStream(end))));
    return http.send(
        request(list(), account)
            .header("Content-Type", "multipart/form-data; boundary=cut")
            .POST(
                BodyPublishers.fromPublisher(
                    BodyPublishers.ofInputStream(() -> body), start.length + size + end.length))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** That many megabytes of zeros, never all at once. */
  private static InputStream zeros(int megabytes) {
    byte[] one = new byte[MEGABYTE];
    return new InputStream() {
      private long left = (long) megabytes * MEGABYTE;

      @Override
      public int read() {
        return left-- > 0 ? 0 : -1;
      }

      @Override
      public int read(byte[] into, int from, int length) {
        if (left <= 0) {
          return -1;
        }
        int given = (int) Math.min(Math.min(length, one.length), left);
        System.arraycopy(one, 0, into, from, given);
        left -= given;
        return given;
      }
    };
  }
}
