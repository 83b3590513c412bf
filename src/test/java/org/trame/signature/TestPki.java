package org.trame.signature;

import eu.europa.esig.dss.alert.SilentOnStatusAlert;
import eu.europa.esig.dss.cades.signature.CAdESTimestampParameters;
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
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.tsp.KeyEntityTSPSource;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A root, an intermediate and signers, made at run time; the keys are gone with the test. */
final class TestPki {

  static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");
  private static final Duration LONG = Duration.ofDays(3650);
  private static final Duration YEAR = Duration.ofDays(365);
  private static final AtomicLong SERIAL = new AtomicLong(1000);

  final Holder root = authority("CN=Racine d'essai,O=Essai,C=BE", null);
  final Holder intermediate = authority("CN=Citizen CA d'essai,O=Essai,C=BE", root);

  /** Where certificates say their issuer answers, or null. */
  private String address;

  /**
   * A key and its certificate.
   *
   * @param chain the certificate, then those of its issuers
   */
  record Holder(PrivateKey key, List<X509Certificate> chain) {
    X509Certificate certificate() {
      return chain.get(0);
    }
  }

  TestPki at(String address) {
    this.address = address;
    return this;
  }

  /** A person, as on a Belgian identity card. */
  Holder signer(String givenName, String surname) {
    return signer(givenName, surname, NOW.minus(YEAR), NOW.plus(YEAR));
  }

  Holder signer(String givenName, String surname, Instant from, Instant to) {
    return issue(
        "CN=%1$s %2$s (Signature),SURNAME=%2$s,GIVENNAME=%1$s,SERIALNUMBER=85073003328,C=BE"
            .formatted(givenName, surname),
        intermediate,
        from,
        to,
        new KeyUsage(KeyUsage.nonRepudiation),
        null);
  }

  Holder named(String distinguishedName) {
    return issue(
        distinguishedName,
        intermediate,
        NOW.minus(YEAR),
        NOW.plus(YEAR),
        new KeyUsage(KeyUsage.nonRepudiation),
        null);
  }

  Holder selfSigned(String distinguishedName) {
    return issue(
        distinguishedName,
        null,
        NOW.minus(YEAR),
        NOW.plus(YEAR),
        new KeyUsage(KeyUsage.nonRepudiation),
        null);
  }

  Holder timeStamping() {
    return issue(
        "CN=Horodatage d'essai,C=BE",
        root,
        NOW.minus(YEAR),
        NOW.plus(YEAR),
        new KeyUsage(KeyUsage.digitalSignature),
        KeyPurposeId.id_kp_timeStamping);
  }

  private Holder authority(String name, Holder issuer) {
    return issue(
        name,
        issuer,
        NOW.minus(LONG),
        NOW.plus(LONG),
        new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign),
        null);
  }

  private Holder issue(
      String name, Holder issuer, Instant from, Instant to, KeyUsage usage, KeyPurposeId purpose) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair keys = generator.generateKeyPair();
      JcaX509ExtensionUtils ids = new JcaX509ExtensionUtils();
      X500Name by =
          issuer == null
              ? new X500Name(name)
              : X500Name.getInstance(issuer.certificate().getSubjectX500Principal().getEncoded());
      var builder =
          new JcaX509v3CertificateBuilder(
              by,
              BigInteger.valueOf(SERIAL.incrementAndGet()),
              Date.from(from),
              Date.from(to),
              new X500Name(name),
              keys.getPublic());
      boolean ca = usage.hasUsages(KeyUsage.keyCertSign);
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(ca));
      builder.addExtension(Extension.keyUsage, true, usage);
      builder.addExtension(
          Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(keys.getPublic()));
      if (issuer != null) {
        builder.addExtension(
            Extension.authorityKeyIdentifier,
            false,
            ids.createAuthorityKeyIdentifier(issuer.certificate().getPublicKey()));
      }
      if (purpose != null) {
        builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(purpose));
      }
      if (address != null) {
        builder.addExtension(
            Extension.authorityInfoAccess,
            false,
            new AuthorityInformationAccess(
                new AccessDescription[] {
                  new AccessDescription(AccessDescription.id_ad_ocsp, uri("/ocsp")),
                  new AccessDescription(AccessDescription.id_ad_caIssuers, uri("/issuer"))
                }));
        builder.addExtension(
            Extension.cRLDistributionPoints,
            false,
            new CRLDistPoint(
                new DistributionPoint[] {
                  new DistributionPoint(
                      new DistributionPointName(new GeneralNames(uri("/crl"))), null, null)
                }));
      }
      PrivateKey signing = issuer == null ? keys.getPrivate() : issuer.key();
      X509Certificate certificate =
          new JcaX509CertificateConverter()
              .getCertificate(
                  builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signing)));
      Stream<X509Certificate> issuers = issuer == null ? Stream.of() : issuer.chain().stream();
      return new Holder(keys.getPrivate(), Stream.concat(Stream.of(certificate), issuers).toList());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private GeneralName uri(String path) {
    return new GeneralName(GeneralName.uniformResourceIdentifier, new DERIA5String(address + path));
  }

  /** The list of certificates the intermediate has revoked. */
  byte[] revocations(X509Certificate... revoked) throws Exception {
    var builder =
        new JcaX509v2CRLBuilder(intermediate.certificate(), Date.from(NOW.minusSeconds(60)));
    builder.setNextUpdate(Date.from(NOW.plus(Duration.ofDays(1))));
    for (X509Certificate certificate : revoked) {
      builder.addCRLEntry(
          certificate.getSerialNumber(),
          Date.from(NOW.minus(Duration.ofDays(2))),
          CRLReason.keyCompromise);
    }
    return builder
        .build(new JcaContentSignerBuilder("SHA256withECDSA").build(intermediate.key()))
        .getEncoded();
  }

  /** Signs as DSS does, at {@link #NOW} by the signer's machine. */
  static byte[] sign(byte[] pdf, Holder signer) {
    return sign(pdf, signer, p -> {});
  }

  static byte[] sign(byte[] pdf, Holder signer, Consumer<PAdESSignatureParameters> how) {
    CommonCertificateVerifier careless = new CommonCertificateVerifier(true);
    careless.setAlertOnExpiredCertificate(new SilentOnStatusAlert());
    careless.setAlertOnNotYetValidCertificate(new SilentOnStatusAlert());
    return sign(new PAdESService(careless), pdf, signer, how);
  }

  /** Signs with a time-stamp of an authority in memory. */
  byte[] signWithTimeStamp(byte[] pdf, Holder signer, Holder authority, SignatureLevel level)
      throws Exception {
    CommonCertificateVerifier verifier = new CommonCertificateVerifier(true);
    CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
    trusted.addCertificate(new CertificateToken(root.certificate()));
    verifier.setTrustedCertSources(trusted);
    PAdESService service = new PAdESService(verifier);
    KeyStore keys = KeyStore.getInstance("PKCS12");
    keys.load(null, null);
    keys.setKeyEntry(
        "tsa", authority.key(), new char[0], authority.chain().toArray(Certificate[]::new));
    KeyEntityTSPSource stamps = new KeyEntityTSPSource(keys, "tsa", new char[0]);
    stamps.setTsaPolicy("1.2.3.4");
    stamps.setProductionTime(Date.from(NOW));
    service.setTspSource(stamps);
    return sign(
        service,
        pdf,
        signer,
        p -> {
          p.setSignatureLevel(level);
          p.setSignatureTimestampParameters(new CAdESTimestampParameters(DigestAlgorithm.SHA256));
        });
  }

  private static byte[] sign(
      PAdESService service, byte[] pdf, Holder signer, Consumer<PAdESSignatureParameters> how) {
    try {
      PAdESSignatureParameters parameters = new PAdESSignatureParameters();
      parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_B);
      parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
      parameters.setSigningCertificate(new CertificateToken(signer.certificate()));
      parameters.setCertificateChain(signer.chain().stream().map(CertificateToken::new).toList());
      parameters.bLevel().setSigningDate(Date.from(NOW));
      how.accept(parameters);
      DSSDocument document = new InMemoryDocument(pdf, "a.pdf");
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(signer.key());
      signature.update(service.getDataToSign(document, parameters).getBytes());
      return DSSUtils.toByteArray(
          service.signDocument(
              document,
              parameters,
              new SignatureValue(SignatureAlgorithm.ECDSA_SHA256, signature.sign())));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same file with these bytes at the end. */
  static byte[] with(byte[] file, byte[] more) {
    byte[] all = Arrays.copyOf(file, file.length + more.length);
    System.arraycopy(more, 0, all, file.length, more.length);
    return all;
  }
}
