package org.trame.regime.process;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.context.VariableContext;

/**
 * FEEL whose answers are remembered where nothing but the value at hand decides them: a cell of
 * literals ({@code "a", "b"}, {@code [3..7]}) and a cell that is the name of one variable. Nearly
 * every cell of our tables is one of these, and FEEL makes all its functions anew for each.
 */
final class RememberingFeel implements FeelEngine {

  /** Values that nobody changes, and that equal each other only if FEEL takes them for the same. */
  private static final Set<Class<?>> PLAIN =
      Set.of(String.class, Boolean.class, Integer.class, Long.class, BigDecimal.class);

  private static final Pattern TEXTS = Pattern.compile("\"[^\"\\\\]*\"");
  private static final Pattern LITERAL = Pattern.compile("true|false|[-\\s\\d.,<>=\\[\\]()]*");
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*");
  private static final int MANY = 50_000;

  private final FeelEngine feel;
  private final Map<String, Boolean> literals = new ConcurrentHashMap<>();
  private final Map<List<Object>, Object> known = new ConcurrentHashMap<>();

  RememberingFeel() {
    this(new ScalaFeelEngineFactory().createInstance());
  }

  RememberingFeel(FeelEngine feel) {
    this.feel = feel;
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> T evaluateSimpleExpression(String expression, VariableContext context) {
    Supplier<T> asked = () -> feel.evaluateSimpleExpression(expression, context);
    if (isLiteral(expression)) {
      return (T) remembered(Arrays.asList("=", expression), asked);
    } else if (NAME.matcher(expression).matches() && context.containsVariable(expression)) {
      return (T) given(expression, expression, context, asked);
    }
    return asked.get();
  }

  @Override
  public boolean evaluateSimpleUnaryTests(String tests, String input, VariableContext context) {
    Supplier<Boolean> asked = () -> feel.evaluateSimpleUnaryTests(tests, input, context);
    return isLiteral(tests) && context.containsVariable(input)
        ? (Boolean) given(tests, input, context, asked)
        : asked.get();
  }

  private Object given(
      String expression, String variable, VariableContext context, Supplier<?> asked) {
    Object value = context.resolve(variable).getValue();
    return value != null && PLAIN.contains(value.getClass())
        ? remembered(Arrays.asList(expression, variable, value), asked)
        : asked.get();
  }

  private Object remembered(List<Object> question, Supplier<?> asked) {
    Object answer = known.get(question);
    if (answer == null) {
      answer = asked.get();
      if (answer != null && known.size() < MANY) {
        known.put(question, answer);
      }
    }
    return answer;
  }

  private boolean isLiteral(String expression) {
    return literals.computeIfAbsent(
        expression, e -> LITERAL.matcher(TEXTS.matcher(e).replaceAll("0")).matches());
  }
}
