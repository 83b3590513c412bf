package org.trame.programme;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What changed between two contents of a programme.
 *
 * @param before the earlier content
 * @param after the later content
 * @param changes what was added, removed or changed, in the order of the content
 */
public record Difference(Content before, Content after, List<Change> changes) {

  /** What happened to an item. */
  public enum Kind {
    ADDED,
    REMOVED,
    CHANGED
  }

  /** What an item is. */
  public enum Item {
    PERIMETER,
    NEED,
    ACTION,
    BUDGET_LINE,
    OBJECTIVE,
    NEED_LINK
  }

  /**
   * One item that changed.
   *
   * @param code its code; of a budget line and a link the codes that name it, parted by a slash
   * @param parts what it is made of: all parts of an item added or removed, else those that changed
   */
  public record Change(Item item, Kind kind, String code, List<Part> parts) {}

  /**
   * A part of an item.
   *
   * @param name code of the part; its label is the message {@code column.<name>}
   * @param before value before, empty if there was none
   * @param after value after, empty if there is none
   */
  public record Part(String name, String before, String after) {}

  /** Compares two contents. */
  public static Difference between(Content before, Content after) {
    List<Change> changes = new ArrayList<>();
    compare(Item.PERIMETER, perimeter(before), perimeter(after), changes);
    compare(Item.NEED, needs(before), needs(after), changes);
    compare(Item.ACTION, actions(before), actions(after), changes);
    compare(Item.BUDGET_LINE, budgetLines(before), budgetLines(after), changes);
    compare(Item.OBJECTIVE, objectives(before), objectives(after), changes);
    compare(Item.NEED_LINK, needLinks(before), needLinks(after), changes);
    return new Difference(before, after, List.copyOf(changes));
  }

  /** Whether nothing changed. */
  public boolean isEmpty() {
    return changes.isEmpty();
  }

  /** The changes of one sort of item. */
  public List<Change> of(Item item) {
    return changes.stream().filter(c -> c.item() == item).toList();
  }

  /** Whether an item of this sort was added, removed or changed. */
  public boolean touches(Item item) {
    return changes.stream().anyMatch(c -> c.item() == item);
  }

  /** Numbers of the strands with an action added, removed or changed, or whose budget changed. */
  public Set<Integer> strandsTouched() {
    return changes.stream()
        .filter(c -> Set.of(Item.ACTION, Item.BUDGET_LINE, Item.OBJECTIVE).contains(c.item()))
        .flatMap(c -> Stream.of(before, after).flatMap(x -> x.action(actionOf(c, x)).stream()))
        .map(Content.Action::strand)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String actionOf(Change change, Content content) {
    if (change.item() == Item.OBJECTIVE) {
      return content.objectives().stream()
          .filter(o -> o.code().equals(change.code()))
          .map(Content.Objective::action)
          .findFirst()
          .orElse("");
    }
    return change.code().split("/")[0];
  }

  /** Strands that have an action now and had none. */
  public Set<Integer> strandsAdded() {
    return minus(strands(after), strands(before));
  }

  /** Strands that had an action and have none now. */
  public Set<Integer> strandsRemoved() {
    return minus(strands(before), strands(after));
  }

  /** Whether the total of all sources, or of one of them, changed. */
  public boolean totalChanged() {
    return Stream.of(BudgetSource.values())
        .anyMatch(s -> before.total(s).compareTo(after.total(s)) != 0);
  }

  /** Whether the total of all sources is higher. */
  public boolean totalRaised() {
    return after.total().compareTo(before.total()) > 0;
  }

  /** Share of the former budget that moved from one action to another, in percent. */
  public BigDecimal shareMovedBetweenActions() {
    return shareMoved(l -> l.action());
  }

  /** Share of the former budget that moved from one strand to another, in percent. */
  public BigDecimal shareMovedBetweenStrands() {
    return shareMoved(
        l ->
            Stream.of(after, before)
                .flatMap(c -> c.action(l.action()).stream())
                .findFirst()
                .orElseThrow()
                .strand());
  }

  /** What left where it was, or what came if that is more: a raise of the total counts as moved. */
  private BigDecimal shareMoved(Function<Content.BudgetLine, Object> place) {
    Map<Object, BigDecimal> moved = new LinkedHashMap<>();
    after.budgetLines().forEach(l -> moved.merge(place.apply(l), l.amount(), BigDecimal::add));
    before
        .budgetLines()
        .forEach(l -> moved.merge(place.apply(l), l.amount().negate(), BigDecimal::add));
    BigDecimal came = sumOf(moved.values().stream().filter(m -> m.signum() > 0));
    BigDecimal left = sumOf(moved.values().stream().filter(m -> m.signum() < 0)).negate();
    BigDecimal total = before.total();
    BigDecimal most = came.max(left).multiply(BigDecimal.valueOf(100));
    if (total.signum() == 0) {
      return most.signum() == 0 ? BigDecimal.ZERO : BigDecimal.valueOf(100);
    }
    return most.divide(total, 2, RoundingMode.HALF_UP);
  }

  private static BigDecimal sumOf(Stream<BigDecimal> amounts) {
    return amounts.reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Set<Integer> strands(Content content) {
    return content.actions().stream().map(Content.Action::strand).collect(Collectors.toSet());
  }

  private static Set<Integer> minus(Set<Integer> some, Set<Integer> others) {
    Set<Integer> rest = new TreeSet<>(some);
    rest.removeAll(others);
    return rest;
  }

  private static void compare(
      Item item,
      Map<String, Map<String, String>> before,
      Map<String, Map<String, String>> after,
      List<Change> changes) {
    Set<String> codes = new TreeSet<>(before.keySet());
    codes.addAll(after.keySet());
    for (String code : codes) {
      Map<String, String> was = before.getOrDefault(code, Map.of());
      Map<String, String> is = after.getOrDefault(code, Map.of());
      List<Part> parts =
          (is.isEmpty() ? was : is)
              .keySet().stream()
                  .map(n -> new Part(n, was.getOrDefault(n, ""), is.getOrDefault(n, "")))
                  .filter(p -> !Objects.equals(p.before(), p.after()))
                  .toList();
      if (was.isEmpty() || is.isEmpty()) {
        changes.add(new Change(item, was.isEmpty() ? Kind.ADDED : Kind.REMOVED, code, parts));
      } else if (!parts.isEmpty()) {
        changes.add(new Change(item, Kind.CHANGED, code, parts));
      }
    }
  }

  private static Map<String, Map<String, String>> perimeter(Content content) {
    return content.perimeter().isEmpty()
        ? Map.of()
        : Map.of("", parts("perimeter", content.perimeter()));
  }

  private static Map<String, Map<String, String>> needs(Content content) {
    return byCode(
        content.needs(),
        Content.Need::code,
        n -> parts("statement", n.statement(), "kind", n.kind().name()));
  }

  private static Map<String, Map<String, String>> actions(Content content) {
    return byCode(
        content.actions(),
        Content.Action::code,
        a ->
            parts(
                "strand", String.valueOf(a.strand()),
                "title", a.title(),
                "description", a.description(),
                "carrier", a.carrier()));
  }

  private static Map<String, Map<String, String>> budgetLines(Content content) {
    return byCode(
        content.budgetLines(),
        Content.BudgetLine::code,
        l -> parts("amount", l.amount().toPlainString()));
  }

  private static Map<String, Map<String, String>> objectives(Content content) {
    return byCode(
        content.objectives(),
        Content.Objective::code,
        o ->
            parts(
                "action", o.action(),
                "statement", o.statement(),
                "indicator", o.indicator(),
                "baseline", o.baseline(),
                "target", o.target(),
                "source", o.source(),
                "evaluateOn", o.evaluateOn().toString()));
  }

  private static Map<String, Map<String, String>> needLinks(Content content) {
    return byCode(
        content.needLinks(),
        Content.NeedLink::code,
        l -> parts("need", l.need(), "action", l.action()));
  }

  private static <T> Map<String, Map<String, String>> byCode(
      List<T> items, Function<T, String> code, Function<T, Map<String, String>> parts) {
    return items.stream().collect(Collectors.toMap(code, parts));
  }

  private static Map<String, String> parts(String... namesAndValues) {
    Map<String, String> parts = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      parts.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return parts;
  }
}
