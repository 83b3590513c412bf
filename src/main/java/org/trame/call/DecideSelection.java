package org.trame.call;

import java.time.LocalDate;

/**
 * The decision on a round as a whole.
 *
 * @param notifiedOn day the municipalities were told: the elaboration counts from it
 */
public record DecideSelection(LocalDate notifiedOn) {}
