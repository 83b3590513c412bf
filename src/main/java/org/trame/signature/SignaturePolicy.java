package org.trame.signature;

import eu.europa.esig.dss.enumerations.Level;
import eu.europa.esig.dss.model.policy.ValidationPolicy;
import eu.europa.esig.dss.policy.EtsiValidationPolicy;
import eu.europa.esig.dss.policy.ValidationPolicyFacade;
import eu.europa.esig.dss.policy.jaxb.BasicSignatureConstraints;
import eu.europa.esig.dss.policy.jaxb.CertificateConstraints;
import eu.europa.esig.dss.policy.jaxb.ConstraintsParameters;
import eu.europa.esig.dss.policy.jaxb.LevelConstraint;
import java.io.InputStream;

/** The policy DSS comes with (ETSI TS 119 172-4), less the revocation where nobody is asked. */
final class SignaturePolicy {

  private static final String DEFAULT = "/policy/constraint.xml";

  private SignaturePolicy() {}

  static ValidationPolicy of(boolean online) {
    try (InputStream file = ValidationPolicyFacade.class.getResourceAsStream(DEFAULT)) {
      ConstraintsParameters policy = ValidationPolicyFacade.newFacade().unmarshall(file);
      if (!online) {
        withoutRevocation(policy.getSignatureConstraints().getBasicSignatureConstraints());
        withoutRevocation(policy.getTimestamp().getBasicSignatureConstraints());
      }
      return new EtsiValidationPolicy(policy);
    } catch (Exception e) {
      throw new IllegalStateException("The validation policy of DSS cannot be read", e);
    }
  }

  private static void withoutRevocation(BasicSignatureConstraints constraints) {
    withoutRevocation(constraints.getSigningCertificate());
    withoutRevocation(constraints.getCACertificate());
  }

  private static void withoutRevocation(CertificateConstraints constraints) {
    LevelConstraint ignored = new LevelConstraint();
    ignored.setLevel(Level.IGNORE);
    constraints.setRevocationDataAvailable(ignored);
    constraints.setAcceptableRevocationDataFound(ignored);
  }
}
