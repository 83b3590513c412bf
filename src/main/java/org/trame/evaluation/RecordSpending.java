package org.trame.evaluation;

import java.math.BigDecimal;
import org.trame.input.Hidden;
import org.trame.input.OneOf;
import org.trame.programme.BudgetSource;

/**
 * What a source paid for an action this year.
 *
 * @param id the line that is changed, action and source parted by a slash; empty for a new one
 * @param action code of the action
 * @param source who paid
 * @param amount euros, to the cent; zero if nothing was spent
 */
public record RecordSpending(
    @Hidden String id,
    @OneOf("actions-in-force") String action,
    BudgetSource source,
    BigDecimal amount) {}
