package org.trame.agreement;

import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.access.Actors;
import org.trame.document.Documents;
import org.trame.document.GeneratedDocuments;
import org.trame.document.StoredDocument;
import org.trame.input.Refusal;
import org.trame.input.Violation;
import org.trame.language.Languages;
import org.trame.party.Mandate;
import org.trame.party.Parties;
import org.trame.party.Person;
import org.trame.signature.PdfSignature;
import org.trame.signature.PdfSignatures;

/** Agreements signed as PDF, with certificates of the signers' own. */
@Component
@Transactional
public class PdfSigning {

  private final Signings signings;
  private final SignatureActs acts;
  private final Agreements agreements;
  private final Parties parties;
  private final Documents documents;
  private final GeneratedDocuments generated;
  private final PdfSignatures pdfs;
  private final Clock time;

  PdfSigning(
      Signings signings,
      SignatureActs acts,
      Agreements agreements,
      Parties parties,
      Documents documents,
      GeneratedDocuments generated,
      PdfSignatures pdfs,
      Clock time) {
    this.signings = signings;
    this.acts = acts;
    this.agreements = agreements;
    this.parties = parties;
    this.documents = documents;
    this.generated = generated;
    this.pdfs = pdfs;
    this.time = time;
  }

  /**
   * Takes the printed text, signed by somebody of the current actor's organisation. Signatures of
   * others that it carries too are checked, and counted only where they were handed in.
   *
   * @throws Refusal if the file is not the printed text with sound signatures and nothing else, if
   *     none of them is new, if the name on the new certificate is nobody's of the organisation, if
   *     that person has no valid mandate or has signed already, or it is not their turn
   */
  public void sign(long agreement, SignByPdf form) {
    Signature asked = signings.awaitedOf(agreement, Long.parseLong(form.onBehalfOf()));
    acts.person(asked, Actors.current().userId());
    AgreementVersion version = agreements.underWay(agreement).orElseThrow();
    String programme = agreements.get(agreement).programme();
    StoredDocument file = documents.uploaded(programme, form.signedPdf(), "signedPdf");
    byte[] signed = documents.content(file);
    PdfSignature own = newest(check(signed, original(programme, version, signed)), version);
    Person person = named(own, asked.party());
    LocalDate day =
        LocalDate.ofInstant(
            own.provenAt() == null ? time.instant() : own.provenAt(),
            org.trame.workflow.TrameClock.BRUSSELS);
    Mandate mandate = acts.mandate(asked, person, version, day);
    acts.once(asked, person);
    acts.give(
        asked,
        version,
        new SignatureStore.Given(
            Signature.Mode.PDF,
            person,
            mandate == null ? null : mandate.id(),
            day,
            time.instant().truncatedTo(ChronoUnit.MICROS),
            version.sha256(),
            file.id(),
            own.certificate(),
            own.signer(),
            own.level().name(),
            Actors.current().userId()));
  }

  /** What is wrong with the file is said at its field. */
  private List<PdfSignature> check(byte[] signed, byte[] original) {
    try {
      return pdfs.check(signed, original);
    } catch (Refusal refusal) {
      throw new Refusal(
          refusal.violations().stream()
              .map(v -> new Violation("signedPdf", v.key(), v.args()))
              .toList());
    }
  }

  /** The text as it was printed, in whichever language and from whichever template. */
  private byte[] original(String programme, AgreementVersion version, byte[] signed) {
    String reference = AgreementDocument.reference(version);
    return documents.of(programme).stream()
        .filter(d -> AgreementDocument.KIND.equals(d.kind()) && reference.equals(d.reference()))
        .map(documents::content)
        .filter(printed -> begins(signed, printed))
        .findFirst()
        .orElseGet(() -> printed(programme, reference));
  }

  /** What the file should have been. */
  private byte[] printed(String programme, String reference) {
    return documents.content(
        generated.of(programme, AgreementDocument.KIND, reference, Languages.FRENCH).orElseThrow());
  }

  private static boolean begins(byte[] file, byte[] start) {
    return file.length >= start.length
        && Arrays.equals(file, 0, start.length, start, 0, start.length);
  }

  /** The last signature of the file that nobody has handed in for this version. */
  private PdfSignature newest(List<PdfSignature> found, AgreementVersion version) {
    Set<String> known =
        signings.of(version).stream()
            .filter(s -> s.state() == Signature.State.SIGNED && s.certificate() != null)
            .map(Signature::certificate)
            .collect(Collectors.toSet());
    return found.stream()
        .filter(s -> !known.contains(s.certificate()))
        .reduce((first, second) -> second)
        .orElseThrow(() -> Refusal.at("signedPdf", "refusal.signing.nobodyNew"));
  }

  private Person named(PdfSignature signature, long party) {
    Set<String> certified =
        words(
            String.join(
                " ",
                signature.signer(),
                Optional.ofNullable(signature.givenName()).orElse(""),
                Optional.ofNullable(signature.surname()).orElse("")));
    return parties.people(party).stream()
        .filter(p -> certified.containsAll(words(p.name())))
        .findFirst()
        .orElseThrow(
            () -> Refusal.at("signedPdf", "refusal.signing.certificateName", signature.signer()));
  }

  /** The words of a name, without accents and capitals. */
  private static Set<String> words(String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT);
    return Arrays.stream(plain.split("[^\\p{L}\\p{N}]+"))
        .filter(w -> !w.isEmpty())
        .collect(Collectors.toSet());
  }
}
