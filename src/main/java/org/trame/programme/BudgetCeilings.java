package org.trame.programme;

import java.math.BigDecimal;
import java.util.Map;

/** What a programme may cost each source at most; implemented by whoever keeps the envelopes. */
public interface BudgetCeilings {

  /**
   * The ceilings of a programme, in euros; a source that is absent is not limited. Empty if the
   * envelope is not set yet.
   */
  Map<BudgetSource, BigDecimal> of(String programme);
}
