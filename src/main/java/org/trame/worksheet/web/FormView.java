package org.trame.worksheet.web;

import java.util.List;
import java.util.stream.Stream;
import org.trame.input.Field;

/**
 * The form of an edit as the page shows it.
 *
 * @param edit name of the edit
 * @param title what it does
 * @param fields its fields
 * @param errors refusals that concern the whole
 * @param open whether it is shown open: it was refused, or a row is being changed
 */
public record FormView(
    String edit, String title, List<FieldView> fields, List<String> errors, boolean open) {

  /** Whether it takes files. */
  public boolean files() {
    return fields.stream().anyMatch(f -> Field.Kind.FILE.name().equals(f.kind()));
  }

  /** Every refusal, for the summary above the form. */
  public List<FieldView> refusedFields() {
    return fields.stream().filter(f -> !f.error().isEmpty()).toList();
  }

  /** Whether anything was refused. */
  public boolean refused() {
    return !errors.isEmpty() || !refusedFields().isEmpty();
  }

  /** What a reader of the summary sees. */
  public List<String> allErrors() {
    return Stream.concat(
            errors.stream(), refusedFields().stream().map(f -> f.label() + " : " + f.error()))
        .toList();
  }
}
