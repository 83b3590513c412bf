package org.trame.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import org.trame.input.Refusal;
import org.trame.language.Messages;

/** Every bad file gets its sentence; the good ones pass. */
class UploadChecksTest {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final DataSize LIMIT = DataSize.ofMegabytes(2);
  private static final Messages MESSAGES = Messages.ofFiles();

  private final UploadChecks checks = checks("", 0);

  @Test
  void pdfPngAndJpegPass() throws Exception {
    assertThat(check("acte.PDF", Samples.pdf()).mediaType()).isEqualTo("application/pdf");
    assertThat(check("scan.png", Samples.image("png")).mediaType()).isEqualTo("image/png");
    assertThat(check("scan.jpeg", Samples.image("jpg")).mediaType()).isEqualTo("image/jpeg");
    assertThat(check("C:\\acte\\signé.pdf", Samples.pdf()).name()).isEqualTo("signé.pdf");
  }

  @Test
  void theContentDecidesNotTheName() {
    refused("acte.pdf", "MZ not a document".getBytes(StandardCharsets.US_ASCII), "autre chose");
    refused("acte.pdf", "<html><script>".getBytes(StandardCharsets.US_ASCII), "autre chose");
  }

  @Test
  void theNamesEndingAgreesWithTheContent() throws Exception {
    refused("scan.pdf", Samples.image("png"), "c’est un fichier png");
    refused("acte.pdf.exe", Samples.pdf(), "c’est un fichier pdf");
    refused("", Samples.pdf(), "Le nom du fichier manque");
  }

  @Test
  void protectedPdfsAreRefused() throws Exception {
    refused("acte.pdf", Samples.pdf("owner", "user"), "protégé par un mot de passe");
    refused("acte.pdf", Samples.pdf("owner", ""), "protégé par un mot de passe");
  }

  @Test
  void brokenFilesAreRefused() throws Exception {
    byte[] pdf = Samples.pdf();
    refused("acte.pdf", Arrays.copyOf(pdf, pdf.length / 2), "abîmé ou incomplet");
    refused(
        "acte.pdf",
        "%PDF-1.7\nnothing\n%%EOF\n".getBytes(StandardCharsets.US_ASCII),
        "abîmé ou incomplet");
    refused("scan.png", Arrays.copyOf(Samples.image("png"), 12), "image est abîmée");
    refused("vide.pdf", new byte[0], "est vide ou manque");
  }

  @Test
  void aHugeFileIsReadNoFurtherThanTheLimit() {
    AtomicLong read = new AtomicLong();
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            read.incrementAndGet();
            return 'x';
          }

          @Override
          public int read(byte[] into, int from, int length) {
            read.addAndGet(length);
            return length;
          }
        };
    assertThatThrownBy(() -> checks.check("acte.pdf", endless))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(MESSAGES.say(r)).contains("dépasse 2 Mo"));
    assertThat(read).hasValue(LIMIT.toBytes() + 1);
  }

  @Test
  void theScannerSeesTheWholeFile() throws Exception {
    byte[] pdf = Samples.pdf();
    try (FakeClam clam = new FakeClam(f -> "OK")) {
      checks("localhost", clam.port()).check("acte.pdf", new ByteArrayInputStream(pdf));
      assertThat(clam.scanned()).isEqualTo(pdf);
    }
  }

  @Test
  void aVirusIsNamed() throws Exception {
    try (FakeClam clam = new FakeClam(f -> "Eicar-Signature FOUND")) {
      refused(
          checks("localhost", clam.port()), "acte.pdf", Samples.pdf(), "virus (Eicar-Signature)");
    }
  }

  @Test
  void withoutItsScannerNothingPasses() throws Exception {
    int closed;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = socket.getLocalPort();
    }
    refused(checks("localhost", closed), "acte.pdf", Samples.pdf(), "antivirus ne répond pas");
    try (FakeClam clam = new FakeClam(f -> "INSTREAM size limit exceeded. ERROR")) {
      refused(checks("localhost", clam.port()), "a.pdf", Samples.pdf(), "antivirus ne répond pas");
    }
  }

  private UploadChecks.Checked check(String name, byte[] content) throws Exception {
    return checks.check(name, new ByteArrayInputStream(content));
  }

  private void refused(String name, byte[] content, String words) {
    refused(checks, name, content, words);
  }

  private static void refused(UploadChecks checks, String name, byte[] content, String words) {
    assertThatThrownBy(() -> checks.check(name, new ByteArrayInputStream(content)))
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(MESSAGES.say(r)).contains(words));
  }

  private static UploadChecks checks(String host, int port) {
    return new UploadChecks(LIMIT, new VirusScan(host, port, PATIENCE));
  }
}
