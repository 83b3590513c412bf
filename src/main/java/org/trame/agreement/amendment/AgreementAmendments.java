package org.trame.agreement.amendment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.access.Actors;
import org.trame.agreement.Agreement;
import org.trame.agreement.AgreementContent;
import org.trame.agreement.AgreementDifference;
import org.trame.agreement.AgreementDrafts;
import org.trame.agreement.AgreementVersion;
import org.trame.agreement.Agreements;
import org.trame.agreement.Signings;
import org.trame.language.Messages;
import org.trame.programme.Amendment;
import org.trame.programme.AmendmentClosed;
import org.trame.programme.Amendments;
import org.trame.programme.Programme;
import org.trame.programme.Programmes;
import org.trame.regime.Regimes;
import org.trame.regime.Rule;

/**
 * Changes of agreements in force. The regime's table {@code AgreementAmendmentKind} says whether
 * the signatures are enough, or the change goes through opinions, vote and approval before, as an
 * amendment of the programme that is about the agreement.
 */
@Component
@Transactional
public class AgreementAmendments {

  /** Table of a regime: what a change of an agreement has to go through. */
  public static final String KIND = "AgreementAmendmentKind";

  /** Output of the table of agreements: whether one follows the changes of the programme. */
  private static final String WITH_PROGRAMME = "amendedWithProgramme";

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Agreements agreements;
  private final AgreementDrafts drafts;
  private final Signings signings;
  private final Amendments amendments;
  private final Programmes programmes;
  private final Regimes regimes;
  private final Messages messages;

  AgreementAmendments(
      Agreements agreements,
      AgreementDrafts drafts,
      Signings signings,
      Amendments amendments,
      Programmes programmes,
      Regimes regimes,
      Messages messages) {
    this.agreements = agreements;
    this.drafts = drafts;
    this.signings = signings;
    this.amendments = amendments;
    this.programmes = programmes;
    this.regimes = regimes;
    this.messages = messages;
  }

  /** Whether the current actor may open an amendment of this agreement. */
  @Transactional(readOnly = true)
  public boolean mayAmend(long agreement) {
    return agreements
        .find(agreement)
        .filter(a -> a.state() == Agreement.State.IN_FORCE)
        .filter(a -> agreements.underWay(a.id()).isEmpty())
        .filter(a -> agreements.drives(Actors.current(), a))
        .isPresent();
  }

  /**
   * Opens an amendment: a draft like the text in force.
   *
   * @throws org.trame.input.Refusal if the agreement is not in force, or another text is under way
   */
  public void amend(long agreement, AmendAgreement form) {
    drafts.amend(agreement, form.amendmentObject(), null);
  }

  /** Whether the version under way changes one that is in force. */
  @Transactional(readOnly = true)
  public boolean amends(long agreement) {
    return agreements.underWay(agreement).filter(v -> v.amends() != null).isPresent();
  }

  /** What a version changes in the one it amends; empty for a first text. */
  @Transactional(readOnly = true)
  public Optional<AgreementDifference> difference(AgreementVersion version) {
    return Optional.ofNullable(version.amends()).map(amended -> since(version, amended));
  }

  private AgreementDifference since(AgreementVersion version, int number) {
    AgreementContent before =
        agreements.content(
            agreements.versions(version.agreement()).stream()
                .filter(v -> v.number() == number)
                .findFirst()
                .orElseThrow());
    return AgreementDifference.between(before, agreements.content(version));
  }

  /**
   * What the table asks about the version under way. It is compared with the text that is in force,
   * or with a later one that went through the programme and that a party did not sign.
   */
  @Transactional(readOnly = true)
  public Map<String, Object> inputs(long agreement) {
    AgreementVersion version = agreements.underWay(agreement).orElseThrow();
    int base =
        agreements.versions(agreement).stream()
            .filter(v -> v.number() > version.amends() && v.number() < version.number())
            .filter(v -> v.follows() != null)
            .mapToInt(AgreementVersion::number)
            .max()
            .orElse(version.amends());
    AgreementDifference difference = since(version, base);
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("agreementKind", agreements.get(agreement).kind());
    inputs.put("followsProgramme", version.follows() != null);
    inputs.put(
        "partiesChanged",
        !difference.partiesAdded().isEmpty() || !difference.partiesRemoved().isEmpty());
    inputs.put("actionsChanged", !difference.actionsChanged().isEmpty());
    inputs.put("amountChange", amountChange(difference));
    return inputs;
  }

  /** By how much the amount changes, in percent of what it was; negative if it is less. */
  private static double amountChange(AgreementDifference difference) {
    BigDecimal before = orZero(difference.before().version().amount());
    BigDecimal change = orZero(difference.after().version().amount()).subtract(before);
    if (before.signum() == 0) {
      return change.signum() * HUNDRED.doubleValue();
    }
    return change.multiply(HUNDRED).divide(before, 2, RoundingMode.HALF_UP).doubleValue();
  }

  private static BigDecimal orZero(BigDecimal amount) {
    return amount == null ? BigDecimal.ZERO : amount;
  }

  /** Keeps what the table answered. */
  public AgreementVersion.Kind classify(long agreement, Rule rule) {
    AgreementVersion.Kind kind = AgreementVersion.Kind.valueOf(rule.string("kind"));
    drafts.classified(agreements.underWay(agreement).orElseThrow(), kind, rule);
    return kind;
  }

  /** Whether the last amendment of the programme that was about this agreement is in force. */
  @Transactional(readOnly = true)
  public boolean approved(long agreement) {
    return last(agreement).state() == Amendment.State.IN_FORCE;
  }

  private Amendment last(long agreement) {
    Agreement about = agreements.get(agreement);
    return amendments.of(about.programme()).stream()
        .filter(a -> about.subject().equals(a.matter()))
        .max(Comparator.comparingInt(Amendment::number))
        .orElseThrow();
  }

  /**
   * The amendment of the programme was approved: the text may be signed, unless the agreement has
   * ended in the meantime.
   */
  public void pass(long agreement) {
    if (agreements.get(agreement).state() == Agreement.State.ENDED) {
      drop(agreement);
      return;
    }
    drafts.follows(agreements.underWay(agreement).orElseThrow(), last(agreement).number());
  }

  /** The amendment of the programme was not approved: the text in force stays. */
  public void drop(long agreement) {
    Amendment amendment = last(agreement);
    signings.abandon(
        agreement,
        amendment.outcomeReason() == null
            ? messages.say("agreement.amendment." + amendment.state())
            : amendment.outcomeReason());
  }

  /** Whether the version under way waits for its signatures to be asked. */
  @Transactional(readOnly = true)
  public boolean maySign(long agreement) {
    return agreements
        .underWay(agreement)
        .filter(v -> v.state() == AgreementVersion.State.READY)
        .isPresent();
  }

  /**
   * A heavy amendment of the programme is in force: the agreements that follow the programme are
   * opened, so that the parties sign what they are bound to (guide P8).
   */
  @EventListener
  void programmeChanged(AmendmentClosed closed) {
    Amendment amendment = closed.amendment();
    if (amendment.state() == Amendment.State.IN_FORCE
        && amendment.kind() == Amendment.Kind.HEAVY
        && regimes.has(programmes.get(closed.programme()).regime(), Agreements.KINDS)) {
      Programme programme = programmes.get(closed.programme());
      Map<String, Rule> kinds = regimes.rows(programme.regime(), Agreements.KINDS);
      agreements.of(programme.id()).stream()
          .filter(a -> a.state() == Agreement.State.IN_FORCE)
          .filter(a -> !a.subject().equals(amendment.matter()))
          .filter(a -> agreements.underWay(a.id()).isEmpty())
          .filter(a -> kinds.get(a.kind()).yes(WITH_PROGRAMME))
          .forEach(a -> drafts.amend(a.id(), amendment.object(), amendment.number()));
    }
  }
}
