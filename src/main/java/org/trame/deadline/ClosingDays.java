package org.trame.deadline;

import java.time.LocalDate;
import java.util.Map;

/** Days on which the offices of a municipality are closed, beside the holidays. */
public interface ClosingDays {

  /**
   * The closing days of a municipality, with what it calls each.
   *
   * @param nis NIS code of the municipality
   */
  Map<LocalDate, String> of(String nis);
}
