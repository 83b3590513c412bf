package org.trame.signature;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.trame.input.Refusal;

/** The signatures people put on a PDF with certificates of their own (eID or another). */
@Component
public class PdfSignatures {

  private final List<X509Certificate> trusted;
  private final List<TrustAnchors> anchors;
  private final boolean online;
  private final Clock time;
  private final SingletonSupplier<Validation> validation = SingletonSupplier.of(this::validation);

  /**
   * @param file path of the trust store, empty for none
   * @throws org.trame.platform.StartupFailure if the trust store cannot be read
   */
  PdfSignatures(
      @Value("${trame.signature.trust-store}") String file,
      @Value("${trame.signature.trust-store-password}") String password,
      @Value("${trame.signature.online}") boolean online,
      List<TrustAnchors> anchors,
      Clock time) {
    this.trusted = TrustStore.read(file, password);
    this.anchors = anchors;
    this.online = online;
    this.time = time;
  }

  /** The policy and the trust take a second to read: when the first signature comes. */
  private Validation validation() {
    List<X509Certificate> all = new ArrayList<>(trusted);
    anchors.forEach(a -> all.addAll(a.certificates()));
    return new Validation(all, online);
  }

  /**
   * Checks every signature of a file at the time of the clock. An original that is signed already
   * is one with more signatures to come: those it has are checked again and given first.
   *
   * @param signed what was uploaded, at most 25 MB
   * @param original the PDF that is agreed to, byte for byte as stored
   * @return what the signatures say, in the order in which they were made, at least one
   * @throws Refusal at the field {@code file} if it is not a sound PDF, is encrypted or unsigned,
   *     does not begin with the original (signing only adds to a file), has anything but signatures
   *     added to it, if a signature does not hold or covers only part, or if a certificate is
   *     expired, not yet valid, revoked or of an issuer nobody here trusts; also if no issuer is
   *     trusted at all
   */
  public List<PdfSignature> check(byte[] signed, byte[] original) {
    Validation checks = validation.obtain();
    if (checks.trustsNobody()) {
      throw SignedFile.refused("noTrust");
    }
    SignedFile.check(signed, original);
    return checks.of(signed, time.instant());
  }
}
