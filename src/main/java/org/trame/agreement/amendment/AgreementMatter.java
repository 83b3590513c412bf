package org.trame.agreement.amendment;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.trame.agreement.Agreement;
import org.trame.agreement.Agreements;
import org.trame.programme.AmendmentMatter;

/** An agreement as what an amendment of the programme is about. */
@Component
class AgreementMatter implements AmendmentMatter {

  private final Agreements agreements;
  private final AgreementAmendments amendments;
  private final DifferenceLines lines;

  AgreementMatter(Agreements agreements, AgreementAmendments amendments, DifferenceLines lines) {
    this.agreements = agreements;
    this.amendments = amendments;
    this.lines = lines;
  }

  @Override
  public Optional<List<String>> changes(String subject) {
    return agreements
        .find(Agreement.ofSubject(subject))
        .flatMap(a -> amendments.difference(agreements.current(a.id())))
        .map(lines::of);
  }
}
