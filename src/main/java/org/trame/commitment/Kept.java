package org.trame.commitment;

import java.util.Collection;

/**
 * How an organisation keeps its word: each state is counted apart, and what the other side has not
 * confirmed is not counted as kept.
 *
 * @param kept due dates kept in time
 * @param late kept after the due date
 * @param broken broken
 * @param unconfirmed declared, not confirmed
 * @param toCome due or to come
 */
public record Kept(long kept, long late, long broken, long unconfirmed, long toCome) {

  static Kept of(Collection<Occurrence> occurrences) {
    return new Kept(
        count(occurrences, Occurrence.State.KEPT),
        count(occurrences, Occurrence.State.KEPT_LATE),
        count(occurrences, Occurrence.State.BROKEN),
        count(occurrences, Occurrence.State.DECLARED),
        occurrences.stream().filter(Occurrence::open).count());
  }

  private static long count(Collection<Occurrence> all, Occurrence.State state) {
    return all.stream().filter(o -> o.state() == state).count();
  }
}
