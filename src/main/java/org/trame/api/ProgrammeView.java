package org.trame.api;

import java.time.LocalDate;

/**
 * A programme as programs read it.
 *
 * @param id readable id
 * @param name what people call it
 * @param regime its regime
 * @param municipality its municipality
 * @param phase the current phase, or null before the first
 * @param state RUNNING, REFUSED or CLOSED
 * @param nextDue next due date of an open clock, or null
 */
record ProgrammeView(
    String id,
    String name,
    Named regime,
    Named municipality,
    Named phase,
    String state,
    LocalDate nextDue) {

  /**
   * A code and its words.
   *
   * @param code regime id, NIS code, or activity id of the phase in the regime's model
   * @param label in the language asked for
   */
  record Named(String code, String label) {}
}
