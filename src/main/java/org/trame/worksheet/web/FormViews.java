package org.trame.worksheet.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.trame.input.Choices.Choice;
import org.trame.input.Field;
import org.trame.input.Inputs;
import org.trame.input.Refusal;
import org.trame.input.Violation;
import org.trame.language.Messages;
import org.trame.worksheet.Edit;
import org.trame.worksheet.Uploads;

/** Makes the forms of edits, from the records they take. */
@Component
public class FormViews {

  private final Inputs inputs;
  private final Messages messages;
  private final Uploads uploads;

  FormViews(Inputs inputs, Messages messages, Uploads uploads) {
    this.inputs = inputs;
    this.messages = messages;
    this.uploads = uploads;
  }

  /** A form filled with these values. */
  public FormView of(Edit<?> edit, String subject, Map<String, String> values, boolean open) {
    return view(edit, subject, values, Map.of(), List.of(), open);
  }

  /** A form that was refused: it keeps what was typed and says why, at each field. */
  public FormView refused(
      Edit<?> edit, String subject, Map<String, String> values, Refusal refusal) {
    Map<String, String> atField = new HashMap<>();
    List<String> whole = new ArrayList<>();
    List<String> names = edit.fields().stream().map(Field::name).toList();
    for (Violation violation : refusal.violations()) {
      if (names.contains(violation.field())) {
        atField.merge(violation.field(), messages.say(violation), (a, b) -> a + "\n" + b);
      } else {
        whole.add(messages.say(violation));
      }
    }
    return view(edit, subject, values, atField, whole, true);
  }

  private FormView view(
      Edit<?> edit,
      String subject,
      Map<String, String> values,
      Map<String, String> atField,
      List<String> whole,
      boolean open) {
    List<FieldView> fields =
        edit.fields().stream()
            .map(f -> field(edit, f, subject, values.get(f.name()), atField.get(f.name())))
            .toList();
    return new FormView(edit.name(), messages.say("edit." + edit.name()), fields, whole, open);
  }

  private FieldView field(Edit<?> edit, Field field, String subject, String value, String error) {
    String key = "field." + field.name();
    String own = "field." + field.owner() + "." + field.name();
    boolean takesFile = field.kind() == Field.Kind.FILE;
    return new FieldView(
        field.name(),
        field.kind() == Field.Kind.HIDDEN ? "" : messages.sayOr(own, messages.sayOr(key, key)),
        messages.sayOr(own + ".help", messages.sayOr(key + ".help", "")),
        field.kind().name(),
        field.required(),
        choices(edit, field, subject),
        value == null || field.kind() == Field.Kind.SECRET ? "" : value,
        error == null ? "" : error,
        takesFile ? uploads.accepted() : "",
        takesFile ? kept(subject, value) : "");
  }

  private String kept(String subject, String value) {
    try {
      return value == null || value.isBlank()
          ? ""
          : uploads.nameOf(subject, UUID.fromString(value.strip())).orElse("");
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private List<Choice> choices(Edit<?> edit, Field field, String subject) {
    if (!field.choices().isEmpty()) {
      return inputs.choices(field, subject);
    } else if (field.kind() == Field.Kind.YES_NO) {
      return List.of(
          new Choice("true", messages.say("common.yes")),
          new Choice("false", messages.say("common.no")));
    }
    String enumeration = field.type(edit.input()).getSimpleName();
    return field.values().stream()
        .map(v -> new Choice(v, messages.say("choice." + enumeration + "." + v)))
        .toList();
  }
}
