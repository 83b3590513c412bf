package org.trame.consultation;

import java.util.List;
import org.springframework.stereotype.Component;
import org.trame.council.VoteObstacle;
import org.trame.input.Violation;

/** The council does not vote as long as something that was said has no reply. */
@Component
class Unanswered implements VoteObstacle {

  private final Participation participation;

  Unanswered(Participation participation) {
    this.participation = participation;
  }

  @Override
  public List<Violation> obstacles(String programme) {
    Participation.Treatment treatment = participation.treatment(programme);
    int missing = treatment.opinionsUntreated() + treatment.observationsUntreated();
    return missing == 0
        ? List.of()
        : List.of(
            Violation.at(
                "",
                "refusal.consultation.unanswered",
                treatment.opinionsUntreated(),
                treatment.observationsUntreated()));
  }
}
