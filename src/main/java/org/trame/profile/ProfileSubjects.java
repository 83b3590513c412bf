package org.trame.profile;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.trame.language.Messages;
import org.trame.worksheet.Subjects;

/** A municipality as a subject. */
@Component
class ProfileSubjects implements Subjects {

  private final MunicipalProfiles profiles;

  ProfileSubjects(MunicipalProfiles profiles) {
    this.profiles = profiles;
  }

  @Override
  public Optional<Named> find(String subject) {
    return profiles.municipality(subject).map(m -> new Named(m.name(Messages.locale()), "/"));
  }
}
