package org.trame.regime.process;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the unary tests that rule tables may use, a part of FEEL of which everything can be
 * decided: nothing or {@code -}, literal texts, {@code true}, {@code false}, numbers, comparisons
 * with a number, intervals, lists of these, {@code not(...)} of literal texts.
 */
final class UnaryTests {

  private static final String NUMBER = "-?\\d+(?:\\.\\d+)?";
  private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern COMPARISON = Pattern.compile("(<=|>=|<|>)\\s*(" + NUMBER + ")");
  private static final Pattern INTERVAL =
      Pattern.compile(
          "([\\[\\](])\\s*(" + NUMBER + ")\\s*\\.\\.\\s*(" + NUMBER + ")\\s*([\\[\\])])");
  private static final Pattern NOT = Pattern.compile("not\\s*\\((.*)\\)", Pattern.DOTALL);

  private UnaryTests() {}

  /**
   * Reads a cell.
   *
   * @param type type of the input
   * @throws NotUnderstood if it is none of the known forms, or not of that type
   */
  static UnaryTest parse(String text, String type) {
    String test = text.strip();
    if (test.isEmpty() || test.equals("-")) {
      return new UnaryTest.Any();
    }
    return switch (type) {
      case "string" -> words(test);
      case "boolean" -> yesNo(test);
      case "integer", "double" -> numbers(test, type.equals("integer"));
      default -> throw new NotUnderstood("le type « " + type + " » n’est pas connu");
    };
  }

  private static UnaryTest words(String test) {
    Matcher not = NOT.matcher(test);
    boolean negated = not.matches();
    Set<String> words = new HashSet<>();
    for (String part : parts(negated ? not.group(1) : test)) {
      Matcher text = TEXT.matcher(part);
      if (!text.matches()) {
        throw notUnderstood(part, "un texte entre guillemets");
      }
      if (!words.add(text.group(1))) {
        throw new NotUnderstood("« " + part + " » y est deux fois");
      }
    }
    return new UnaryTest.Words(words, negated);
  }

  private static UnaryTest yesNo(String test) {
    Set<Boolean> values = new HashSet<>();
    for (String part : parts(test)) {
      if (!part.equals("true") && !part.equals("false")) {
        throw notUnderstood(part, "true ou false");
      }
      values.add(Boolean.valueOf(part));
    }
    return new UnaryTest.YesNo(values);
  }

  private static UnaryTest numbers(String test, boolean whole) {
    List<Segment> segments = new ArrayList<>();
    for (String part : parts(test)) {
      Segment segment = segment(part);
      segment = whole ? segment.amongWholeNumbers() : segment;
      if (segment.isEmpty()) {
        throw new NotUnderstood("aucun nombre n’est dans « " + part + " »");
      }
      segments.add(segment);
    }
    return new UnaryTest.Numbers(segments);
  }

  private static Segment segment(String part) {
    if (part.matches(NUMBER)) {
      BigDecimal value = new BigDecimal(part);
      return new Segment(Cut.before(value), Cut.after(value));
    }
    Matcher comparison = COMPARISON.matcher(part);
    if (comparison.matches()) {
      BigDecimal value = new BigDecimal(comparison.group(2));
      return switch (comparison.group(1)) {
        case "<" -> new Segment(null, Cut.before(value));
        case "<=" -> new Segment(null, Cut.after(value));
        case ">" -> new Segment(Cut.after(value), null);
        default -> new Segment(Cut.before(value), null);
      };
    }
    Matcher interval = INTERVAL.matcher(part);
    if (interval.matches()) {
      BigDecimal from = new BigDecimal(interval.group(2));
      BigDecimal to = new BigDecimal(interval.group(3));
      return new Segment(
          interval.group(1).equals("[") ? Cut.before(from) : Cut.after(from),
          interval.group(4).equals("]") ? Cut.after(to) : Cut.before(to));
    }
    throw notUnderstood(part, "un nombre, une comparaison ou un intervalle");
  }

  /** The parts of a list: commas in quotes do not separate. */
  private static List<String> parts(String test) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    boolean quoted = false;
    for (char c : test.toCharArray()) {
      if (c == '"' && (part.isEmpty() || part.charAt(part.length() - 1) != '\\')) {
        quoted = !quoted;
      }
      if (c == ',' && !quoted) {
        parts.add(part.toString().strip());
        part.setLength(0);
      } else {
        part.append(c);
      }
    }
    parts.add(part.toString().strip());
    return parts;
  }

  private static NotUnderstood notUnderstood(String part, String expected) {
    return new NotUnderstood("« " + part + " » n’est pas compris, il faut " + expected);
  }
}
