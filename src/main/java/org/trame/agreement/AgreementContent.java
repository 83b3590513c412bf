package org.trame.agreement;

import java.util.List;
import java.util.Optional;

/**
 * A version of an agreement with what it says and who takes part.
 *
 * @param version the version
 * @param clauses its clauses, in order
 * @param groups its signing groups, in order of their turn
 * @param participants its organisations
 * @param commitments what they promise each other, by code
 */
public record AgreementContent(
    AgreementVersion version,
    List<Clause> clauses,
    List<SigningGroup> groups,
    List<Participant> participants,
    List<DraftedCommitment> commitments) {

  /** The group of this code. */
  public SigningGroup group(String code) {
    return groups.stream().filter(g -> g.code().equals(code)).findFirst().orElseThrow();
  }

  /** The organisations of a group, by number. */
  public List<Long> parties(String group) {
    return participants.stream()
        .filter(p -> p.group().equals(group))
        .map(Participant::party)
        .toList();
  }

  /** The group an organisation is in, if it takes part. */
  public Optional<SigningGroup> groupOf(long party) {
    return participants.stream()
        .filter(p -> p.party() == party)
        .findFirst()
        .map(p -> group(p.group()));
  }

  /** Whether an organisation is bound by it. */
  public boolean binds(long party) {
    return groupOf(party).filter(g -> g.capacity() == Capacity.SIGNATORY).isPresent();
  }

  /** The organisations that are bound by it, by number. */
  public List<Long> bound() {
    return participants.stream().map(Participant::party).filter(this::binds).sorted().toList();
  }
}
