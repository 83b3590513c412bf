package org.trame.worksheet;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.access.Actor;
import org.trame.access.Actors;
import org.trame.input.Check;
import org.trame.input.Field;
import org.trame.input.Inputs;
import org.trame.input.Refusal;
import org.trame.input.Violation;
import org.trame.workflow.Workflows;

/** Every edit of the program, and whether the actor may make it. */
@Component
public class Edits {

  private final Map<String, Edit<?>> edits;
  private final List<Worksheet> worksheets;
  private final Inputs inputs;
  private final Workflows workflows;
  private final Uploads uploads;

  Edits(
      Collection<Edit<?>> edits,
      List<Worksheet> worksheets,
      Inputs inputs,
      Workflows workflows,
      Uploads uploads) {
    this.edits = edits.stream().collect(Collectors.toMap(Edit::name, Function.identity()));
    this.worksheets = worksheets;
    this.inputs = inputs;
    this.workflows = workflows;
    this.uploads = uploads;
  }

  /** The edit with this name. */
  public Edit<?> get(String name) {
    Edit<?> edit = edits.get(name);
    if (edit == null) {
      throw new NoSuchElementException("No edit " + name);
    }
    return edit;
  }

  /** All edits. */
  public Collection<Edit<?>> all() {
    return edits.values();
  }

  /** The worksheet of a task, or null if its form says everything. */
  public Worksheet worksheet(String taskKey) {
    return worksheets.stream().filter(w -> w.tasks().contains(taskKey)).findFirst().orElse(null);
  }

  /** Whether the current actor may make this edit now. */
  public boolean available(String name, String subject) {
    Edit<?> edit = get(name);
    Actor actor = Actors.current();
    if (!edit.tasks().isEmpty()) {
      return workflows.mayWork(actor, subject, edit.tasks());
    }
    return (edit.role() == null || actor.holds(edit.role()))
        && edit.available().test(actor, subject);
  }

  /** The role edits the current actor may make on this subject now. */
  public List<Edit<?>> availableWithoutTask(String subject) {
    return edits.values().stream()
        .filter(e -> e.tasks().isEmpty() && available(e.name(), subject))
        .collect(Collectors.toList());
  }

  /** Keys of the tasks an edit is work of. */
  public Set<String> tasksOf(String name) {
    return get(name).tasks();
  }

  /**
   * Makes an edit, in one transaction.
   *
   * @throws Refusal if the actor may not, a field is missing or ill-formed, or a rule says no
   */
  @Transactional
  public void make(String name, String subject, Map<String, ?> values) {
    if (!available(name, subject)) {
      throw Refusal.of("refusal.edit.unavailable");
    }
    write(get(name), subject, values);
  }

  /** Every reason why these values are no input of the edit; its rules are not asked. */
  public List<Violation> violations(String name, String subject, Map<String, ?> values) {
    try {
      read(get(name), subject, values);
      return List.of();
    } catch (Refusal refusal) {
      return refusal.violations();
    }
  }

  private <T> void write(Edit<T> edit, String subject, Map<String, ?> values) {
    edit.write().accept(subject, read(edit, subject, values));
  }

  private <T> T read(Edit<T> edit, String subject, Map<String, ?> values) {
    T input = inputs.read(values, edit.input(), subject);
    Check check = new Check();
    for (Field field : edit.fields()) {
      Object id = values.get(field.name());
      if (field.kind() == Field.Kind.FILE && id != null && !id.toString().isBlank()) {
        UUID file = UUID.fromString(id.toString().strip());
        check.that(
            uploads.nameOf(subject, file).isPresent(), field.name(), "refusal.input.notOurFile");
      }
    }
    check.done();
    return input;
  }
}
