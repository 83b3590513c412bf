package org.trame.agreement;

import java.util.List;

/**
 * What the parties of a version said, each state apart; witnesses are counted apart too, for they
 * agree to nothing.
 *
 * @param explicit signatures given
 * @param tacit assents by silence
 * @param refused refusals
 * @param awaited signatures that are not given yet
 * @param witnesses witnesses who attested
 * @param reservations reservations made
 */
public record Assents(
    long explicit, long tacit, long refused, long awaited, long witnesses, long reservations) {

  /** Counts them. */
  public static Assents of(List<Signature> signatures, List<Reservation> reservations) {
    List<Signature> parties =
        signatures.stream().filter(s -> s.capacity() != Capacity.WITNESS).toList();
    return new Assents(
        with(parties, Signature.State.SIGNED),
        with(parties, Signature.State.TACIT),
        with(parties, Signature.State.REFUSED),
        parties.stream().filter(s -> s.awaited() || s.state() == Signature.State.TO_COME).count(),
        with(signatures, Signature.State.SIGNED) - with(parties, Signature.State.SIGNED),
        reservations.size());
  }

  private static long with(List<Signature> signatures, Signature.State state) {
    return signatures.stream().filter(s -> s.state() == state).count();
  }

  /** How many have to answer in all, witnesses aside. */
  public long total() {
    return explicit + tacit + refused + awaited;
  }
}
