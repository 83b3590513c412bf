package org.trame.signature;

import java.time.Instant;

/**
 * What one signature proves. It names the person as the certificate does and nothing else of it:
 * never the number in the subject's serialNumber.
 *
 * @param signer common name of the certificate, without any long number in it
 * @param givenName given name, or null if the certificate has none
 * @param surname family name, or null if the certificate has none
 * @param issuer common name of whoever issued the certificate
 * @param certificate SHA-256 of the certificate, 64 lower-case hexadecimal digits
 * @param claimedAt when it was signed as the signer's own machine says
 * @param provenAt moment before which it existed by a trusted time-stamp, or null without one
 * @param level what the signature carries with it to be checked later
 * @param qualified the certificate says of itself that it is qualified and on a signature device
 *     (ETSI EN 319 412-5); a trusted issuer says so, no trusted list was consulted
 * @param revocationChecked whether the issuer was asked, and said that the certificate is not
 *     revoked
 */
public record PdfSignature(
    String signer,
    String givenName,
    String surname,
    String issuer,
    String certificate,
    Instant claimedAt,
    Instant provenAt,
    Level level,
    boolean qualified,
    boolean revocationChecked) {

  /** Levels of ETSI EN 319 142-1; a level counts only if its time-stamp is trusted. */
  public enum Level {
    /** The signature and its certificate. */
    BASELINE_B,
    /** With a trusted time-stamp. */
    BASELINE_T,
    /** With what is needed to check the certificates later. */
    BASELINE_LT,
    /** The same, under an archive time-stamp. */
    BASELINE_LTA,
    /** A valid signature of an older form of PDF. */
    OTHER
  }
}
