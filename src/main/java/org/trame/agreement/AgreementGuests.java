package org.trame.agreement;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.trame.access.Actor;
import org.trame.access.Actors;
import org.trame.document.DocumentGuests;
import org.trame.document.StoredDocument;
import org.trame.worksheet.SubjectProgramme;

/** The parties of agreements read what concerns their agreements, and hand in what they signed. */
@Component
class AgreementGuests implements DocumentGuests, SubjectProgramme {

  private final Agreements agreements;
  private final Signings signings;

  AgreementGuests(Agreements agreements, Signings signings) {
    this.agreements = agreements;
    this.signings = signings;
  }

  @Override
  public boolean mayUpload(Actor actor, String programme) {
    return Actors.as(actor, agreements::mine).stream()
        .anyMatch(a -> a.programme().equals(programme));
  }

  @Override
  public boolean mayRead(Actor actor, StoredDocument document) {
    return Actors.as(actor, agreements::mine).stream()
        .filter(a -> a.programme().equals(document.programme()))
        .anyMatch(a -> isOf(a, document));
  }

  /** The printed text, and what was signed. */
  private boolean isOf(Agreement agreement, StoredDocument document) {
    return AgreementDocument.isOf(document, agreement)
        || signings.of(java.util.List.of(agreement.id())).stream()
            .anyMatch(s -> document.id().equals(s.document()));
  }

  @Override
  public Optional<String> programme(String subject) {
    return agreements.find(Agreement.ofSubject(subject)).map(Agreement::programme);
  }
}
