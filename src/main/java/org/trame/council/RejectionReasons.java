package org.trame.council;

import java.util.List;
import org.springframework.stereotype.Component;
import org.trame.programme.ReworkReasons;

/** A programme the council rejects comes back with the reason of the resolution. */
@Component
class RejectionReasons implements ReworkReasons {

  private final CouncilSittings sittings;

  RejectionReasons(CouncilSittings sittings) {
    this.sittings = sittings;
  }

  @Override
  public List<Reason> of(String programme) {
    return sittings.of(programme).stream()
        .filter(s -> s.outcome() == Sitting.Outcome.REJECTED)
        .map(s -> new Reason(s.sittingAt().toLocalDate(), "rework.council", s.reason()))
        .toList();
  }
}
