package org.trame.consultation;

import java.util.List;
import java.util.function.Function;
import org.trame.input.Choices;

/** Choices from a function. */
record ListedChoices(String name, Function<String, List<Choice>> list) implements Choices {

  static Choices of(String name, Function<String, List<Choice>> list) {
    return new ListedChoices(name, list);
  }

  @Override
  public List<Choice> of(String subject) {
    return list.apply(subject);
  }
}
