package org.trame.notification.outbox;

/**
 * A mail as it is handed to the server.
 *
 * @param id its row
 * @param messageId its {@code Message-ID}
 * @param language of both parts
 * @param address to whom
 * @param subject its subject
 * @param text plain text
 * @param html the same as HTML
 */
record Outgoing(
    int id,
    String messageId,
    String language,
    String address,
    String subject,
    String text,
    String html) {}
