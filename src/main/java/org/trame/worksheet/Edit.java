package org.trame.worksheet;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import org.trame.access.Actor;
import org.trame.access.Role;
import org.trame.input.Field;

/**
 * One thing a person may write outside a task's form. Message keys: {@code edit.<name>} (the
 * button), {@code field.<Record>.<component>} or {@code field.<component>} (the labels).
 *
 * @param name unique, lower case with hyphens: {@code budget-line}
 * @param input record that is handed in
 * @param tasks keys of the tasks it is work of: whoever may do one of them that is open may write
 * @param role role that may write without any task, or null if the condition says who may
 * @param available further condition on the subject for an edit of a role
 * @param write does it; the first argument is the subject
 */
public record Edit<T>(
    String name,
    Class<T> input,
    Set<String> tasks,
    Role role,
    BiPredicate<Actor, String> available,
    BiConsumer<String, T> write) {

  /** An edit that is part of one or several tasks. */
  public static <T> Edit<T> ofTask(
      String name, Class<T> input, BiConsumer<String, T> write, String... tasks) {
    return new Edit<>(name, input, Set.of(tasks), null, (a, s) -> false, write);
  }

  /**
   * An edit that a role may make whenever the condition holds (for example asking an amendment).
   */
  public static <T> Edit<T> ofRole(
      String name,
      Class<T> input,
      BiConsumer<String, T> write,
      Role role,
      BiPredicate<Actor, String> available) {
    return new Edit<>(name, input, Set.of(), role, available, write);
  }

  /** An edit that whoever the condition names may make on a subject. */
  public static <T> Edit<T> ofRoles(
      String name,
      Class<T> input,
      BiConsumer<String, T> write,
      BiPredicate<Actor, String> available) {
    return new Edit<>(name, input, Set.of(), null, available, write);
  }

  /** Its fields, in order. */
  public List<Field> fields() {
    return Field.of(input);
  }
}
