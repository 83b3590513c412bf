package org.trame.localpractice.web;

import java.util.List;
import java.util.Map;
import org.trame.worksheet.web.FormView;

/**
 * A time limit as the page shows it.
 *
 * @param step code
 * @param what what is due
 * @param term how long
 * @param former the table's term, if another is in force; empty otherwise
 * @param changed whether another rule than the table's is in force
 * @param level NOBODY, MUNICIPALITY or REGION
 * @param words heading code and sentence, in order
 * @param source legal basis in the reader's language
 * @param mayChange whether the reader may change it
 * @param mayReset whether the reader may go back to the table's value
 * @param history its changes, oldest first
 * @param form the form that is open, or null
 * @param resetting whether the open form is the one that goes back to the table's value
 */
public record LimitView(
    String step,
    String what,
    String term,
    String former,
    boolean changed,
    String level,
    Map<String, String> words,
    String source,
    boolean mayChange,
    boolean mayReset,
    List<Change> history,
    FormView form,
    boolean resetting) {

  /**
   * One change.
   *
   * @param on day, as people write it
   * @param by account
   * @param from the term before
   * @param to the term after
   * @param warnings the reminders after, or empty if the table's are in force again
   * @param why reason
   */
  public record Change(String on, String by, String from, String to, String warnings, String why) {}
}
