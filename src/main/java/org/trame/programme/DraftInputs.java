package org.trame.programme;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.trame.input.Hidden;
import org.trame.input.LongText;
import org.trame.input.MayBeEmpty;
import org.trame.input.OneOf;

/** What is handed in, row by row. The hidden {@code id} names the row that is changed. */
final class DraftInputs {

  private DraftInputs() {}

  record PerimeterRow(@LongText String description) {}

  record NeedRow(
      @Hidden String id, String code, @LongText String statement, Content.NeedKind kind) {}

  record ActionRow(
      @Hidden String id,
      String code,
      @OneOf("strands") Integer strand,
      String title,
      @MayBeEmpty @LongText String description,
      String carrier) {}

  record BudgetRow(
      @Hidden String id,
      @OneOf("actions") String action,
      Integer year,
      BudgetSource source,
      BigDecimal amount) {}

  /** What may be empty here is refused by the service, in the words of the rule. */
  record ObjectiveRow(
      @Hidden String id,
      String code,
      @OneOf("actions") String action,
      @LongText String statement,
      @MayBeEmpty String indicator,
      @MayBeEmpty String baseline,
      @MayBeEmpty String target,
      @MayBeEmpty String source,
      @MayBeEmpty LocalDate evaluateOn) {}

  record LinkRow(@Hidden String id, @OneOf("needs") String need, @OneOf("actions") String action) {}

  record RowId(@Hidden String id) {}
}
