package org.trame.consultation;

import java.time.LocalDate;
import org.trame.input.OneOf;

/**
 * A mandate ends.
 *
 * @param seat seat of the mandate
 * @param endsOn last day of the mandate
 * @param endReason why
 */
public record EndMandate(@OneOf("seats") String seat, LocalDate endsOn, String endReason) {}
