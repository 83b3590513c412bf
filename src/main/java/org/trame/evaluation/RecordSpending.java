package org.trame.evaluation;

import java.math.BigDecimal;
import org.trame.input.OneOf;
import org.trame.programme.BudgetSource;

/**
 * What a source paid for an action this year.
 *
 * @param action code of the action
 * @param source who paid
 * @param amount euros, to the cent; zero if nothing was spent
 */
public record RecordSpending(
    @OneOf("actions-in-force") String action, BudgetSource source, BigDecimal amount) {}
