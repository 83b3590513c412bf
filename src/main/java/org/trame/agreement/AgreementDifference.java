package org.trame.agreement;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What changed between two texts of an agreement.
 *
 * @param before the earlier text
 * @param after the later text
 * @param changes the clauses that were added, taken away or changed, in the order of the later text
 */
public record AgreementDifference(
    AgreementContent before, AgreementContent after, List<Change> changes) {

  /** What happened to a clause, or to some words. */
  public enum Kind {
    SAME,
    ADDED,
    REMOVED,
    CHANGED
  }

  /**
   * A clause.
   *
   * @param before it as it was, or null
   * @param after it as it is, or null
   */
  public record Change(Kind kind, Clause before, Clause after) {

    /** Its words, those of before and of after, in reading order. */
    public List<Words> words() {
      return compare(before == null ? "" : before.body(), after == null ? "" : after.body());
    }
  }

  /** Words that stay, were added or were taken away. */
  public record Words(Kind kind, String text) {}

  /** Compares two texts. */
  public static AgreementDifference between(AgreementContent before, AgreementContent after) {
    Map<Clause, Clause> pairs = pairs(before.clauses(), after.clauses());
    List<Change> changes = new ArrayList<>();
    for (Clause now : after.clauses()) {
      Clause was = pairs.get(now);
      if (was == null) {
        changes.add(new Change(Kind.ADDED, null, now));
      } else if (!same(was, now)) {
        changes.add(new Change(Kind.CHANGED, was, now));
      }
    }
    before.clauses().stream()
        .filter(was -> !pairs.containsValue(was))
        .forEach(was -> changes.add(new Change(Kind.REMOVED, was, null)));
    return new AgreementDifference(before, after, List.copyOf(changes));
  }

  /** A clause is the one of the same heading, else the one in the same place. */
  private static Map<Clause, Clause> pairs(List<Clause> before, List<Clause> after) {
    Map<Clause, Clause> pairs = new LinkedHashMap<>();
    List<Clause> left = new ArrayList<>(before);
    for (Clause now : after) {
      take(left, was -> was.heading().equals(now.heading())).ifPresent(w -> pairs.put(now, w));
    }
    for (Clause now : after) {
      if (!pairs.containsKey(now)) {
        take(left, was -> was.number() == now.number()).ifPresent(w -> pairs.put(now, w));
      }
    }
    return pairs;
  }

  private static Optional<Clause> take(
      List<Clause> left, java.util.function.Predicate<Clause> which) {
    Optional<Clause> found = left.stream().filter(which).findFirst();
    found.ifPresent(left::remove);
    return found;
  }

  private static boolean same(Clause was, Clause now) {
    return was.heading().equals(now.heading())
        && was.body().equals(now.body())
        && Objects.equals(was.action(), now.action());
  }

  private static List<Words> compare(String before, String after) {
    List<String> was = words(before);
    List<Words> all = new ArrayList<>();
    int at = 0;
    for (AbstractDelta<String> delta : DiffUtils.diff(was, words(after)).getDeltas()) {
      add(all, Kind.SAME, was.subList(at, delta.getSource().getPosition()));
      add(all, Kind.REMOVED, delta.getSource().getLines());
      add(all, Kind.ADDED, delta.getTarget().getLines());
      at = delta.getSource().getPosition() + delta.getSource().size();
    }
    add(all, Kind.SAME, was.subList(at, was.size()));
    return all;
  }

  private static void add(List<Words> all, Kind kind, List<String> words) {
    if (!words.isEmpty()) {
      all.add(new Words(kind, String.join("", words)));
    }
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : Arrays.asList(text.split("(?<=\\s)(?=\\S)"));
  }

  /** Whether nothing changed, who takes part as what included. */
  public boolean isEmpty() {
    return changes.isEmpty()
        && !titleChanged()
        && !amountChanged()
        && !endChanged()
        && before.participants().equals(after.participants())
        && before.commitments().equals(after.commitments());
  }

  /** What is promised now and was not, or on other terms, by code. */
  public List<DraftedCommitment> promised() {
    return after.commitments().stream().filter(c -> !kept(before, c)).toList();
  }

  /** What was promised and is not any more, or on other terms, by code. */
  public List<DraftedCommitment> notPromised() {
    return before.commitments().stream().filter(c -> !kept(after, c)).toList();
  }

  private static boolean kept(AgreementContent content, DraftedCommitment commitment) {
    return content.commitments().stream().anyMatch(c -> c.sameAs(commitment));
  }

  /** Whether the agreement is called otherwise. */
  public boolean titleChanged() {
    return !before.version().title().equals(after.version().title());
  }

  /** Whether another amount is at stake. */
  public boolean amountChanged() {
    return !Objects.equals(before.version().amount(), after.version().amount());
  }

  /** Whether it ends on another day. */
  public boolean endChanged() {
    return !Objects.equals(before.version().endsOn(), after.version().endsOn());
  }

  /** Numbers of the organisations that take part now and did not. */
  public Set<Long> partiesAdded() {
    return minus(parties(after), parties(before));
  }

  /** Numbers of the organisations that took part and do not any more. */
  public Set<Long> partiesRemoved() {
    return minus(parties(before), parties(after));
  }

  /** Codes of the actions that are carried out now and were not, or the other way round. */
  public Set<String> actionsChanged() {
    Set<String> was = actions(before);
    Set<String> is = actions(after);
    Set<String> changed = minus(was, is);
    changed.addAll(minus(is, was));
    return changed;
  }

  private static Set<Long> parties(AgreementContent content) {
    return content.participants().stream().map(Participant::party).collect(Collectors.toSet());
  }

  private static Set<String> actions(AgreementContent content) {
    return content.clauses().stream()
        .map(Clause::action)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  private static <T> Set<T> minus(Set<T> some, Set<T> others) {
    Set<T> rest = new TreeSet<>(some);
    rest.removeAll(others);
    return rest;
  }
}
