package org.trame.commitment;

import org.trame.input.OneOf;

/**
 * The beneficiary confirms that it was done.
 *
 * @param occurrence which due date
 */
public record ConfirmCommitment(@OneOf("declaredOccurrences") String occurrence) {}
