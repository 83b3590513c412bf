package org.trame.programme;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a programme will do: the working draft or the snapshot in a version. Lists are in the order
 * of their codes.
 *
 * @param perimeter the neighbourhood in words; empty if not drawn yet
 * @param needs needs and expectations of the diagnosis
 * @param actions actions, each in a strand
 * @param budgetLines what each action costs, by year and source
 * @param objectives what will be evaluated, by action
 * @param needLinks which action answers which need
 */
public record Content(
    String perimeter,
    List<Need> needs,
    List<Action> actions,
    List<BudgetLine> budgetLines,
    List<Objective> objectives,
    List<NeedLink> needLinks) {

  /** Copies the lists. */
  public Content {
    needs = List.copyOf(needs);
    actions = List.copyOf(actions);
    budgetLines = List.copyOf(budgetLines);
    objectives = List.copyOf(objectives);
    needLinks = List.copyOf(needLinks);
  }

  /** What a need comes from. */
  public enum NeedKind {
    /** Found by figures or by professionals. */
    NEED,
    /** Said by those who live, work in and use the neighbourhood. */
    EXPECTATION
  }

  /** A need of the neighbourhood. */
  public record Need(String code, String statement, NeedKind kind) {}

  /**
   * An action.
   *
   * @param strand number of the strand in the regime's table {@code Strands}
   * @param description may be empty
   * @param carrier organisation that carries it out
   */
  public record Action(String code, int strand, String title, String description, String carrier) {}

  /**
   * What one source pays for one action in one year.
   *
   * @param amount euros, two decimals, more than zero
   */
  public record BudgetLine(String action, int year, BudgetSource source, BigDecimal amount) {

    /** Amounts are to the cent. */
    public BudgetLine {
      amount = amount.setScale(2, RoundingMode.UNNECESSARY);
    }

    /** Names the line: action, year and source. */
    public String code() {
      return action + "/" + year + "/" + source;
    }
  }

  /**
   * An objective of an action. No part of it may be empty: otherwise nobody can evaluate it.
   *
   * @param source where the values are read
   * @param evaluateOn day it is evaluated
   */
  public record Objective(
      String code,
      String action,
      String statement,
      String indicator,
      String baseline,
      String target,
      String source,
      LocalDate evaluateOn) {}

  /** A need answered by an action. */
  public record NeedLink(String need, String action) {

    /** Names the link: need and action. */
    public String code() {
      return need + "/" + action;
    }
  }

  /** The action with this code. */
  public Optional<Action> action(String code) {
    return actions.stream().filter(a -> a.code().equals(code)).findFirst();
  }

  /** Euros from one source, over all actions and years. */
  public BigDecimal total(BudgetSource source) {
    return sum(l -> l.source() == source);
  }

  /** Euros of one action, over all years and sources. */
  public BigDecimal totalOf(String action) {
    return sum(l -> l.action().equals(action));
  }

  /** Euros from one source in one strand. */
  public BigDecimal total(int strand, BudgetSource source) {
    return sum(
        l ->
            l.source() == source
                && action(l.action()).map(Action::strand).filter(s -> s == strand).isPresent());
  }

  /** Euros in all. */
  public BigDecimal total() {
    return sum(l -> true);
  }

  private BigDecimal sum(Predicate<BudgetLine> which) {
    return budgetLines.stream()
        .filter(which)
        .map(BudgetLine::amount)
        .reduce(new BigDecimal("0.00"), BigDecimal::add);
  }

  /** Needs that no action answers. */
  public List<Need> orphanNeeds() {
    return needs.stream()
        .filter(n -> needLinks.stream().noneMatch(l -> l.need().equals(n.code())))
        .toList();
  }

  /** Actions that answer no need. */
  public List<Action> actionsWithoutNeed() {
    return actions.stream()
        .filter(a -> needLinks.stream().noneMatch(l -> l.action().equals(a.code())))
        .toList();
  }

  /** The same without some actions and all that belongs to them. */
  public Content without(Set<String> codes) {
    return new Content(
        perimeter,
        needs,
        actions.stream().filter(a -> !codes.contains(a.code())).toList(),
        budgetLines.stream().filter(l -> !codes.contains(l.action())).toList(),
        objectives.stream().filter(o -> !codes.contains(o.action())).toList(),
        needLinks.stream().filter(l -> !codes.contains(l.action())).toList());
  }
}
