package org.trame.supervision;

import java.util.List;
import org.trame.deadline.Assent;

/**
 * How the acts of a programme were answered, each state apart.
 *
 * @param explicit approved by decree
 * @param tacit deemed approved by silence
 * @param refused not approved
 * @param awaited without answer yet
 */
public record Assents(long explicit, long tacit, long refused, long awaited) {

  /** Counts them. */
  public static Assents of(List<SupervisedAct> acts) {
    return new Assents(
        with(acts, Assent.EXPLICIT),
        with(acts, Assent.TACIT),
        with(acts, Assent.REFUSED),
        with(acts, null));
  }

  private static long with(List<SupervisedAct> acts, Assent assent) {
    return acts.stream().filter(a -> a.assent() == assent).count();
  }
}
