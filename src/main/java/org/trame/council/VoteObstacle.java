package org.trame.council;

import java.util.List;
import org.trame.input.Violation;

/** Something another module knows that keeps the council from voting. */
public interface VoteObstacle {

  /** The reasons why the council may not vote on this programme yet; empty if none. */
  List<Violation> obstacles(String programme);
}
