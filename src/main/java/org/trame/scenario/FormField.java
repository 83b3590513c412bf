package org.trame.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A field of a deployed form, with what the form itself checks before it is sent.
 *
 * @param key name under which the value is sent
 * @param label French label
 * @param type component type of the form
 * @param withTime for a date: whether a time of day belongs to it
 * @param required whether it may not be empty
 * @param min smallest number, or null
 * @param max largest number, or null
 * @param values values and labels to choose from, when the form lists them itself
 * @param choices name of the list the server fills in, empty if none
 * @param hide expression that hides the field, empty if none
 */
record FormField(
    String key,
    String label,
    String type,
    boolean withTime,
    boolean required,
    BigDecimal min,
    BigDecimal max,
    Map<String, String> values,
    String choices,
    String hide) {

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

  static FormField read(JsonNode component) {
    JsonNode validate = component.path("validate");
    Map<String, String> values = new java.util.LinkedHashMap<>();
    component
        .path("values")
        .forEach(v -> values.put(v.path("value").asText(), v.path("label").asText()));
    return new FormField(
        component.path("key").asText(),
        component.path("label").asText(component.path("dateLabel").asText()),
        component.path("type").asText(),
        !"date".equals(component.path("subtype").asText()),
        validate.path("required").asBoolean(),
        number(validate.path("min")),
        number(validate.path("max")),
        values,
        component.path("properties").path("choices").asText(),
        component.path("conditional").path("hide").asText());
  }

  private static BigDecimal number(JsonNode node) {
    return node.isMissingNode() || node.isNull() ? null : new BigDecimal(node.asText());
  }

  boolean isChoice() {
    return List.of("select", "radio").contains(type);
  }

  /** The value as the form sends it: a number, yes or no, a date, a text. */
  Object convert(String text, When.Origin origin) {
    if (text.isEmpty()) {
      return null;
    }
    return switch (type) {
      case "number" -> numeral(When.number(text, origin));
      case "checkbox" -> Boolean.valueOf(text);
      case "datetime" -> date(text, withTime, origin);
      default -> text;
    };
  }

  private static Object numeral(String text) {
    try {
      return new BigDecimal(text).intValueExact();
    } catch (NumberFormatException | ArithmeticException notWhole) {
      return text;
    }
  }

  /** A date as forms and pages send it; what is not a date is handed in as it is. */
  static String date(String text, boolean withTime, When.Origin origin) {
    return When.read(text)
        .map(when -> when.resolve(origin))
        .map(at -> withTime ? MINUTE.format(at) : at.toLocalDate().toString())
        .orElse(text);
  }

  /** Why the form would not let this value be sent; empty if it would. */
  List<String> refusals(Object value) {
    List<String> refusals = new ArrayList<>();
    boolean empty = value == null || value.toString().isBlank();
    if (empty) {
      // A box that is not ticked is an answer, unless the form insists.
      if (required) {
        refusals.add(label + " : ce champ est requis.");
      }
      return refusals;
    }
    switch (type) {
      case "number" -> checkNumber(value.toString(), refusals);
      case "checkbox" -> {
        if (required && Boolean.FALSE.equals(value)) {
          refusals.add(label + " : ce champ est requis.");
        }
      }
      case "datetime" -> checkDate(value.toString(), refusals);
      default -> {
        if (isChoice() && choices.isEmpty() && !values.containsKey(value.toString())) {
          refusals.add("%s : « %s » ne fait pas partie des choix.".formatted(label, value));
        }
      }
    }
    return refusals;
  }

  private void checkNumber(String text, List<String> refusals) {
    try {
      BigDecimal number = new BigDecimal(text);
      if (min != null && number.compareTo(min) < 0) {
        refusals.add("%s : au moins %s.".formatted(label, min.toPlainString()));
      }
      if (max != null && number.compareTo(max) > 0) {
        refusals.add("%s : au plus %s.".formatted(label, max.toPlainString()));
      }
    } catch (NumberFormatException e) {
      refusals.add("%s : « %s » n'est pas un nombre.".formatted(label, text));
    }
  }

  private void checkDate(String text, List<String> refusals) {
    try {
      LocalDateTime.parse(withTime ? text : text + "T00:00");
    } catch (java.time.format.DateTimeParseException e) {
      refusals.add("%s : « %s » n'est pas une date.".formatted(label, text));
    }
  }
}
