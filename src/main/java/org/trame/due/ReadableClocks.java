package org.trame.due;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.access.Actor;
import org.trame.access.Actors;
import org.trame.access.Role;
import org.trame.deadline.Clocks;
import org.trame.deadline.LegalClock;
import org.trame.deadline.Place;
import org.trame.deadline.Responsibilities;

/** The clocks a reader may see: those of what is in the scope of his roles; auditors, all. */
@Component
@Transactional(readOnly = true)
public class ReadableClocks {

  private final Clocks clocks;
  private final Responsibilities responsibilities;

  ReadableClocks(Clocks clocks, Responsibilities responsibilities) {
    this.clocks = clocks;
    this.responsibilities = responsibilities;
  }

  /** The clock, open or ended, if there is one and the reader may see it. */
  public Optional<LegalClock> find(long id) {
    return clocks.get(id).filter(c -> mayRead(Actors.current(), c.subject()));
  }

  private boolean mayRead(Actor reader, String subject) {
    return reader.holds(Role.AUDITOR)
        || responsibilities.concerns(reader, subject)
        || responsibilities.place(subject).filter(p -> within(reader, p)).isPresent();
  }

  private static boolean within(Actor reader, Place place) {
    return Role.working().stream()
        .filter(r -> r.scope() == Role.Scope.REGION || place.nis() != null)
        .anyMatch(r -> reader.in(r.group(place.nis(), place.region())));
  }
}
