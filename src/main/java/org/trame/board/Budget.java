package org.trame.board;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.trame.programme.BudgetSource;
import org.trame.programme.Content;

/**
 * The budget as a table: strands by sources, in euros.
 *
 * @param sources the columns
 * @param rows the strands
 * @param totals total of each source
 * @param total of everything
 */
record Budget(
    List<BudgetSource> sources, List<Row> rows, List<BigDecimal> totals, BigDecimal total) {

  /** One strand. */
  record Row(int strand, List<BigDecimal> amounts, BigDecimal total) {}

  static Budget of(Content content) {
    List<BudgetSource> sources = Arrays.asList(BudgetSource.values());
    List<Row> rows =
        content.actions().stream()
            .map(Content.Action::strand)
            .distinct()
            .sorted()
            .map(strand -> row(content, strand, sources))
            .toList();
    return new Budget(
        sources, rows, sources.stream().map(content::total).toList(), content.total());
  }

  private static Row row(Content content, int strand, List<BudgetSource> sources) {
    List<BigDecimal> amounts = sources.stream().map(s -> content.total(strand, s)).toList();
    return new Row(strand, amounts, amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
  }
}
