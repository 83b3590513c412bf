package org.trame.programme;

import org.trame.input.LongText;

/**
 * What the coordinator hands in when the diagnosis is done.
 *
 * @param method how those who live, work in and use the neighbourhood were heard
 * @param findings what was found
 */
public record EstablishDiagnosis(@LongText String method, @LongText String findings) {}
