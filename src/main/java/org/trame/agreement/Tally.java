package org.trame.agreement;

import java.util.List;

/**
 * How far a signing group is: an organisation has agreed when each of its signers has.
 *
 * @param needed how many organisations have to agree
 * @param agreed how many have
 * @param refused how many have refused
 * @param parties how many there are
 * @param open signatures that nobody has given yet
 */
record Tally(int needed, int agreed, int refused, int parties, List<Signature> open) {

  static Tally of(SigningGroup group, List<Long> parties, List<Signature> all) {
    List<Signature> ofGroup =
        all.stream()
            .filter(s -> s.group().equals(group.code()) && s.state() != Signature.State.VOID)
            .toList();
    int agreed = 0;
    int refused = 0;
    for (long party : parties) {
      List<Signature> own = ofGroup.stream().filter(s -> s.party() == party).toList();
      long given = own.stream().filter(Signature::agreed).count();
      if (given >= group.signers()) {
        agreed++;
      } else if (refusals(own) > 0) {
        refused++;
      }
    }
    return new Tally(
        group.needed(parties.size()),
        agreed,
        refused,
        parties.size(),
        ofGroup.stream().filter(s -> s.awaited() || s.state() == Signature.State.TO_COME).toList());
  }

  /** Refusals after which the organisation was not asked again. */
  private static long refusals(List<Signature> own) {
    return own.stream()
        .filter(s -> s.state() == Signature.State.REFUSED)
        .filter(
            s ->
                own.stream()
                    .noneMatch(
                        later ->
                            later.id() > s.id()
                                && later.state() != Signature.State.NOT_NEEDED
                                && later.state() != Signature.State.REFUSED))
        .count();
  }

  boolean complete() {
    return agreed >= needed;
  }

  /** Whether enough can still agree. */
  boolean possible() {
    return parties - refused >= needed;
  }

  /** What is not awaited any more once it is complete. */
  List<Signature> superfluous() {
    return open;
  }
}
