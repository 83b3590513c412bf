package org.trame.approval;

import java.util.List;
import org.springframework.stereotype.Component;
import org.trame.programme.ReworkReasons;

/** What the Government refuses comes back with its motives. */
@Component
class RefusalReasons implements ReworkReasons {

  private final Dossiers dossiers;

  RefusalReasons(Dossiers dossiers) {
    this.dossiers = dossiers;
  }

  @Override
  public List<Reason> of(String programme) {
    return dossiers.of(programme).stream()
        .filter(d -> d.outcome() == ApprovalOutcome.REFUSED)
        .map(d -> new Reason(d.decidedOn(), "rework.government", d.motives()))
        .toList();
  }
}
