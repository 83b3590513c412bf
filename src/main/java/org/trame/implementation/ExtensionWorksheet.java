package org.trame.implementation;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.trame.language.Messages;
import org.trame.programme.Programmes;
import org.trame.worksheet.Worksheet;

/** What the Region decides on when more time is asked for. */
@Component
class ExtensionWorksheet implements Worksheet {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private final Extensions extensions;
  private final Programmes programmes;
  private final Messages messages;

  ExtensionWorksheet(Extensions extensions, Programmes programmes, Messages messages) {
    this.extensions = extensions;
    this.programmes = programmes;
    this.messages = messages;
  }

  @Override
  public Set<String> tasks() {
    return Set.of("Task_DecideExtension");
  }

  @Override
  public List<Section> sections(String subject) {
    Extension asked = extensions.pending(subject);
    LocalDate end = programmes.get(subject).implementationEndsOn();
    Row row =
        new Row(
            "",
            List.of(
                DAY.format(asked.requestedOn()),
                asked.works(),
                String.valueOf(asked.months()),
                DAY.format(end),
                DAY.format(end.plusMonths(asked.months()))),
            Map.of());
    return List.of(
        new Section(
            "extension",
            List.of("requestedOn", "works", "months", "end", "newEnd"),
            List.of(row),
            "",
            "",
            List.of(new Note(messages.say("note.extension"), false))));
  }
}
