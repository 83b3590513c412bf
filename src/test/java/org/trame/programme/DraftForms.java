package org.trame.programme;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.boot.test.context.TestComponent;
import org.trame.access.Actor;
import org.trame.access.Actors;
import org.trame.input.Refusal;
import org.trame.language.Messages;
import org.trame.workflow.Workflows;
import org.trame.worksheet.Edits;

/** Writes drafts the way the coordinator of Ixelles does: through the edits of his open task. */
@TestComponent
public class DraftForms {

  public static final Actor COORDINATOR = new Actor("coordinateur", List.of("coordinator-21009"));

  private final Edits edits;
  private final Messages messages;
  private final Workflows workflows;
  private final TaskService tasks;
  private final FormService forms;

  DraftForms(
      Edits edits, Messages messages, Workflows workflows, TaskService tasks, FormService forms) {
    this.workflows = workflows;
    this.tasks = tasks;
    this.forms = forms;
    this.edits = edits;
    this.messages = messages;
  }

  /** Makes an edit; names and values alternate. */
  public void make(String programme, String edit, Object... namesAndValues) {
    Map<String, Object> values = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    Actors.as(
        COORDINATOR,
        () -> {
          edits.make(edit, programme, values);
          return null;
        });
  }

  /** Makes an edit that is refused in these words. */
  public void refused(String words, String programme, String edit, Object... namesAndValues) {
    assertThatThrownBy(() -> make(programme, edit, namesAndValues))
        .isInstanceOfSatisfying(
            Refusal.class,
            r -> org.assertj.core.api.Assertions.assertThat(messages.say(r)).contains(words));
  }

  /** Plays the whole elaboration: version 1 is the complete draft, with the need B1. */
  public void elaborate(String programme, int year) {
    workflows.start("Elaboration", programme, Map.of("regime", "contrat-de-quartier"));
    make(programme, "need", "code", "B1", "statement", "Logements vétustes", "kind", "NEED");
    submit(programme, Map.of("method", "Trois assemblées", "findings", "Logements vétustes"));
    complete(programme, year);
    submit(programme, Map.of("guidingThread", "Le logement"));
  }

  private void submit(String programme, Map<String, Object> form) {
    forms.submitTaskForm(
        tasks.createTaskQuery().processInstanceBusinessKey(programme).singleResult().getId(), form);
  }

  /** Completes a draft that has a need B1: two actions, 100 000 and 50 000 euros. */
  public void complete(String programme, int year) {
    make(programme, "perimeter", "description", "De la place Blyckaerts à la porte de Namur");
    action(programme, "A1", 1, "Rénovation de logements");
    action(programme, "A2", 4, "Place Blyckaerts");
    line(programme, "A1", year, "REGION", "100000.00");
    line(programme, "A2", year, "MUNICIPALITY", "50000.00");
    make(
        programme,
        "objective",
        "code",
        "O1",
        "action",
        "A1",
        "statement",
        "Rénover des logements",
        "indicator",
        "Logements rénovés",
        "baseline",
        "0",
        "target",
        "24",
        "source",
        "Réceptions provisoires",
        "evaluateOn",
        (year + 2) + "-06-30");
    make(programme, "need-link", "need", "B1", "action", "A1");
  }

  /** Adds an action. */
  public void action(String programme, String code, int strand, String title) {
    make(programme, "action", "code", code, "strand", strand, "title", title, "carrier", "Commune");
  }

  /** Sets a budget line. */
  public void line(String programme, String action, int year, String source, String amount) {
    make(
        programme,
        "budget-line",
        "action",
        action,
        "year",
        year,
        "source",
        source,
        "amount",
        amount);
  }
}
