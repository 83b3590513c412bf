package org.trame.due;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.trame.access.Actor;
import org.trame.access.Role;
import org.trame.deadline.Clocks;
import org.trame.deadline.LegalClock;
import org.trame.language.Messages;
import org.trame.programme.Programme;
import org.trame.workflow.OpenTask;

/**
 * Whom a clock concerns: those who may do its task now; without a task, the role the rule names.
 */
@Component
class Concern {

  private final Messages messages;

  Concern(Messages messages) {
    this.messages = messages;
  }

  /**
   * What a clock is to a reader.
   *
   * @param holders roles that may act now
   * @param mine whether the reader has to act
   * @param followed whether it is a limit of the whole programme the reader answers for
   */
  record Of(String holders, boolean mine, boolean followed) {}

  /**
   * What a clock is to a reader.
   *
   * @param programme its programme, or null if its subject is none
   * @param work the open tasks whose limit it is
   */
  Of of(LegalClock clock, Programme programme, List<OpenTask> work, Actor reader) {
    Role holder = Role.of(clock.limit().holder());
    boolean holds = programme != null && in(reader, holder, programme);
    boolean mine =
        work.isEmpty()
            ? holds
            : work.stream().anyMatch(t -> mayDo(reader, t) || (holds && offered(reader, t)));
    boolean followed =
        programme != null
            && clock.occurrence().equals(Clocks.WHOLE_PROGRAMME)
            && Stream.of(Role.values())
                .filter(r -> r == Role.COORDINATOR || regional(r))
                .anyMatch(r -> in(reader, r, programme));
    return new Of(holders(holder, work), mine, followed);
  }

  private static boolean regional(Role role) {
    return role.scope() == Role.Scope.REGION && role != Role.EVALUATOR;
  }

  private static boolean in(Actor reader, Role role, Programme programme) {
    return reader.in(role.group(programme.nis(), programme.region()));
  }

  private static boolean mayDo(Actor reader, OpenTask task) {
    return task.assignee() == null
        ? offered(reader, task)
        : task.assignee().equals(reader.userId());
  }

  private static boolean offered(Actor reader, OpenTask task) {
    return task.groups().stream().anyMatch(reader::in);
  }

  private String holders(Role holder, List<OpenTask> work) {
    List<Role> roles =
        work.stream()
            .flatMap(t -> t.groups().stream())
            .map(Role::ofGroup)
            .flatMap(Optional::stream)
            .distinct()
            .sorted(Comparator.comparing(r -> r != holder))
            .toList();
    return (roles.isEmpty() ? List.of(holder) : roles)
        .stream().map(r -> messages.say("role." + r.code())).collect(Collectors.joining(", "));
  }
}
