package org.trame.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.trame.platform.StartupFailure;

/** The file of trusted issuers in its three forms, and what is wrong with a bad one. */
@ExtendWith(OutputCaptureExtension.class)
class TrustStoreTest {

  private static final TestPki PKI = new TestPki();

  @TempDir Path folder;

  /** The part of Trame that fails. */
  @Configuration(proxyBeanMethods = false)
  @Import(PdfSignatures.class)
  static class SmallTrame {
    @Bean
    Clock clock() {
      return Clock.systemUTC();
    }
  }

  @Test
  void isPemPkcs12OrJks() throws Exception {
    assertThat(TrustStore.read(pem().toString(), "")).containsExactly(PKI.root.certificate());
    for (String type : List.of("PKCS12", "JKS")) {
      Path file = store(type, false);
      assertThat(TrustStore.read(file.toString(), "secret"))
          .as(type)
          .containsExactly(PKI.root.certificate());
    }
    assertThat(TrustStore.read("", "")).isEmpty();
  }

  @Test
  void whatItTrustsIsTrusted() throws Exception {
    byte[] agreement = org.trame.document.Samples.pdf();
    byte[] signed = TestPki.sign(agreement, PKI.signer("Ada", "Lovelace"));
    Clock now = Clock.fixed(TestPki.NOW, java.time.ZoneOffset.UTC);
    assertThat(
            new PdfSignatures(pem().toString(), "", false, List.of(), now).check(signed, agreement))
        .hasSize(1);
  }

  @Test
  void aBadOneIsSaid() throws Exception {
    refused(folder.resolve("absent.p12"), "secret", "ne peut pas être lu");
    refused(store("PKCS12", false), "wrong", "ne peut pas être lu");
    refused(Files.writeString(folder.resolve("x.p12"), "rien"), "", "ne peut pas être lu");
    refused(
        Files.writeString(folder.resolve("x.pem"), "-----BEGIN CERTIFICATE-----\nrien\n"),
        "",
        "ne peut pas être lu");
    refused(store("PKCS12", true), "secret", "aucun certificat d'émetteur de confiance");
  }

  @Test
  void aBadOneStopsTheStartWithOneSentence(CapturedOutput output) {
    Path absent = folder.resolve("absent.p12");
    Throwable failure =
        catchThrowable(
            () ->
                new SpringApplicationBuilder(SmallTrame.class)
                    .web(WebApplicationType.NONE)
                    .logStartupInfo(false)
                    .run("--trame.signature.trust-store=" + absent)
                    .close());
    assertThat(failure).isNotNull();
    assertThat(output.getErr())
        .isEqualTo(
            "Le fichier "
                + absent
                + " (trame.signature.trust-store) ne peut pas être lu : il faut un fichier PKCS#12, JKS ou PEM et le bon mot de passe (trame.signature.trust-store-password)."
                + System.lineSeparator());
    assertThat(output.getOut()).doesNotContain("Exception");
  }

  private static void refused(Path file, String password, String words) {
    assertThatThrownBy(() -> TrustStore.read(file.toString(), password))
        .isInstanceOf(StartupFailure.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(words);
  }

  private Path pem() throws Exception {
    String body = Base64.getMimeEncoder().encodeToString(PKI.root.certificate().getEncoded());
    return Files.writeString(
        folder.resolve("issuers.pem"),
        "Racine\n-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n");
  }

  /** A store with the issuer, or one that has a key and trusts nobody. */
  private Path store(String type, boolean keyOnly) throws Exception {
    KeyStore store = KeyStore.getInstance(type);
    store.load(null, null);
    char[] password = "secret".toCharArray();
    if (keyOnly) {
      Certificate[] chain = PKI.root.chain().toArray(Certificate[]::new);
      store.setKeyEntry("key", PKI.root.key(), password, chain);
    } else {
      store.setCertificateEntry("issuer", PKI.root.certificate());
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    store.store(bytes, password);
    Path file = folder.resolve("issuers" + keyOnly + "." + type);
    try (OutputStream out = Files.newOutputStream(file)) {
      bytes.writeTo(out);
    }
    return file;
  }
}
