package org.trame.ledger;

import java.time.Instant;
import java.util.Map;

/**
 * One act.
 *
 * @param id order of appending
 * @param subject programme or selection round
 * @param at when, in simulated time too
 * @param actor account, or the system
 * @param bySystem whether the program acted by itself
 * @param act code of the act
 * @param details named values of its sentence
 */
public record LedgerEntry(
    long id,
    String subject,
    Instant at,
    String actor,
    boolean bySystem,
    String act,
    Map<String, String> details) {}
