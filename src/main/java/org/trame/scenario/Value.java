package org.trame.scenario;

import java.util.List;
import java.util.Map;

/** A piece of a scenario file that knows where it is written. */
sealed interface Value {

  /** Where it is written. */
  Place place();

  /** What kind of thing it is, for a reader. */
  String kind();

  /** A word, number, date or text. */
  record Text(Place place, String text) implements Value {
    @Override
    public String kind() {
      return "une valeur";
    }
  }

  /** A list. */
  record Items(Place place, List<Value> items) implements Value {
    @Override
    public String kind() {
      return "une liste";
    }
  }

  /** Named values, in the order written; {@code keys} says where each name is written. */
  record Fields(Place place, Map<String, Value> values, Map<String, Place> keys) implements Value {
    @Override
    public String kind() {
      return "des champs « nom: valeur »";
    }
  }
}
