package org.trame.profile;

import org.trame.input.Hidden;

/**
 * Closing days that are none any more.
 *
 * @param id the days, as {@code 2026-12-24..2026-12-31}
 */
public record OpenDays(@Hidden String id) {}
