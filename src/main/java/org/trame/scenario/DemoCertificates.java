package org.trame.scenario;

import eu.europa.esig.dss.alert.SilentOnStatusAlert;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.trame.signature.TrustAnchors;

/**
 * The authority that gives the people of scenarios their certificates. Its key is made when it is
 * first needed and never leaves the process: after a restart it is another. There is none but where
 * the demonstration is filled in or a scenario is played.
 */
@Component
@ConditionalOnExpression("${trame.demo-certificates:${trame.demo:false}}")
class DemoCertificates implements TrustAnchors {

  private static final String SIGNATURE = "SHA256withECDSA";

  /** Plays go years back; the authority is older than all of them. */
  private static final Instant FOUNDED = Instant.parse("1990-01-01T00:00:00Z");

  private static final Instant CLOSED = Instant.parse("2099-12-31T00:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration VALID = Duration.ofDays(3 * 365);

  private final SecureRandom random = new SecureRandom();
  private final SingletonSupplier<Holder> authority = SingletonSupplier.of(this::found);

  /** A key and its certificate. */
  private record Holder(PrivateKey key, X509Certificate certificate) {}

  @Override
  public Collection<X509Certificate> certificates() {
    return List.of(authority.obtain().certificate());
  }

  /**
   * Signs a PDF (PAdES, level B) with a certificate made for this person.
   *
   * @param person given name, then family name
   * @param at when it is signed; the certificate is valid from the day before, for three years
   */
  byte[] sign(byte[] pdf, String person, Instant at) {
    Holder signer = person(person, at);
    PAdESSignatureParameters parameters = new PAdESSignatureParameters();
    parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_B);
    parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
    parameters.setSigningCertificate(new CertificateToken(signer.certificate()));
    parameters.setCertificateChain(
        new CertificateToken(signer.certificate()),
        new CertificateToken(authority.obtain().certificate()));
    parameters.setSignerName(person);
    parameters.bLevel().setSigningDate(Date.from(at));
    // DSS looks at the real time: the certificates of a play may have expired by now.
    CommonCertificateVerifier verifier = new CommonCertificateVerifier(true);
    verifier.setAlertOnExpiredCertificate(new SilentOnStatusAlert());
    verifier.setAlertOnNotYetValidCertificate(new SilentOnStatusAlert());
    PAdESService service = new PAdESService(verifier);
    DSSDocument document = new InMemoryDocument(pdf);
    try {
      Signature signature = Signature.getInstance(SIGNATURE);
      signature.initSign(signer.key());
      signature.update(service.getDataToSign(document, parameters).getBytes());
      return DSSUtils.toByteArray(
          service.signDocument(
              document,
              parameters,
              new SignatureValue(SignatureAlgorithm.ECDSA_SHA256, signature.sign())));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private Holder found() {
    KeyPair keys = keys();
    X500Name name =
        new X500NameBuilder()
            .addRDN(BCStyle.CN, "Trame, autorité de démonstration")
            .addRDN(BCStyle.C, "BE")
            .build();
    return new Holder(
        keys.getPrivate(),
        certificate(
            name,
            keys.getPublic(),
            new Issuer(name, keys.getPublic(), keys.getPrivate()),
            FOUNDED,
            CLOSED));
  }

  private Holder person(String person, Instant at) {
    Holder ca = authority.obtain();
    X500Name issuer = X500Name.getInstance(ca.certificate().getSubjectX500Principal().getEncoded());
    int space = person.indexOf(' ');
    X500Name name =
        new X500NameBuilder()
            .addRDN(BCStyle.CN, person)
            .addRDN(BCStyle.GIVENNAME, space < 0 ? person : person.substring(0, space))
            .addRDN(BCStyle.SURNAME, person.substring(space + 1))
            .addRDN(BCStyle.C, "BE")
            .build();
    KeyPair keys = keys();
    return new Holder(
        keys.getPrivate(),
        certificate(
            name,
            keys.getPublic(),
            new Issuer(issuer, ca.certificate().getPublicKey(), ca.key()),
            at.minus(DAY),
            at.plus(VALID)));
  }

  private record Issuer(X500Name name, PublicKey key, PrivateKey signs) {}

  private X509Certificate certificate(
      X500Name subject, PublicKey key, Issuer issuer, Instant from, Instant to) {
    boolean ca = subject.equals(issuer.name());
    try {
      JcaX509ExtensionUtils ids = new JcaX509ExtensionUtils();
      var builder =
          new JcaX509v3CertificateBuilder(
              issuer.name(),
              new BigInteger(120, random).add(BigInteger.ONE),
              Date.from(from),
              Date.from(to),
              subject,
              key);
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(ca));
      builder.addExtension(
          Extension.keyUsage,
          true,
          new KeyUsage(ca ? KeyUsage.keyCertSign | KeyUsage.cRLSign : KeyUsage.nonRepudiation));
      builder.addExtension(
          Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(key));
      builder.addExtension(
          Extension.authorityKeyIdentifier, false, ids.createAuthorityKeyIdentifier(issuer.key()));
      return new JcaX509CertificateConverter()
          .getCertificate(
              builder.build(new JcaContentSignerBuilder(SIGNATURE).build(issuer.signs())));
    } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"), random);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
