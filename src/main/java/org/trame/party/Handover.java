package org.trame.party;

import java.time.LocalDate;

/**
 * The handover of a mandate that ends.
 *
 * @param mandate number of the mandate
 * @param askedOn day it was asked
 * @param doneOn day it was done, or null
 * @param successor who takes over, or null
 * @param note what there is to know, or null
 */
public record Handover(
    long mandate, LocalDate askedOn, LocalDate doneOn, String successor, String note) {}
