package org.trame.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.SignatureFieldParameters;
import eu.europa.esig.dss.pades.SignatureImageParameters;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.trame.document.Samples;
import org.trame.document.VeraPdf;
import org.trame.input.Refusal;
import org.trame.language.Languages;
import org.trame.language.Messages;
import org.trame.signature.PdfSignature.Level;
import org.trame.signature.TestPki.Holder;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** What people sign and hand in, good and bad; the keys are made for the test. */
@ExtendWith(OutputCaptureExtension.class)
class PdfSignaturesTest {

  private static final Messages MESSAGES = Messages.ofFiles();
  private static final Duration DAY = Duration.ofDays(1);

  private static TestPki pki;
  private static Holder ada;
  private static Holder grace;
  private static byte[] agreement;
  private static byte[] signed;
  private static PdfSignatures signatures;

  @BeforeAll
  static void aSignedAgreement() {
    pki = new TestPki();
    ada = pki.signer("Ada", "Lovelace");
    grace = pki.signer("Grace", "Hopper");
    agreement = Samples.printed("Convention de partenariat");
    signed = TestPki.sign(agreement, ada);
    signatures = offline(pki);
  }

  private static PdfSignatures offline(TestPki pki) {
    return trusting(pki, false);
  }

  private static PdfSignatures trusting(TestPki pki, boolean online) {
    return new PdfSignatures(
        "", "", online, List.of(() -> List.of(pki.root.certificate())), at(TestPki.NOW));
  }

  private static Clock at(Instant now) {
    return Clock.fixed(now, ZoneOffset.UTC);
  }

  @Test
  void saysWhoSigned() {
    assertThat(signatures.check(signed, agreement))
        .singleElement()
        .satisfies(
            s -> {
              assertThat(s.signer()).isEqualTo("Ada Lovelace (Signature)");
              assertThat(s.givenName()).isEqualTo("Ada");
              assertThat(s.surname()).isEqualTo("Lovelace");
              assertThat(s.issuer()).isEqualTo("Citizen CA d'essai");
              assertThat(s.certificate()).matches("[0-9a-f]{64}");
              assertThat(s.claimedAt()).isEqualTo(TestPki.NOW);
              assertThat(s.provenAt()).isNull();
              assertThat(s.level()).isEqualTo(Level.BASELINE_B);
              assertThat(s.qualified()).isFalse();
              assertThat(s.revocationChecked()).isFalse();
            });
  }

  @Test
  void aTrustedTimeStampProvesWhen() throws Exception {
    byte[] stamped =
        pki.signWithTimeStamp(agreement, ada, pki.timeStamping(), SignatureLevel.PAdES_BASELINE_T);
    PdfSignature signature = signatures.check(stamped, agreement).get(0);
    assertThat(signature.level()).isEqualTo(Level.BASELINE_T);
    assertThat(signature.provenAt()).isEqualTo(TestPki.NOW);
  }

  @Test
  void aTimeStampOfAStrangerProvesNothing() throws Exception {
    byte[] stamped =
        pki.signWithTimeStamp(
            agreement, ada, new TestPki().timeStamping(), SignatureLevel.PAdES_BASELINE_T);
    PdfSignature signature = signatures.check(stamped, agreement).get(0);
    assertThat(signature.level()).isEqualTo(Level.BASELINE_B);
    assertThat(signature.provenAt()).isNull();
  }

  @Test
  void severalPeopleSignOneAfterTheOther() {
    byte[] two = TestPki.sign(signed, grace);
    assertThat(signatures.check(two, agreement))
        .extracting(PdfSignature::surname)
        .containsExactly("Lovelace", "Hopper");
    assertThat(signatures.check(two, signed)).as("what was signed already").hasSize(2);
    byte[] three = TestPki.sign(two, pki.signer("Alan", "Turing"));
    assertThat(signatures.check(three, agreement))
        .extracting(PdfSignature::surname)
        .containsExactly("Lovelace", "Hopper", "Turing");
  }

  @Test
  void aVisibleSignatureIsOne() throws Exception {
    byte[] visible =
        TestPki.sign(
            agreement,
            ada,
            p -> {
              SignatureImageParameters image = new SignatureImageParameters();
              image.setImage(new InMemoryDocument(png()));
              SignatureFieldParameters field = new SignatureFieldParameters();
              field.setOriginX(400);
              field.setOriginY(700);
              field.setWidth(120);
              field.setHeight(60);
              image.setFieldParameters(field);
              p.setImageParameters(image);
            });
    assertThat(signatures.check(visible, agreement)).hasSize(1);
    assertThat(signatures.check(TestPki.sign(visible, grace), agreement)).hasSize(2);
  }

  private static byte[] png() {
    try {
      return Samples.image("png");
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void anOlderFormOfSignatureIsValidToo() throws Exception {
    assertThat(signatures.check(signedAsInTheOldDays(agreement, ada), agreement))
        .singleElement()
        .satisfies(
            s -> {
              assertThat(s.surname()).isEqualTo("Lovelace");
              assertThat(s.level()).isEqualTo(Level.OTHER);
              assertThat(s.claimedAt()).isEqualTo(TestPki.NOW);
            });
  }

  @Test
  void aNumberInANameIsLeftOut(CapturedOutput output) {
    Holder numbered =
        pki.named("CN=TURING\\,ALAN\\,85073003328,SERIALNUMBER=85073003328,GIVENNAME=ALAN,C=BE");
    PdfSignature signature = check(TestPki.sign(agreement, numbered)).get(0);
    assertThat(signature.toString()).contains("TURING,ALAN").doesNotContain("85073003328");
    assertThat(signature.signer()).isEqualTo("TURING,ALAN");
    Holder stranger = new TestPki().named("CN=Alan 85.07.30-033.28,SERIALNUMBER=85073003328");
    assertThatThrownBy(() -> check(TestPki.sign(agreement, stranger)))
        .isInstanceOfSatisfying(
            Refusal.class,
            r -> assertThat(MESSAGES.say(r)).contains("de Alan vient").doesNotContain("033"));
    check(signed);
    assertThat(output.getAll()).doesNotContain("85073003328");
  }

  @Test
  void aByteChangedInWhatIsSignedIsNoticed() {
    byte[] flipped = signed.clone();
    flipped[agreement.length / 2] ^= 1;
    refused(flipped, "Ce n’est pas le document à signer");
    byte[] later = signed.clone();
    int reason = indexOf(later, "/Type /Sig", agreement.length);
    assertThat(reason).isPositive();
    int date = indexOf(later, "(D:2026", agreement.length) + 5;
    later[date] = '3';
    refused(later, "Le document a été changé");
  }

  @Test
  void aChangeAfterSigningIsNoticed() throws Exception {
    refusedAfter(
        signed,
        pdf -> {
          try (PDPageContentStream page =
              new PDPageContentStream(
                  pdf, pdf.getPage(0), PDPageContentStream.AppendMode.APPEND, true, true)) {
            page.beginText();
            page.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 20);
            page.newLineAtOffset(50, 50);
            page.showText("9 000 000 EUR");
            page.endText();
          }
          pdf.getPage(0).getCOSObject().setNeedToBeUpdated(true);
        });
    refusedAfter(
        signed,
        pdf -> {
          PDAnnotationText note = new PDAnnotationText();
          note.setContents("Sauf l’article 3");
          note.setRectangle(new PDRectangle(50, 50, 20, 20));
          pdf.getPage(0).getAnnotations().add(note);
          pdf.getPage(0).getCOSObject().setNeedToBeUpdated(true);
        });
    refusedAfter(
        signed,
        pdf -> {
          pdf.addPage(new PDPage());
          pdf.getPages().getCOSObject().setNeedToBeUpdated(true);
        });
  }

  /** Changes that DSS lets pass, or only warns of. */
  @Test
  void aHiddenChangeIsNoticed() throws Exception {
    refusedAfter(
        signed,
        pdf -> {
          COSArray kids = pdf.getPages().getCOSObject().getCOSArray(COSName.KIDS);
          assertThat(kids.size()).isGreaterThan(1);
          kids.add(0, kids.remove(kids.size() - 1));
          pdf.getPages().getCOSObject().setNeedToBeUpdated(true);
        });
    refusedAfter(
        signed,
        pdf -> {
          COSDictionary fonts =
              pdf.getPage(1).getResources().getCOSObject().getCOSDictionary(COSName.FONT);
          COSName first = fonts.keySet().iterator().next();
          fonts.setItem(first, new PDType1Font(Standard14Fonts.FontName.SYMBOL));
          fonts.setNeedToBeUpdated(true);
          pdf.getPage(1).getCOSObject().setNeedToBeUpdated(true);
        });
    refusedAfter(
        signed,
        pdf -> {
          pdf.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"));
          pdf.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
        });
    refusedAfter(
        signed,
        pdf -> {
          COSDictionary names = new COSDictionary();
          names.setItem(COSName.getPDFName("JavaScript"), new COSDictionary());
          pdf.getDocumentCatalog().getCOSObject().setItem(COSName.NAMES, names);
          pdf.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
        });
    refusedAfter(
        signed,
        pdf -> {
          PDAcroForm form = pdf.getDocumentCatalog().getAcroForm(null);
          PDTextField field = new PDTextField(form);
          field.setPartialName("prix");
          field.getCOSObject().setItem(COSName.V, new COSString("9 000 000"));
          form.getFields().add(field);
          form.getCOSObject().setNeedToBeUpdated(true);
          pdf.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
        });
  }

  @Test
  void aChangeBeforeTheFirstSignatureIsNoticed() throws Exception {
    byte[] changed =
        update(
            agreement,
            pdf -> {
              pdf.addPage(new PDPage());
              pdf.getPages().getCOSObject().setNeedToBeUpdated(true);
            });
    refused(TestPki.sign(changed, ada), "Le document a été changé");
  }

  @Test
  void aChangeBetweenTwoSignaturesIsNoticed() throws Exception {
    byte[] changed =
        update(
            signed,
            pdf -> {
              pdf.getPage(0).setRotation(180);
              pdf.getPage(0).getCOSObject().setNeedToBeUpdated(true);
            });
    byte[] twice = TestPki.sign(changed, grace);
    refused(twice, "Le document a été changé");
    byte[] putBack =
        update(
            twice,
            pdf -> {
              pdf.getPage(0).getCOSObject().removeItem(COSName.ROTATE);
              pdf.getPage(0).getCOSObject().setNeedToBeUpdated(true);
            });
    refused(TestPki.sign(putBack, ada), "Le document a été changé");
  }

  @Test
  void nothingFollowsTheLastSignature() {
    refused(
        TestPki.with(signed, "% une remarque\n%%EOF\n".getBytes(StandardCharsets.US_ASCII)),
        "Le document a été changé");
  }

  @Test
  void validationDataMayFollowTheLastSignature() throws Exception {
    Change status =
        pdf -> {
          COSDictionary dss = new COSDictionary();
          COSArray certificates = new COSArray();
          COSStream certificate = pdf.getDocument().createCOSStream();
          try (OutputStream out = certificate.createOutputStream()) {
            out.write(pki.intermediate.certificate().getEncoded());
          }
          certificates.add(certificate);
          dss.setItem(COSName.getPDFName("Certs"), certificates);
          pdf.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("DSS"), dss);
          pdf.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
        };
    byte[] extended = update(signed, status);
    assertThat(check(extended)).hasSize(1);
    assertThat(check(TestPki.sign(extended, grace))).hasSize(2);
    refusedAfter(
        signed,
        pdf -> {
          status.to(pdf);
          pdf.getPage(0).setRotation(90);
          pdf.getPage(0).getCOSObject().setNeedToBeUpdated(true);
        });
  }

  @Test
  void aSignatureOverOnlyAPartIsNone() {
    String text = new String(signed, StandardCharsets.ISO_8859_1);
    Matcher range = Pattern.compile("/ByteRange \\[0 (\\d+) (\\d+) (\\d+) *\\]").matcher(text);
    assertThat(range.find()).isTrue();
    int covered = Integer.parseInt(range.group(3)) - 20;
    String less = "/ByteRange [0 %s %s %d".formatted(range.group(1), range.group(2), covered);
    String same = less + " ".repeat(range.end() - range.start() - less.length() - 1) + "]";
    byte[] part =
        (text.substring(0, range.start()) + same + text.substring(range.end()))
            .getBytes(StandardCharsets.ISO_8859_1);
    assertThat(part).hasSameSizeAs(signed);
    refused(part, "ne porte que sur une partie du fichier");
  }

  @Test
  void certificatesAreValidNow() {
    Instant now = TestPki.NOW;
    Holder expired = pki.signer("Ada", "Lovelace", now.minus(DAY.multipliedBy(9)), now.minus(DAY));
    refused(
        TestPki.sign(
            agreement,
            expired,
            p -> p.bLevel().setSigningDate(java.util.Date.from(now.minus(DAY.multipliedBy(3))))),
        "Le certificat de Ada Lovelace (Signature) a expiré le 03/05/2026");
    Holder early = pki.signer("Ada", "Lovelace", now.plus(DAY), now.plus(DAY.multipliedBy(9)));
    refused(
        TestPki.sign(
            agreement,
            early,
            p -> p.bLevel().setSigningDate(java.util.Date.from(now.plus(DAY.multipliedBy(3))))),
        "n’est valable qu’à partir du 05/05/2026");
  }

  /** The clock is that of the program: a play of years ago sees the certificates of its time. */
  @Test
  void nowIsWhatTheClockSays() {
    Instant then = Instant.parse("2016-03-01T09:00:00Z");
    TestPki old = new TestPki();
    Holder of2016 = old.signer("Ada", "Lovelace", then.minus(DAY), then.plus(DAY));
    byte[] file =
        TestPki.sign(agreement, of2016, p -> p.bLevel().setSigningDate(java.util.Date.from(then)));
    List<TrustAnchors> anchors = List.of(() -> List.of(old.root.certificate()));
    assertThat(new PdfSignatures("", "", false, anchors, at(then)).check(file, agreement))
        .hasSize(1);
    assertThatThrownBy(
            () -> new PdfSignatures("", "", false, anchors, at(TestPki.NOW)).check(file, agreement))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(MESSAGES.say(r)).contains("a expiré le 02/03/2016"));
  }

  @Test
  void issuersAreTrusted() {
    refused(
        TestPki.sign(agreement, new TestPki().signer("Eve", "Intruse")),
        "certificat de « Citizen CA d'essai », émetteur auquel Trame ne se fie pas");
    refused(
        TestPki.sign(agreement, pki.selfSigned("CN=Eve Intruse,C=BE")),
        "certificat de « Eve Intruse », émetteur");
    refused(
        TestPki.sign(signed, new TestPki().signer("Eve", "Intruse")),
        "La signature de Eve Intruse (Signature) vient");
  }

  @Test
  void withoutATrustedIssuerNoSignatureIsAccepted() {
    PdfSignatures none = new PdfSignatures("", "", false, List.of(), at(TestPki.NOW));
    assertThatThrownBy(() -> none.check(signed, agreement))
        .isInstanceOfSatisfying(
            Refusal.class,
            r -> assertThat(MESSAGES.say(r)).contains("trame.signature.trust-store"));
  }

  @Test
  void anotherDocumentIsNotThisOne() {
    refused(
        TestPki.sign(Samples.printed("Autre convention"), ada),
        "Ce n’est pas le document à signer");
  }

  @Test
  void whatIsNotASignedPdfIsRefused() throws Exception {
    refused(agreement, "ne porte aucune signature électronique");
    refused(new byte[0], "Ce fichier n’est pas un PDF");
    refused(png(), "Ce fichier n’est pas un PDF");
    refused(Arrays.copyOf(signed, signed.length - 2000), "abîmé ou incomplet");
    refused(Arrays.copyOf(signed, agreement.length), "ne porte aucune signature");
    refused("%PDF-1.7\nrien\n%%EOF\n".getBytes(StandardCharsets.US_ASCII), "abîmé ou incomplet");
    refused(locked("user"), "protégé par un mot de passe");
    refused(locked(""), "protégé par un mot de passe");
  }

  private static byte[] locked(String password) throws Exception {
    try (PDDocument pdf = Loader.loadPDF(agreement)) {
      pdf.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      pdf.save(out);
      return out.toByteArray();
    }
  }

  @Test
  void onlyOnlineIsAnybodyAsked() throws Exception {
    List<String> asked = new ArrayList<>();
    HttpServer issuer =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    TestPki called = new TestPki().at("http://localhost:" + issuer.getAddress().getPort());
    Holder good = called.signer("Ada", "Lovelace");
    Holder bad = called.signer("Eve", "Révoquée");
    byte[] list = called.revocations(bad.certificate());
    issuer.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestURI().getPath());
          boolean crl = exchange.getRequestURI().getPath().equals("/crl");
          exchange.sendResponseHeaders(crl ? 200 : 404, crl ? list.length : -1);
          if (crl) {
            exchange.getResponseBody().write(list);
          }
          exchange.close();
        });
    issuer.start();
    try {
      byte[] ofGood = TestPki.sign(agreement, good);
      byte[] ofBad = TestPki.sign(agreement, bad);
      List<TrustAnchors> anchors = List.of(() -> List.of(called.intermediate.certificate()));
      PdfSignatures offline = new PdfSignatures("", "", false, anchors, at(TestPki.NOW));
      assertThat(offline.check(ofBad, agreement).get(0).revocationChecked()).isFalse();
      // Its issuer is not in the file: offline it is not looked for.
      Holder alone = new Holder(good.key(), List.of(good.certificate()));
      byte[] withoutIssuer = TestPki.sign(agreement, alone);
      refused(offline(called), withoutIssuer, "auquel Trame ne se fie pas");
      assertThat(asked).isEmpty();
      refused(trusting(called, true), withoutIssuer, "auquel Trame ne se fie pas");
      assertThat(asked).contains("/issuer");
      PdfSignatures online = new PdfSignatures("", "", true, anchors, at(TestPki.NOW));
      assertThat(online.check(ofGood, agreement).get(0).revocationChecked()).isTrue();
      assertThat(asked).contains("/crl");
      refused(online, ofBad, "a été révoqué par son émetteur");
    } finally {
      issuer.stop(0);
    }
    PdfSignatures nobodyAnswers =
        new PdfSignatures(
            "",
            "",
            true,
            List.of(() -> List.of(called.intermediate.certificate())),
            at(TestPki.NOW));
    refused(nobodyAnswers, TestPki.sign(agreement, good), "ne répond pas");
  }

  @Test
  void sentencesAreInBothLanguages() {
    Refusal refusal =
        org.assertj.core.api.Assertions.catchThrowableOfType(Refusal.class, () -> check(agreement));
    assertThat(MESSAGES.say(Languages.DUTCH, refusal.violations().get(0).key()))
        .contains("geen elektronische handtekening");
    assertThat(refusal.violations().get(0).field()).isEqualTo("file");
  }

  @Test
  void signingKeepsTheStandardsOfTheDocument() throws Exception {
    for (PDFAFlavour claimed : VeraPdf.CLAIMED) {
      assertThat(VeraPdf.failures(agreement, claimed)).isEmpty();
      assertThat(VeraPdf.failures(signed, claimed)).isEmpty();
    }
  }

  private static List<PdfSignature> check(byte[] file) {
    return signatures.check(file, agreement);
  }

  private static void refused(byte[] file, String words) {
    refused(signatures, file, words);
  }

  private static void refused(PdfSignatures by, byte[] file, String words) {
    assertThatThrownBy(() -> by.check(file, agreement))
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(MESSAGES.say(r)).contains(words));
  }

  private interface Change {
    void to(PDDocument pdf) throws Exception;
  }

  private static void refusedAfter(byte[] file, Change change) throws Exception {
    refused(update(file, change), "Le document a été changé");
  }

  private static byte[] update(byte[] file, Change change) throws Exception {
    try (PDDocument pdf = Loader.loadPDF(file)) {
      change.to(pdf);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      pdf.saveIncremental(out);
      assertThat(out.size()).isGreaterThan(file.length);
      return out.toByteArray();
    }
  }

  private static int indexOf(byte[] file, String words, int from) {
    return new String(file, StandardCharsets.ISO_8859_1).indexOf(words, from);
  }

  /** Adobe's adbe.pkcs7.detached, without the attributes of PAdES. */
  private static byte[] signedAsInTheOldDays(byte[] file, Holder signer) throws Exception {
    try (PDDocument pdf = Loader.loadPDF(file)) {
      PDSignature signature = new PDSignature();
      signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
      signature.setSubFilter(PDSignature.SUBFILTER_ADBE_PKCS7_DETACHED);
      Calendar when = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
      when.setTimeInMillis(TestPki.NOW.toEpochMilli());
      signature.setSignDate(when);
      pdf.addSignature(
          signature,
          content -> {
            try {
              CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
              generator.addSignerInfoGenerator(
                  new JcaSignerInfoGeneratorBuilder(
                          new JcaDigestCalculatorProviderBuilder().build())
                      .build(
                          new JcaContentSignerBuilder("SHA256withECDSA").build(signer.key()),
                          signer.certificate()));
              generator.addCertificates(new JcaCertStore(signer.chain()));
              return generator
                  .generate(new CMSProcessableByteArray(content.readAllBytes()), false)
                  .getEncoded();
            } catch (Exception e) {
              throw new IllegalStateException(e);
            }
          });
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      pdf.saveIncremental(out);
      return out.toByteArray();
    }
  }
}
