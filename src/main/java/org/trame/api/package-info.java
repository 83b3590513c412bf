/**
 * The interface for programs under {@code /api}: what an account may see and write, as JSON; errors
 * are problem details (RFC 9457) with sentences in the language asked for.
 */
package org.trame.api;
