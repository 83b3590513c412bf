package org.trame.commitment;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.trame.access.Actor;
import org.trame.agreement.Agreement;
import org.trame.agreement.Agreements;
import org.trame.document.DocumentGuests;
import org.trame.document.StoredDocument;
import org.trame.worksheet.SubjectProgramme;
import org.trame.worksheet.Subjects;

/** A commitment as a subject; its evidence is read by whoever reads its agreement. */
@Component
class CommitmentSubjects implements Subjects, SubjectProgramme, DocumentGuests {

  private final Commitments commitments;
  private final OccurrenceStore occurrences;
  private final Agreements agreements;

  CommitmentSubjects(Commitments commitments, OccurrenceStore occurrences, Agreements agreements) {
    this.commitments = commitments;
    this.occurrences = occurrences;
    this.agreements = agreements;
  }

  @Override
  public Optional<Named> find(String subject) {
    return Optional.ofNullable(findAll(List.of(subject)).get(subject));
  }

  @Override
  public Map<String, Named> findAll(Collection<String> subjects) {
    List<Commitment> found =
        commitments.all(
            subjects.stream().map(Commitment::ofSubject).filter(id -> id >= 0).toList());
    Map<Long, Agreement> of =
        agreements.all(found.stream().map(Commitment::agreement).distinct().toList()).stream()
            .collect(Collectors.toMap(Agreement::id, a -> a));
    Map<String, Named> named = new HashMap<>();
    found.forEach(c -> named.put(c.subject(), named(c, of.get(c.agreement()))));
    return named;
  }

  private static Named named(Commitment commitment, Agreement agreement) {
    return new Named(
        commitment.text().code() + " – " + agreement.title(), "/commitments/" + commitment.id());
  }

  @Override
  public List<String> of(Collection<String> programmes) {
    return commitments.of(agreements.of(programmes).stream().map(Agreement::id).toList()).stream()
        .map(Commitment::subject)
        .toList();
  }

  @Override
  public Optional<String> programme(String subject) {
    return commitments
        .find(Commitment.ofSubject(subject))
        .map(c -> agreements.get(c.agreement()).programme());
  }

  @Override
  public boolean mayUpload(Actor actor, String programme) {
    // The parties of agreements may already.
    return false;
  }

  @Override
  public boolean mayRead(Actor actor, StoredDocument document) {
    return occurrences
        .ofDocument(document.id())
        .flatMap(commitments::find)
        .filter(c -> commitments.mayRead(actor, c))
        .isPresent();
  }
}
