package org.trame.commitment.web;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.trame.agreement.Agreement;
import org.trame.agreement.AgreementPart;
import org.trame.commitment.Commitments;
import org.trame.commitment.Reviews;

/** What was promised, on the page of an agreement: the authority's and its partners' alike. */
@Component
class AgreementCommitments implements AgreementPart {

  private final Commitments commitments;
  private final CommitmentViews views;
  private final Reviews reviews;

  AgreementCommitments(Commitments commitments, CommitmentViews views, Reviews reviews) {
    this.commitments = commitments;
    this.views = views;
    this.reviews = reviews;
  }

  @Override
  public Map<String, Object> of(Agreement agreement) {
    return Map.of(
        "commitments",
        views.of(commitments.of(List.of(agreement.id()))),
        "commitmentCounts",
        views.counts(agreement.id()),
        "reviews",
        reviews.of(agreement.id()));
  }
}
