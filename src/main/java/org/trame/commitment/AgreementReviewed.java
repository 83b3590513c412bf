package org.trame.commitment;

import java.util.List;
import org.trame.agreement.Agreement;

/**
 * An agreement was reviewed.
 *
 * @param agreement which
 * @param parties organisations whose people are told
 * @param outcome what was found
 * @param words in words
 */
public record AgreementReviewed(
    Agreement agreement, List<Long> parties, ReviewOutcome outcome, String words) {}
