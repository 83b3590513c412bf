package org.trame.agreement;

import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.document.GeneratedDocuments;
import org.trame.document.StoredDocument;

/** The texts of agreements as PDF. */
@Component
@Transactional
public class PrintedAgreements {

  private final Agreements agreements;
  private final GeneratedDocuments generated;

  PrintedAgreements(Agreements agreements, GeneratedDocuments generated) {
    this.agreements = agreements;
    this.generated = generated;
  }

  /** The text of a version, once it is frozen; the same version gives the same file. */
  public Optional<StoredDocument> of(Agreement agreement, int version, Locale language) {
    return agreements.versions(agreement.id()).stream()
        .filter(v -> v.number() == version && v.text() != null)
        .findFirst()
        .flatMap(
            v ->
                generated.of(
                    agreement.programme(),
                    AgreementDocument.KIND,
                    AgreementDocument.reference(v),
                    language));
  }
}
