package org.trame.worksheet;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The page behind a task: its tables, what can be written in them, what is still missing. */
public interface Worksheet {

  /** Keys of the tasks it serves. */
  Set<String> tasks();

  /**
   * Address of the page on which the work is done: this worksheet's own unless there is a better.
   */
  default String page(String subject, String task) {
    return "/work/" + subject + "/" + task;
  }

  /** Its tables, in the order of work. */
  List<Section> sections(String subject);

  /**
   * A table. Message keys: {@code section.<name>} (heading), {@code section.<name>.help} (a
   * sentence, optional), {@code section.<name>.empty} (what to say when there is no row), {@code
   * column.<name>.<column>} or {@code column.<column>}.
   *
   * @param name code
   * @param columns codes of its columns
   * @param rows its rows
   * @param edit name of the edit that adds a row or, with a row's values, changes it; empty if none
   * @param remove name of the edit that takes a row away, given its id; empty if none
   * @param notes sentences in the reader's language: what is missing or worth knowing
   */
  record Section(
      String name,
      List<String> columns,
      List<Row> rows,
      String edit,
      String remove,
      List<Note> notes) {}

  /**
   * A row.
   *
   * @param id identifier handed in as {@code id}
   * @param cells what is shown, already in the reader's language
   * @param values what the form is filled with when the row is edited
   */
  record Row(String id, List<String> cells, Map<String, String> values) {}

  /** A remark on a table; a blocking one is why the task cannot be completed yet. */
  record Note(String sentence, boolean blocking) {}
}
