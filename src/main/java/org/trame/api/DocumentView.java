package org.trame.api;

import java.time.Instant;
import java.util.UUID;

/**
 * A document, for other programs.
 *
 * @param kind {@code upload}, or what was generated
 * @param reference what it was generated from, or null
 * @param language of a generated document, or null
 * @param code verification code as printed, or null
 * @param file where its bytes are
 */
record DocumentView(
    UUID id,
    ProgrammeView.Named kind,
    String reference,
    String language,
    String name,
    String mediaType,
    long size,
    String sha256,
    String code,
    Instant createdAt,
    String file) {}
