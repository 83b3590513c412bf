package org.trame.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;
import org.trame.access.Actor;
import org.trame.input.Choices;
import org.trame.input.Field;
import org.trame.input.Refusal;
import org.trame.language.Messages;
import org.trame.workflow.OpenTask;
import org.trame.workflow.Workflows;
import org.trame.worksheet.Edit;
import org.trame.worksheet.Edits;
import org.trame.worksheet.Worksheet;

/**
 * What people do with their hands: start, complete, write; each through the door they would use.
 */
@Component
class Hands {

  private static final int SHOWN = 8;

  private final Cast cast;
  private final Models models;
  private final Workflows workflows;
  private final TaskService tasks;
  private final FormService forms;
  private final Edits edits;
  private final List<Choices> choices;
  private final Messages messages;
  private final HandedIn files;
  private final ProcessEngineConfigurationImpl engine;

  Hands(
      Cast cast,
      Models models,
      Workflows workflows,
      TaskService tasks,
      FormService forms,
      Edits edits,
      List<Choices> choices,
      Messages messages,
      HandedIn files,
      ProcessEngineConfigurationImpl engine) {
    this.cast = cast;
    this.models = models;
    this.workflows = workflows;
    this.tasks = tasks;
    this.forms = forms;
    this.edits = edits;
    this.choices = choices;
    this.messages = messages;
    this.files = files;
    this.engine = engine;
  }

  /**
   * Starts a process with its start form.
   *
   * @return id of the process instance
   * @throws Refused if the form or a rule says no
   */
  String start(String process, Actor actor, Map<String, Value> with, When.Origin origin) {
    String definition = models.process(process).orElseThrow().getId();
    return refusing(
        actor,
        () -> {
          Map<String, Object> sent =
              cast.onPages(actor, () -> fill(models.fieldsOfStart(process), with, "", origin));
          return cast.throughEngine(
              actor, () -> forms.submitStartForm(definition, sent).getProcessInstanceId());
        });
  }

  /**
   * Completes the task of this key on this subject, after taking it.
   *
   * @throws Refused if there is no such task for the actor, or the form or a rule says no
   */
  void complete(Step.Complete step, Actor actor, String subject, When.Origin origin) {
    String key = step.task().text();
    Map<String, Value> with = step.with();
    OpenTask task =
        workflows.openTasksFor(actor).stream()
            .filter(t -> t.key().equals(key) && t.subject().equals(subject))
            .filter(t -> step.about() == null || t.about().contains(step.about().text()))
            .findFirst()
            .orElseThrow(() -> notYours(key, actor, subject));
    refusing(
        actor,
        () -> {
          Map<String, Object> sent =
              cast.onPages(actor, () -> fill(models.fieldsOfTask(key), with, subject, origin));
          return cast.throughEngine(
              actor,
              () -> {
                if (task.assignee() == null) {
                  tasks.claim(task.id(), actor.userId());
                }
                forms.submitTaskForm(task.id(), sent);
                return null;
              });
        });
  }

  private Refused notYours(String key, Actor actor, String subject) {
    List<String> open = workflows.openTasks(subject).stream().map(OpenTask::key).sorted().toList();
    return new Refused(
        "La tâche « %s » (%s) n'est pas ouverte pour %s. Tâches ouvertes : %s."
            .formatted(
                models.name(key),
                key,
                actor.userId(),
                open.isEmpty() ? "aucune" : String.join(", ", open)));
  }

  /**
   * Writes one row of a worksheet.
   *
   * @throws Refused if the actor may not, or a rule says no
   */
  void edit(Step.Row row, Actor actor, String subject, When.Origin origin) {
    Edit<?> edit = edits.get(row.edit().text());
    refusing(
        actor,
        () ->
            cast.onPages(
                actor,
                () -> {
                  edits.make(edit.name(), subject, values(row, edit, subject, origin));
                  return null;
                }));
  }

  private Map<String, Object> values(
      Step.Row row, Edit<?> edit, String subject, When.Origin origin) {
    Map<String, Object> values = new HashMap<>();
    if (row.row() != null) {
      Worksheet.Row found = find(row, edit, subject);
      values.putAll(found.values());
      values.put("id", found.id());
    }
    for (Field field : edit.fields()) {
      Value given = row.with().get(field.name());
      if (given instanceof Value.Text text) {
        values.put(field.name(), value(field, text.text(), subject, origin));
      } else if (given instanceof Value.Fields file) {
        values.put(field.name(), files.keep(file, subject).toString());
      }
    }
    return values;
  }

  private String value(Field field, String text, String subject, When.Origin origin) {
    return switch (field.kind()) {
      case DATE -> FormField.date(text, false, origin);
      case DATE_TIME -> FormField.date(text, true, origin);
      case INTEGER -> When.number(text, origin);
      default -> field.choices().isEmpty() ? text : chosen(field.choices(), text, subject);
    };
  }

  /** The one row, on the worksheets of the open tasks, whose cells contain all the words. */
  private Worksheet.Row find(Step.Row row, Edit<?> edit, String subject) {
    List<String> words = List.of(row.row().text().split(" / "));
    List<Worksheet.Row> found =
        workflows.openTasks(subject).stream()
            .map(OpenTask::key)
            .filter(edit.tasks()::contains)
            .map(edits::worksheet)
            .filter(Objects::nonNull)
            .distinct()
            .flatMap(w -> w.sections(subject).stream())
            .filter(s -> edit.name().equals(s.edit()) || edit.name().equals(s.remove()))
            .flatMap(s -> s.rows().stream())
            .filter(
                r ->
                    words.stream()
                        .allMatch(
                            w -> r.cells().stream().anyMatch(c -> c != null && c.contains(w))))
            .toList();
    if (found.size() != 1) {
      throw new Refused(
          "%d lignes de la feuille contiennent « %s » : il en faut une."
              .formatted(found.size(), row.row().text()));
    }
    return found.get(0);
  }

  /** Fills in a form and checks it as the form itself does before it is sent. */
  private Map<String, Object> fill(
      List<FormField> fields, Map<String, Value> with, String subject, When.Origin origin) {
    Map<String, Object> sent = new LinkedHashMap<>();
    for (FormField field : fields) {
      Value given = with.get(field.key());
      String text = given instanceof Value.Text typed ? typed.text() : "";
      if (field.isChoice() && !text.isEmpty() && !field.choices().isEmpty()) {
        text = chosen(field.choices(), text, subject);
      }
      sent.put(field.key(), field.convert(text, origin));
    }
    List<String> refusals = new ArrayList<>();
    for (FormField field : fields) {
      if (hidden(field, sent)) {
        sent.put(field.key(), null);
      } else {
        refusals.addAll(field.refusals(sent.get(field.key())));
      }
    }
    if (!refusals.isEmpty()) {
      throw new Refused(String.join(" ", refusals));
    }
    sent.values().removeIf(value -> value == null);
    return sent;
  }

  private boolean hidden(FormField field, Map<String, Object> sent) {
    if (field.hide().isEmpty()) {
      return false;
    }
    return Boolean.TRUE.equals(
        engine
            .getDmnEngineConfiguration()
            .getFeelEngine()
            .evaluateSimpleExpression(
                field.hide().substring(1), Variables.fromMap(sent).asVariableContext()));
  }

  /** A choice by its value or, as a person would, by what is shown. */
  private String chosen(String list, String text, String subject) {
    List<Choices.Choice> offered =
        choices.stream()
            .filter(c -> c.name().equals(list))
            .flatMap(c -> c.of(subject).stream())
            .toList();
    if (offered.stream().anyMatch(c -> c.value().equals(text))) {
      return text;
    }
    List<Choices.Choice> shown = offered.stream().filter(c -> c.label().equals(text)).toList();
    if (shown.isEmpty()) {
      shown = offered.stream().filter(c -> c.label().contains(text)).toList();
    }
    if (shown.size() == 1) {
      return shown.get(0).value();
    }
    String some =
        offered.stream()
            .limit(SHOWN)
            .map(c -> c.label() + " (" + c.value() + ")")
            .collect(Collectors.joining(", "));
    throw new Refused(
        "« %s » ne fait pas partie des choix : %s%s."
            .formatted(text, some, offered.size() > SHOWN ? "…" : ""));
  }

  /** Work of somebody; whatever says no in it is one kind of refusal. */
  private <T> T refusing(Actor actor, Supplier<T> work) {
    try {
      return work.get();
    } catch (AuthorizationException e) {
      throw new Refused(actor.userId() + " n'en a pas le droit.", e);
    } catch (BadUserRequestException e) {
      throw new Refused(e.getMessage(), e);
    } catch (Refusal e) {
      throw new Refused(messages.say(e), e);
    }
  }
}
