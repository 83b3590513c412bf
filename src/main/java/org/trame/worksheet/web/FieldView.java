package org.trame.worksheet.web;

import java.util.List;
import org.trame.input.Choices.Choice;

/**
 * A field as the page shows it.
 *
 * @param name name handed in
 * @param label what a person reads
 * @param help a sentence below the label, or empty
 * @param kind how it is typed in
 * @param required whether it may not be left empty
 * @param choices what may be chosen, for a choice
 * @param value what is typed in it now
 * @param error why it was refused, or empty
 * @param accept endings of the files it takes, for a file
 * @param file name of the file that is kept for it, or empty
 */
public record FieldView(
    String name,
    String label,
    String help,
    String kind,
    boolean required,
    List<Choice> choices,
    String value,
    String error,
    String accept,
    String file) {

  private static final int LONG = 32;

  /** Whether something that may be chosen does not fit in a narrow field. */
  public boolean longChoices() {
    return choices.stream().anyMatch(c -> c.label().length() > LONG);
  }
}
