package org.trame.tasklist;

import org.springframework.stereotype.Component;
import org.trame.language.Messages;
import org.trame.worksheet.Edits;
import org.trame.worksheet.Worksheet;

/** What the worksheet behind a task holds and still lacks, for the top of the task's form. */
@Component
class WorksheetSummary {

  private final Edits edits;
  private final Messages messages;

  WorksheetSummary(Edits edits, Messages messages) {
    this.edits = edits;
    this.messages = messages;
  }

  /** A summary in Markdown, with the way to the worksheet. */
  String of(String subject, String taskKey) {
    StringBuilder text = new StringBuilder();
    Worksheet worksheet = edits.worksheet(taskKey);
    if (worksheet != null) {
      text.append("**[")
          .append(messages.say("tasklist.worksheet"))
          .append("](")
          .append(worksheet.page(subject, taskKey))
          .append(")**\n\n");
      for (Worksheet.Section section : worksheet.sections(subject)) {
        text.append("- ")
            .append(plain(messages.say("section." + section.name())))
            .append(" : **")
            .append(section.rows().size())
            .append("**\n");
        for (Worksheet.Note note : section.notes()) {
          text.append("  - ").append(note.blocking() ? "⚠ " : "").append(plain(note.sentence()));
          text.append('\n');
        }
      }
    }
    return text.toString();
  }

  /** Names people typed are no Markdown. */
  private static String plain(String text) {
    return text.replaceAll("([\\\\`*_\\[\\]<>#|])", "\\\\$1");
  }
}
