package org.trame.regime.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.junit.jupiter.api.Test;

/** What is remembered is what FEEL itself answers. */
class RememberingFeelTest {

  private static final List<Object> VALUES =
      Arrays.asList(
          "a", "b", "", "5", 5, 5L, 5.5, new BigDecimal("5.0"), -1, 12, true, false, null);

  private final FeelEngine feel = new ScalaFeelEngineFactory().createInstance();
  private final Counting counting = new Counting(feel);
  private final RememberingFeel remembering = new RememberingFeel(counting);

  @Test
  void testsAnswerAsFeelDoesTheFirstTimeAndTheNext() {
    for (String tests :
        List.of(
            "\"a\"",
            "\"a\", \"b\"",
            "5",
            "-5",
            "< 5",
            "[3..7]",
            "]5..12]",
            "5, 12",
            "true",
            "false",
            "-",
            "not(\"a\")",
            "other",
            "> other")) {
      for (Object value : VALUES) {
        VariableContext given = context(Map.of("other", 5), value);
        boolean answer = feel.evaluateSimpleUnaryTests(tests, "cellInput", given);
        for (int time = 0; time < 2; time++) {
          assertThat(remembering.evaluateSimpleUnaryTests(tests, "cellInput", given))
              .as("%s for %s", tests, value)
              .isEqualTo(answer);
        }
      }
    }
  }

  @Test
  void expressionsAnswerAsFeelDoesTheFirstTimeAndTheNext() {
    for (String expression :
        List.of("\"a\"", "60", "-1", "2.50", "true", "cellInput", "absent", "other + 1")) {
      for (Object value : VALUES) {
        VariableContext given = context(Map.of("other", 5), value);
        Object answer = feel.evaluateSimpleExpression(expression, given);
        for (int time = 0; time < 2; time++) {
          Object remembered = remembering.evaluateSimpleExpression(expression, given);
          assertThat(remembered).as("%s for %s", expression, value).isEqualTo(answer);
        }
      }
    }
  }

  @Test
  void whatAVariableDecidesIsAskedAgainWhenItChanges() {
    for (int other : List.of(5, 6)) {
      VariableContext given = context(Map.of("other", other), 5);
      assertThat(remembering.evaluateSimpleUnaryTests("other", "cellInput", given))
          .isEqualTo(other == 5);
      Object sum = remembering.evaluateSimpleExpression("other + 1", given);
      assertThat(((Number) sum).intValue()).isEqualTo(other + 1);
    }
  }

  @Test
  void aLiteralIsAskedOnceForAValueAndADayEveryTime() {
    remembering.evaluateSimpleUnaryTests("\"a\"", "cellInput", context(Map.of(), "a"));
    remembering.evaluateSimpleUnaryTests("\"a\"", "cellInput", context(Map.of(), "a"));
    assertThat(counting.asked).isEqualTo(1);
    LocalDate day = LocalDate.of(2031, 5, 5);
    remembering.evaluateSimpleUnaryTests("-", "cellInput", context(Map.of(), day));
    remembering.evaluateSimpleUnaryTests("-", "cellInput", context(Map.of(), day));
    assertThat(counting.asked).isEqualTo(3);
  }

  private static VariableContext context(Map<String, Object> variables, Object input) {
    Map<String, Object> all = new HashMap<>(variables);
    all.put("cellInput", input);
    VariableMap map = Variables.fromMap(all);
    return map.asVariableContext();
  }

  /** FEEL, and how often it was asked. */
  private static final class Counting implements FeelEngine {
    private final FeelEngine feel;
    private int asked;

    Counting(FeelEngine feel) {
      this.feel = feel;
    }

    @Override
    public <T> T evaluateSimpleExpression(String expression, VariableContext context) {
      asked++;
      return feel.evaluateSimpleExpression(expression, context);
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String tests, String input, VariableContext context) {
      asked++;
      return feel.evaluateSimpleUnaryTests(tests, input, context);
    }
  }
}
