package org.trame.programme;

import java.time.LocalDate;

/**
 * The words of an elaboration; its tables are the {@link Content}.
 *
 * @param method how those who live, work in and use the neighbourhood were heard
 * @param findings what the diagnosis found
 * @param establishedOn day the diagnosis was established
 * @param guidingThread what holds the actions together, or null before the first draft
 * @param draftedOn day the last draft was submitted to opinions, or null
 */
public record Elaboration(
    String method,
    String findings,
    LocalDate establishedOn,
    String guidingThread,
    LocalDate draftedOn) {}
