package org.trame.agreement;

import java.util.Map;

/** A part of an agreement's page that another module knows. */
public interface AgreementPart {

  /** The values of this part by name. */
  Map<String, Object> of(Agreement agreement);
}
