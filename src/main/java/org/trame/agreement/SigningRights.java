package org.trame.agreement;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.access.Actor;
import org.trame.access.Actors;
import org.trame.access.Role;
import org.trame.programme.Programme;
import org.trame.programme.Programmes;

/** Who may do what while an agreement is being signed. */
@Component
@Transactional(readOnly = true)
class SigningRights {

  private final Agreements agreements;
  private final Signings signings;
  private final SignatureActs acts;
  private final Programmes programmes;

  SigningRights(
      Agreements agreements, Signings signings, SignatureActs acts, Programmes programmes) {
    this.agreements = agreements;
    this.signings = signings;
    this.acts = acts;
    this.programmes = programmes;
  }

  /** Coordinators and secretaries write down paper, and so does an organisation that is asked. */
  boolean mayEnterPaper(long agreement) {
    return awaited(agreement)
        && (!acts.mine(agreement).isEmpty()
            || is(agreement, Role.COORDINATOR)
            || is(agreement, Role.COUNCIL_SECRETARY));
  }

  /** The drafters take the text back while it is being signed. */
  boolean mayTakeBack(long agreement) {
    return signing(agreement).isPresent() && is(agreement, Role.COORDINATOR);
  }

  /**
   * The drafters give up a text that is not in force; while the commission, the council or the
   * Region has it before them, the amendment of the programme decides.
   */
  boolean mayGiveUp(long agreement) {
    return agreements
            .find(agreement)
            .flatMap(a -> agreements.underWay(a.id()))
            .filter(v -> v.state() != AgreementVersion.State.READY)
            .isPresent()
        && is(agreement, Role.COORDINATOR);
  }

  /** Whoever reads an agreement may remind those it waits for; an auditor changes nothing. */
  boolean mayRemind(long agreement) {
    Actor actor = Actors.current();
    return awaited(agreement)
        && !actor.holds(Role.AUDITOR)
        && agreements.mayRead(actor, agreements.get(agreement));
  }

  private boolean awaited(long agreement) {
    return signing(agreement).stream()
        .flatMap(v -> signings.of(v).stream())
        .anyMatch(s -> s.state() == Signature.State.AWAITED);
  }

  private Optional<AgreementVersion> signing(long agreement) {
    return agreements
        .find(agreement)
        .flatMap(a -> agreements.underWay(a.id()))
        .filter(v -> v.state() == AgreementVersion.State.SIGNING);
  }

  private boolean is(long agreement, Role role) {
    Programme programme = programmes.get(agreements.get(agreement).programme());
    return programme.state() == Programme.State.RUNNING
        && Actors.current().in(role.group(programme.nis(), programme.region()));
  }
}
