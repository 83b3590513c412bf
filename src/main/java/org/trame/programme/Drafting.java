package org.trame.programme;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.input.Check;
import org.trame.input.Refusal;
import org.trame.language.Messages;
import org.trame.ledger.Ledger;
import org.trame.programme.DraftInputs.ActionRow;
import org.trame.programme.DraftInputs.BudgetRow;
import org.trame.programme.DraftInputs.LinkRow;
import org.trame.programme.DraftInputs.NeedRow;
import org.trame.programme.DraftInputs.ObjectiveRow;
import org.trame.programme.DraftInputs.PerimeterRow;
import org.trame.programme.DraftInputs.RowId;

/**
 * Writes the working draft, row by row: people who work on different rows never undo each other's
 * work.
 */
@Component
@Transactional
class Drafting {

  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,11}");

  private final DraftTables drafts;
  private final Programmes programmes;
  private final BudgetYears years;
  private final List<BudgetCeilings> ceilings;
  private final Ledger ledger;

  Drafting(
      DraftTables drafts,
      Programmes programmes,
      BudgetYears years,
      List<BudgetCeilings> ceilings,
      Ledger ledger) {
    this.drafts = drafts;
    this.programmes = programmes;
    this.years = years;
    this.ceilings = ceilings;
    this.ledger = ledger;
  }

  void perimeter(String programme, PerimeterRow row) {
    drafts.lock(programme);
    drafts.putPerimeter(programme, row.description());
    written(programme, "PERIMETER", "");
  }

  void need(String programme, NeedRow row) {
    drafts.lock(programme);
    var need = new Content.Need(row.code(), row.statement(), row.kind());
    put(
        row.id(),
        row.code(),
        () -> drafts.insert(programme, need),
        () -> drafts.update(programme, need));
    written(programme, "NEED", row.code());
  }

  void removeNeed(String programme, RowId row) {
    drafts.lock(programme);
    drafts.unlinkNeed(programme, row.id());
    removed(drafts.removeNeed(programme, row.id()), programme, "NEED", row.id());
  }

  void action(String programme, ActionRow row) {
    drafts.lock(programme);
    String description = row.description() == null ? "" : row.description();
    var action =
        new Content.Action(row.code(), row.strand(), row.title(), description, row.carrier());
    put(
        row.id(),
        row.code(),
        () -> drafts.insert(programme, action),
        () -> drafts.update(programme, action));
    written(programme, "ACTION", row.code());
  }

  void removeAction(String programme, RowId row) {
    drafts.lock(programme);
    Content draft = drafts.read(programme);
    long lines = draft.budgetLines().stream().filter(l -> l.action().equals(row.id())).count();
    long aims = draft.objectives().stream().filter(o -> o.action().equals(row.id())).count();
    new Check()
        .that(lines + aims == 0, "", "refusal.programme.actionInUse", row.id(), lines, aims)
        .done();
    drafts.unlinkAction(programme, row.id());
    removed(drafts.removeAction(programme, row.id()), programme, "ACTION", row.id());
  }

  void budgetLine(String programme, BudgetRow row) {
    drafts.lock(programme);
    BudgetYears.Span span = years.of(programmes.get(programme));
    new Check()
        .that(row.amount().signum() > 0, "amount", "refusal.programme.amount")
        .that(
            span.contains(row.year()),
            "year",
            "refusal.programme.year",
            String.valueOf(span.first()),
            String.valueOf(span.last()),
            span.source())
        .done();
    var line = new Content.BudgetLine(row.action(), row.year(), row.source(), row.amount());
    if (row.id() != null && !row.id().equals(line.code())) {
      removeBudgetLine(programme, new RowId(row.id()));
    }
    drafts.put(programme, line);
    checkCeilings(programme, row.source());
    ledger.record(
        programme,
        "draft-budget-changed",
        Map.of(
            "action", line.action(),
            "year", line.year(),
            "source", line.source().name(),
            "amount", line.amount().toPlainString()));
  }

  private void checkCeilings(String programme, BudgetSource source) {
    BigDecimal total = drafts.read(programme).total(source);
    Check check = new Check();
    for (BudgetCeilings some : ceilings) {
      BigDecimal ceiling = some.of(programme).get(source);
      check.that(
          ceiling == null || total.compareTo(ceiling) <= 0,
          "amount",
          "refusal.programme.ceiling",
          new Messages.Key("choice.BudgetSource." + source),
          total,
          ceiling == null ? BigDecimal.ZERO : ceiling);
    }
    check.done();
  }

  void removeBudgetLine(String programme, RowId row) {
    drafts.lock(programme);
    var line =
        drafts.read(programme).budgetLines().stream()
            .filter(l -> l.code().equals(row.id()))
            .findFirst();
    if (line.isEmpty()) {
      throw gone(row.id());
    }
    drafts.remove(programme, line.get());
    ledger.record(
        programme,
        "draft-budget-removed",
        Map.of(
            "action", line.get().action(),
            "year", line.get().year(),
            "source", line.get().source().name(),
            "amount", line.get().amount().toPlainString()));
  }

  void objective(String programme, ObjectiveRow row) {
    drafts.lock(programme);
    Check check = new Check();
    demand(check, row.indicator(), "indicator");
    demand(check, row.baseline(), "baseline");
    demand(check, row.target(), "target");
    demand(check, row.source(), "source");
    demand(check, row.evaluateOn(), "evaluateOn");
    check
        .that(
            row.evaluateOn() == null
                || row.evaluateOn().isAfter(programmes.get(programme).notifiedOn()),
            "evaluateOn",
            "refusal.programme.evaluateOn",
            programmes.get(programme).notifiedOn())
        .done();
    var objective =
        new Content.Objective(
            row.code(),
            row.action(),
            row.statement(),
            row.indicator(),
            row.baseline(),
            row.target(),
            row.source(),
            row.evaluateOn());
    put(
        row.id(),
        row.code(),
        () -> drafts.insert(programme, objective),
        () -> drafts.update(programme, objective));
    written(programme, "OBJECTIVE", row.code());
  }

  private static void demand(Check check, Object value, String field) {
    check.that(
        value != null,
        field,
        "refusal.programme.objectiveWithout",
        new Messages.Key("field.ObjectiveRow." + field));
  }

  void removeObjective(String programme, RowId row) {
    drafts.lock(programme);
    removed(drafts.removeObjective(programme, row.id()), programme, "OBJECTIVE", row.id());
  }

  void needLink(String programme, LinkRow row) {
    drafts.lock(programme);
    var link = new Content.NeedLink(row.need(), row.action());
    if (row.id() != null && !row.id().equals(link.code())) {
      removeNeedLink(programme, new RowId(row.id()));
    }
    drafts.put(programme, link);
    written(programme, "NEED_LINK", link.code());
  }

  void removeNeedLink(String programme, RowId row) {
    drafts.lock(programme);
    var link =
        drafts.read(programme).needLinks().stream()
            .filter(l -> l.code().equals(row.id()))
            .findFirst();
    link.ifPresent(l -> drafts.remove(programme, l));
    removed(link.isPresent(), programme, "NEED_LINK", row.id());
  }

  /** A code names one row for good: versions are compared by it. */
  private static void put(String id, String code, BooleanSupplier insert, BooleanSupplier update) {
    new Check()
        .that(CODE.matcher(code).matches(), "code", "refusal.programme.code", code)
        .that(id == null || id.equals(code), "code", "refusal.programme.codeChanged", id, code)
        .done();
    if (id == null) {
      new Check().that(insert.getAsBoolean(), "code", "refusal.programme.codeTaken", code).done();
    } else if (!update.getAsBoolean()) {
      throw Refusal.of("refusal.programme.rowGone", code);
    }
  }

  private void written(String programme, String item, String code) {
    ledger.record(programme, "draft-changed", Map.of("item", item, "code", code));
  }

  private void removed(boolean found, String programme, String item, String code) {
    if (!found) {
      throw gone(code);
    }
    ledger.record(programme, "draft-removed", Map.of("item", item, "code", code));
  }

  private static Refusal gone(String code) {
    return Refusal.of("refusal.programme.rowGone", code == null ? "" : code);
  }
}
