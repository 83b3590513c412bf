package org.trame.document;

import java.time.Instant;
import java.util.UUID;

/**
 * A document.
 *
 * @param id its id, and the key of its bytes
 * @param programme programme it belongs to
 * @param kind {@value #UPLOAD}, or what was generated
 * @param reference what it was generated from, or null
 * @param language {@code fr} or {@code nl}, or null for an upload
 * @param name name of the file
 * @param title what whoever uploaded it says it is, or null
 * @param description more about it, or null
 * @param mediaType type by content
 * @param size bytes
 * @param sha256 hash of the bytes, in hexadecimal
 * @param code verification code, or null for an upload
 * @param createdAt when it was stored
 * @param createdBy account
 */
public record StoredDocument(
    UUID id,
    String programme,
    String kind,
    String reference,
    String language,
    String name,
    String title,
    String description,
    String mediaType,
    long size,
    String sha256,
    String code,
    Instant createdAt,
    String createdBy) {

  /** Kind of what people upload. */
  public static final String UPLOAD = "upload";
}
