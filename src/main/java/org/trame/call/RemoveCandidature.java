package org.trame.call;

import org.trame.input.OneOf;

/**
 * A candidature that was registered by mistake.
 *
 * @param id its code
 */
public record RemoveCandidature(@OneOf("candidatures") String id) {}
