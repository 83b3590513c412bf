package org.trame.agreement;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.trame.worksheet.Subjects;

/** An agreement as a subject. */
@Component
class AgreementSubjects implements Subjects {

  private final Agreements agreements;

  AgreementSubjects(Agreements agreements) {
    this.agreements = agreements;
  }

  @Override
  public Optional<Named> find(String subject) {
    return agreements.find(Agreement.ofSubject(subject)).map(AgreementSubjects::named);
  }

  @Override
  public Map<String, Named> findAll(Collection<String> subjects) {
    List<Long> ids = subjects.stream().map(Agreement::ofSubject).filter(id -> id >= 0).toList();
    Map<String, Named> found = new HashMap<>();
    agreements.all(ids).forEach(a -> found.put(a.subject(), named(a)));
    return found;
  }

  @Override
  public List<String> of(Collection<String> programmes) {
    return agreements.of(programmes).stream().map(Agreement::subject).toList();
  }

  private static Named named(Agreement agreement) {
    return new Named(agreement.title(), "/agreements/" + agreement.id());
  }
}
