package org.trame.notification;

import java.time.Instant;

/**
 * A mail opened, with the proof of its sending.
 *
 * @param mail the mail
 * @param readable whether the reader may see what it says; otherwise only how far it got
 * @param text plain text part, or null if not readable
 * @param html HTML part, or null if not readable
 * @param address to which address, or null if none is known
 * @param sendingAt when its last line was about to be written, or null
 * @param sha256 of the whole mail as it went over the connection, or null
 * @param serverReply what the server answered when it took it, or null
 * @param againBy who had it sent again last, or null
 * @param againAt when that was, or null
 */
public record Letter(
    Mail mail,
    boolean readable,
    String text,
    String html,
    String address,
    Instant sendingAt,
    String sha256,
    String serverReply,
    String againBy,
    Instant againAt) {}
