package org.trame.signature;

import eu.europa.esig.dss.diagnostic.CertificateWrapper;
import eu.europa.esig.dss.diagnostic.DiagnosticData;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.diagnostic.TimestampWrapper;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.SubIndication;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.policy.ValidationPolicy;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.pdf.IPdfObjFactory;
import eu.europa.esig.dss.pdf.ServiceLoaderPdfObjFactory;
import eu.europa.esig.dss.pdf.modifications.DefaultPdfDifferencesFinder;
import eu.europa.esig.dss.service.crl.OnlineCRLSource;
import eu.europa.esig.dss.service.ocsp.OnlineOCSPSource;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.validation.CertificateVerifier;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.aia.DefaultAIASource;
import eu.europa.esig.dss.validation.reports.Reports;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.trame.input.Check;

/** The signatures of a file and their certificates, by DSS (ETSI EN 319 102-1). */
final class Validation {

  private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

  /** Some issuers put a person's number into the name; it has no place in a record. */
  private static final Pattern NUMBER = Pattern.compile("[^\\p{L}\\s]?\\d[\\d .-]{4,}\\d");

  private final ValidationPolicy policy;
  private final CertificateVerifier verifier;
  private final IPdfObjFactory pdf = new ServiceLoaderPdfObjFactory();
  private final boolean online;
  private final boolean trustsNobody;

  Validation(List<X509Certificate> trusted, boolean online) {
    this.policy = SignaturePolicy.of(online);
    this.online = online;
    this.trustsNobody = trusted.isEmpty();
    CommonTrustedCertificateSource anchors = new CommonTrustedCertificateSource();
    trusted.forEach(c -> anchors.addCertificate(new CertificateToken(c)));
    this.verifier = new CommonCertificateVerifier(true);
    verifier.setTrustedCertSources(anchors);
    if (online) {
      verifier.setAIASource(new DefaultAIASource(new Issuers("application/octet-stream")));
      verifier.setCrlSource(new OnlineCRLSource(new Issuers("application/octet-stream")));
      verifier.setOcspSource(new OnlineOCSPSource(new Issuers("application/ocsp-request")));
    }
    // Pages are not drawn and compared: Additions has compared what they are drawn from.
    DefaultPdfDifferencesFinder differences = new DefaultPdfDifferencesFinder();
    differences.setMaximalPagesAmountForVisualComparison(0);
    pdf.setPdfDifferencesFinder(differences);
  }

  boolean trustsNobody() {
    return trustsNobody;
  }

  /**
   * Validates every signature of a file.
   *
   * @throws org.trame.input.Refusal with a reason for each that does not hold
   */
  List<PdfSignature> of(byte[] file, Instant now) {
    Reports reports = reports(file, now);
    DiagnosticData data = reports.getDiagnosticData();
    SimpleReport verdict = reports.getSimpleReport();
    List<SignatureWrapper> signatures = new ArrayList<>(data.getSignatures());
    if (signatures.isEmpty()) {
      throw SignedFile.refused("invalid", "");
    }
    signatures.sort(Comparator.comparing(s -> s.getPDFRevision().getSignatureByteRange().get(2)));
    Check check = new Check();
    signatures.forEach(s -> hold(s, verdict, now, check));
    check.done();
    return signatures.stream().map(s -> read(s, verdict)).toList();
  }

  private Reports reports(byte[] file, Instant now) {
    try {
      PDFDocumentValidator validator = new PDFDocumentValidator(new InMemoryDocument(file));
      validator.setPdfObjFactory(pdf);
      validator.setCertificateVerifier(verifier);
      validator.setValidationTime(Date.from(now));
      validator.setEnableEtsiValidationReport(false);
      validator.setDefaultDigestAlgorithm(DigestAlgorithm.SHA256);
      return validator.validateDocument(policy);
    } catch (DSSException e) {
      throw SignedFile.refused("broken");
    }
  }

  private static void hold(SignatureWrapper s, SimpleReport verdict, Instant now, Check check) {
    if (verdict.isValid(s.getId())) {
      return;
    }
    CertificateWrapper certificate = s.getSigningCertificate();
    String signer = certificate == null ? "?" : name(certificate);
    boolean intact =
        s.getDigestMatchers().stream().allMatch(d -> d.isDataFound() && d.isDataIntact());
    if (!intact) {
      fail(check, "altered");
    } else if (certificate == null || !s.isSignatureIntact()) {
      fail(check, "invalid", signer);
    } else {
      certificate(certificate, signer, verdict.getSubIndication(s.getId()), now, check);
    }
  }

  private static void certificate(
      CertificateWrapper certificate, String signer, SubIndication why, Instant now, Check check) {
    if (why == null) {
      fail(check, "invalid", signer);
      return;
    }
    switch (why) {
      case NO_CERTIFICATE_CHAIN_FOUND, NO_CERTIFICATE_CHAIN_FOUND_NO_POE ->
          fail(check, "untrusted", signer, issuer(certificate));
      case CERTIFICATE_CHAIN_GENERAL_FAILURE -> {
        if (isTrusted(certificate)) {
          fail(check, "later", signer);
        } else {
          fail(check, "untrusted", signer, issuer(certificate));
        }
      }
      case OUT_OF_BOUNDS_NO_POE, OUT_OF_BOUNDS_NOT_REVOKED, EXPIRED, NOT_YET_VALID, NO_POE ->
          outOfBounds(certificate, signer, now, check);
      case REVOKED, REVOKED_NO_POE, REVOKED_CA_NO_POE -> fail(check, "revoked", signer);
      case TRY_LATER, REVOCATION_OUT_OF_BOUNDS_NO_POE -> fail(check, "later", signer);
      case CRYPTO_CONSTRAINTS_FAILURE, CRYPTO_CONSTRAINTS_FAILURE_NO_POE ->
          fail(check, "weak", signer);
      case SIG_CONSTRAINTS_FAILURE, CHAIN_CONSTRAINTS_FAILURE -> fail(check, "constraints", signer);
      default -> fail(check, "invalid", signer);
    }
  }

  private static boolean isTrusted(CertificateWrapper certificate) {
    return certificate.isTrusted()
        || certificate.getCertificateChain().stream().anyMatch(CertificateWrapper::isTrusted);
  }

  private static void outOfBounds(
      CertificateWrapper certificate, String signer, Instant now, Check check) {
    if (now.isBefore(certificate.getNotBefore().toInstant())) {
      fail(check, "notYet", signer, day(certificate.getNotBefore()));
    } else if (now.isAfter(certificate.getNotAfter().toInstant())) {
      fail(check, "expired", signer, day(certificate.getNotAfter()));
    } else {
      fail(check, "constraints", signer);
    }
  }

  private static void fail(Check check, String why, Object... args) {
    check.that(false, "file", "refusal.signature." + why, args);
  }

  private PdfSignature read(SignatureWrapper signature, SimpleReport verdict) {
    CertificateWrapper certificate = signature.getSigningCertificate();
    List<TimestampWrapper> stamps =
        signature.getTLevelTimestamps().stream().filter(t -> verdict.isValid(t.getId())).toList();
    Date claimed = signature.getClaimedSigningTime();
    return new PdfSignature(
        name(certificate),
        withoutNumber(certificate.getGivenName()),
        withoutNumber(certificate.getSurname()),
        issuer(certificate),
        sha256(certificate),
        claimed == null ? null : claimed.toInstant(),
        stamps.stream()
            .map(t -> t.getProductionTime().toInstant())
            .min(Comparator.naturalOrder())
            .orElse(null),
        level(signature.getSignatureFormat(), !stamps.isEmpty()),
        certificate.isQcCompliance() && certificate.isSupportedByQSCD(),
        online && certificate.isRevocationDataAvailable());
  }

  private static PdfSignature.Level level(SignatureLevel format, boolean stamped) {
    return switch (format) {
      case PAdES_BASELINE_B -> PdfSignature.Level.BASELINE_B;
      case PAdES_BASELINE_T -> atMost(PdfSignature.Level.BASELINE_T, stamped);
      case PAdES_BASELINE_LT -> atMost(PdfSignature.Level.BASELINE_LT, stamped);
      case PAdES_BASELINE_LTA -> atMost(PdfSignature.Level.BASELINE_LTA, stamped);
      default -> PdfSignature.Level.OTHER;
    };
  }

  private static PdfSignature.Level atMost(PdfSignature.Level level, boolean stamped) {
    return stamped ? level : PdfSignature.Level.BASELINE_B;
  }

  private static String sha256(CertificateWrapper certificate) {
    return HexFormat.of().formatHex(certificate.getDigestAlgoAndValue().getDigestValue());
  }

  private static String name(CertificateWrapper certificate) {
    String name = certificate.getCommonName();
    String plain = withoutNumber(name == null ? certificate.getPseudo() : name);
    return plain == null ? "?" : plain;
  }

  private static String issuer(CertificateWrapper certificate) {
    CertificateWrapper issuer = certificate.getSigningCertificate();
    return issuer == null
        ? commonName(certificate.getCertificateIssuerDN())
        : withoutNumber(issuer.getCommonName());
  }

  private static String commonName(String distinguishedName) {
    RDN[] common = new X500Name(distinguishedName).getRDNs(BCStyle.CN);
    return common.length == 0
        ? "?"
        : withoutNumber(IETFUtils.valueToString(common[0].getFirst().getValue()));
  }

  private static String withoutNumber(String name) {
    if (name == null) {
      return null;
    }
    String plain = NUMBER.matcher(name).replaceAll("").replaceAll("\\s+", " ").strip();
    return plain.isEmpty() ? null : plain;
  }

  private static LocalDate day(Date date) {
    return LocalDate.ofInstant(date.toInstant(), BRUSSELS);
  }
}
