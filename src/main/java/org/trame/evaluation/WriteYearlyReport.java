package org.trame.evaluation;

import org.trame.input.LongText;
import org.trame.input.MayBeEmpty;

/**
 * The words of a yearly report. What is empty stays as it was handed in before.
 *
 * @param words what was done
 * @param conditions what helped and what hindered
 */
public record WriteYearlyReport(
    @MayBeEmpty @LongText String words, @MayBeEmpty @LongText String conditions) {}
