package org.trame.agreement;

import java.util.Map;

/** What another module knows of an agreement and shows on its page. */
public interface AgreementPart {

  /** Named values for the page. */
  Map<String, Object> of(Agreement agreement);
}
