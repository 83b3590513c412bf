package org.trame.implementation;

import java.time.LocalDate;

/**
 * More time, asked for or granted.
 *
 * @param id technical id
 * @param requestedOn day it was asked for
 * @param months months asked for
 * @param works works to finish
 * @param granted decision, or null while it is awaited
 * @param grantedMonths months granted, or null
 * @param motives motives of the decision, or null
 * @param decidedOn day of the decision, or null
 */
public record Extension(
    long id,
    LocalDate requestedOn,
    int months,
    String works,
    Boolean granted,
    Integer grantedMonths,
    String motives,
    LocalDate decidedOn) {}
