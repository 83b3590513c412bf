package org.trame.signature;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.trame.platform.StartupFailure;

/** The file of trusted issuers: PKCS#12, JKS or PEM, known by its content. */
final class TrustStore {

  private static final byte[] JKS = {(byte) 0xFE, (byte) 0xED, (byte) 0xFE, (byte) 0xED};
  private static final String PEM = "-----BEGIN CERTIFICATE-----";

  private TrustStore() {}

  /**
   * Reads the certificates of a file.
   *
   * @param file its path; empty for none
   * @throws StartupFailure if it cannot be read or has no certificate of a trusted issuer
   */
  static List<X509Certificate> read(String file, String password) {
    if (file.isBlank()) {
      return List.of();
    }
    List<X509Certificate> read;
    try {
      byte[] content = Files.readAllBytes(Path.of(file.strip()));
      read = isPem(content) ? pem(content) : keyStore(content, password);
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw new StartupFailure(
          "Le fichier %s (trame.signature.trust-store) ne peut pas être lu : il faut un fichier PKCS#12, JKS ou PEM et le bon mot de passe (trame.signature.trust-store-password)."
              .formatted(file),
          e);
    }
    if (read.isEmpty()) {
      throw new StartupFailure(
          "Le fichier %s (trame.signature.trust-store) ne contient aucun certificat d'émetteur de confiance : ajoutez-en, ou donnez-les dans un fichier PEM."
              .formatted(file));
    }
    return List.copyOf(read);
  }

  private static boolean isPem(byte[] content) {
    return new String(content, StandardCharsets.ISO_8859_1).contains(PEM);
  }

  private static List<X509Certificate> pem(byte[] content) throws GeneralSecurityException {
    Collection<? extends Certificate> certificates =
        CertificateFactory.getInstance("X.509")
            .generateCertificates(new ByteArrayInputStream(content));
    return certificates.stream().map(X509Certificate.class::cast).toList();
  }

  private static List<X509Certificate> keyStore(byte[] content, String password)
      throws IOException, GeneralSecurityException {
    boolean jks = content.length > 4 && java.util.Arrays.equals(content, 0, 4, JKS, 0, 4);
    KeyStore store = KeyStore.getInstance(jks ? "JKS" : "PKCS12");
    store.load(new ByteArrayInputStream(content), password.toCharArray());
    List<X509Certificate> certificates = new ArrayList<>();
    for (String alias : Collections.list(store.aliases())) {
      if (store.isCertificateEntry(alias)
          && store.getCertificate(alias) instanceof X509Certificate certificate) {
        certificates.add(certificate);
      }
    }
    return certificates;
  }
}
