package org.trame.profile;

import java.time.LocalDate;
import org.trame.input.Hidden;

/**
 * A planned sitting that does not take place.
 *
 * @param id its day
 */
public record CancelSitting(@Hidden LocalDate id) {}
