package org.trame.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akka.http.scaladsl.Http.ServerBinding;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import io.findify.s3mock.S3Mock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.support.TransactionTemplate;
import org.trame.Rest;
import org.trame.TrameTest;
import org.trame.approval.ApprovalDriver;
import org.trame.input.Refusal;
import org.trame.language.Languages;
import org.trame.ledger.Ledger;
import org.trame.platform.StartupFailure;
import software.amazon.awssdk.services.s3.S3Client;

/** Documents in a bucket of a server that speaks S3, and of one that fails. */
@TrameTest
class S3DocumentStoreTests {

  private static final String BUCKET = "trame";

  private static S3Mock server;
  private static S3Client s3;

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired ApprovalDriver driver;
  @Autowired TransactionTemplate transaction;
  @Autowired Ledger ledger;
  @Autowired Documents documents;
  @Autowired GeneratedDocuments generated;

  @BeforeAll
  static void aServer() {
    server = new S3Mock.Builder().withPort(0).withInMemoryBackend().build();
    ServerBinding binding = server.start();
    s3 = client("http://localhost:" + binding.localAddress().getPort());
    s3.createBucket(b -> b.bucket(BUCKET));
  }

  @AfterAll
  static void noServer() {
    s3.close();
    server.shutdown();
  }

  private static S3Client client(String endpoint) {
    return DocumentStores.client(bucket(endpoint, "key", BUCKET));
  }

  private static DocumentStores.Bucket bucket(String endpoint, String key, String name) {
    return new DocumentStores.Bucket(
        endpoint, "eu-west-1", name, key, "secret", Duration.ofSeconds(20));
  }

  private DocumentStore store(S3Client client) {
    return new S3DocumentStore(client, BUCKET, new PostgresDocumentStore(jdbc));
  }

  @Test
  void whatIsUploadedAndGeneratedIsInTheBucketAndNotInTheDatabase() throws Exception {
    String programme = PrintedProgramme.of(driver, jdbc);
    byte[] pdf = Samples.pdf();
    keptIn(
        store(s3),
        () -> {
          StoredDocument upload =
              documents.upload(programme, "acte.pdf", new ByteArrayInputStream(pdf));
          assertThat(documents.content(upload)).isEqualTo(pdf);
          StoredDocument decision =
              generated.of(programme, "approval-decision", "1", Languages.DUTCH).orElseThrow();
          assertThat(documents.content(decision)).startsWith("%PDF-".getBytes());
          for (StoredDocument document : List.of(upload, decision)) {
            assertThat(object(document.id())).isEqualTo(documents.content(document));
            assertThat(
                    jdbc.sql("select count(*) from trame.document_content where key = ?")
                        .param(document.id())
                        .query(Long.class)
                        .single())
                .isZero();
          }
        });
  }

  @Test
  void bytesThatWereChangedInTheBucketAreNotGivenOut() throws Exception {
    String programme = driver.programme("Seau ouvert");
    keptIn(
        store(s3),
        () -> {
          StoredDocument upload =
              documents.upload(programme, "acte.pdf", new ByteArrayInputStream(Samples.pdf()));
          byte[] other = documents.content(upload);
          other[other.length / 2]++;
          s3.putObject(
              o -> o.bucket(BUCKET).key("documents/" + upload.id()),
              software.amazon.awssdk.core.sync.RequestBody.fromBytes(other));
          assertThatThrownBy(() -> documents.content(upload))
              .isInstanceOf(IllegalStateException.class)
              .hasMessageContaining("is not what was stored");
        });
  }

  @Test
  void aTransactionThatFailsLeavesAtMostAnObject() {
    UUID key = UUID.randomUUID();
    byte[] content = {1, 2, 3};
    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    t -> {
                      store(s3).put(key, content);
                      throw new IllegalStateException("Something else failed");
                    }))
        .hasMessage("Something else failed");
    assertThat(object(key)).isEqualTo(content);
  }

  @Test
  void whatTheDatabaseKeptBeforeIsStillRead() {
    UUID key = UUID.randomUUID();
    byte[] content = {4, 5, 6};
    new PostgresDocumentStore(jdbc).put(key, content);
    assertThat(store(s3).get(key)).isEqualTo(content);
    assertThatThrownBy(() -> store(s3).get(UUID.randomUUID())).isNotInstanceOf(Refusal.class);
  }

  @Test
  void aCallIsSignedSaysItsHashAndOverwritesNothing() throws Exception {
    List<String> calls = new ArrayList<>();
    List<Headers> headers = new ArrayList<>();
    byte[] content = "bytes".getBytes();
    try (Answering stub = new Answering(200, calls, headers)) {
      UUID key = UUID.randomUUID();
      store(stub.client()).put(key, content);
      assertThat(calls).containsExactly("PUT /trame/documents/" + key + " bytes");
      assertThat(headers.get(0).getFirst("Authorization"))
          .startsWith("AWS4-HMAC-SHA256 Credential=key/")
          .contains("/eu-west-1/s3/aws4_request", "x-amz-content-sha256", "Signature=");
      assertThat(headers.get(0).getFirst("x-amz-content-sha256")).isEqualTo(Hashes.sha256(content));
      assertThat(headers.get(0).getFirst("x-amz-checksum-sha256")).hasSize(44);
      assertThat(headers.get(0).getFirst("If-None-Match")).isEqualTo("*");
    }
  }

  @Test
  void aServerThatFailsIsASentenceAndNothingHalfDone() throws Exception {
    String programme = PrintedProgramme.of(driver, jdbc);
    int acts = ledger.of(programme).size();
    StoredDocument before =
        documents.upload(programme, "acte.pdf", new ByteArrayInputStream(Samples.pdf()));
    int closed;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = socket.getLocalPort();
    }
    List<S3Client> failing = new ArrayList<>(List.of(client("http://localhost:" + closed)));
    List<Answering> stubs = new ArrayList<>();
    for (int status : new int[] {403, 412, 500, 503}) {
      stubs.add(new Answering(status, new ArrayList<>(), new ArrayList<>()));
      failing.add(stubs.get(stubs.size() - 1).client());
    }
    for (S3Client client : failing) {
      keptIn(
          store(client),
          () -> {
            refused(
                () ->
                    documents.upload(programme, "b.pdf", new ByteArrayInputStream(Samples.pdf())));
            refused(() -> generated.of(programme, "approval-decision", "1", Languages.FRENCH));
            refused(() -> documents.content(before));
            assertThat(
                    new Rest(port, "coordinateur", "fr")
                        .send("GET", "/api/documents/" + before.id(), null)
                        .statusCode())
                .isEqualTo(503);
          });
    }
    for (Answering stub : stubs) {
      stub.close();
    }
    assertThat(documents.of(programme)).containsExactly(before);
    assertThat(ledger.of(programme)).hasSize(acts + 1);
    assertThat(generated.of(programme, "approval-decision", "1", Languages.FRENCH)).isPresent();
  }

  private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            Refusal.class,
            r -> assertThat(r.violations().get(0).key()).isEqualTo("refusal.document.store"));
  }

  @Test
  void aWrongConfigurationStopsTheStartWithASentence() {
    assertThatThrownBy(() -> DocumentStores.client(bucket("ftp://x", "key", BUCKET)))
        .isInstanceOf(StartupFailure.class)
        .hasMessageContaining("TRAME_DOCUMENTS_S3_ENDPOINT");
    assertThatThrownBy(() -> DocumentStores.client(bucket("", " ", BUCKET)))
        .isInstanceOf(StartupFailure.class)
        .hasMessageContaining("TRAME_DOCUMENTS_S3_ACCESS_KEY");
    assertThatThrownBy(() -> DocumentStores.client(bucket("", "key", "")))
        .isInstanceOf(StartupFailure.class)
        .hasMessageContaining("TRAME_DOCUMENTS_S3_BUCKET");
    DocumentStores.Settings settings = new DocumentStores.Settings("disk", null);
    assertThatThrownBy(() -> new DocumentStores().documentStore(settings, jdbc))
        .isInstanceOf(StartupFailure.class)
        .hasMessageContaining("« disk »");
  }

  private static byte[] object(UUID key) {
    return s3.getObjectAsBytes(o -> o.bucket(BUCKET).key("documents/" + key)).asByteArray();
  }

  private interface Work {
    void run() throws Exception;
  }

  /** Documents are kept there meanwhile. */
  private void keptIn(DocumentStore store, Work work) throws Exception {
    Object real = org.springframework.test.util.AopTestUtils.getUltimateTargetObject(documents);
    Object before = ReflectionTestUtils.getField(real, "store");
    ReflectionTestUtils.setField(real, "store", store);
    try {
      work.run();
    } finally {
      ReflectionTestUtils.setField(real, "store", before);
    }
  }

  /** A server that gives every call the same answer. */
  private static final class Answering implements AutoCloseable {

    private final HttpServer http =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

    Answering(int status, List<String> calls, List<Headers> headers) throws IOException {
      http.createContext(
          "/",
          call -> {
            byte[] body = call.getRequestBody().readAllBytes();
            calls.add(
                call.getRequestMethod() + " " + call.getRequestURI() + " " + new String(body));
            headers.add(call.getRequestHeaders());
            call.sendResponseHeaders(status, -1);
            call.close();
          });
      http.start();
    }

    S3Client client() {
      return S3DocumentStoreTests.client("http://localhost:" + http.getAddress().getPort());
    }

    @Override
    public void close() {
      http.stop(0);
    }
  }
}
