package org.trame.agreement.process;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.trame.agreement.Signings;

/**
 * Variables of the processes {@code AgreementSigning}, {@code Mediation}, {@code Signature}, {@code
 * Endorsement}.
 */
final class AgreementSigningVariables {

  /** Number of the agreement. */
  static final String AGREEMENT = "agreement";

  /** What the drafters do after a refusal: an {@link org.trame.agreement.AfterRefusal}. */
  static final String OUTCOME = "refusalOutcome";

  /** Whether the parties accepted a mediator. */
  static final String MEDIATOR_NAMED = "mediatorNamed";

  /** Where the process goes after a mediation: {@code SIGN}, {@code REVISE} or {@code ABANDON}. */
  static final String MEDIATED = "mediationOutcome";

  /** Whether a signature on paper was confirmed. */
  static final String CONFIRMED = "scanConfirmed";

  /** Whether the signature was written down from paper and awaits its confirmation. */
  static final String ON_PAPER = "onPaper";

  /** Light or heavy: an {@link org.trame.agreement.AgreementVersion.Kind}. */
  static final String AMENDMENT_KIND = "agreementAmendmentKind";

  private AgreementSigningVariables() {}

  static long agreement(VariableScope scope) {
    return ((Number) scope.getVariable(AGREEMENT)).longValue();
  }

  static long signature(VariableScope scope) {
    return ((Number) scope.getVariable(Signings.SIGNATURE)).longValue();
  }
}
