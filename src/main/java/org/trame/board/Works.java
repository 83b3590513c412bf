package org.trame.board;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.trame.access.Actor;
import org.trame.access.Actors;
import org.trame.access.Role;
import org.trame.deadline.LegalClock;
import org.trame.due.TaskClocks;
import org.trame.language.Messages;
import org.trame.workflow.OpenTask;
import org.trame.workflow.Workflows;
import org.trame.worksheet.Subjects;

/** Open tasks in people's words. */
@Component
public class Works {

  private final Workflows workflows;
  private final List<Subjects> subjects;
  private final TaskClocks clocks;
  private final Messages messages;
  private final Clock time;

  Works(
      Workflows workflows,
      List<Subjects> subjects,
      TaskClocks clocks,
      Messages messages,
      Clock time) {
    this.workflows = workflows;
    this.subjects = subjects;
    this.clocks = clocks;
    this.messages = messages;
    this.time = time;
  }

  /** The open tasks of a programme and of what is part of it, the most urgent first. */
  public List<OpenWork> of(String subject) {
    Set<String> parts = new LinkedHashSet<>(List.of(subject));
    subjects.forEach(s -> parts.addAll(s.of(List.of(subject))));
    return seen(workflows.openTasks(parts));
  }

  /** What the reader has to do, the most urgent first. */
  public List<OpenWork> mine() {
    return seen(workflows.openTasksFor(Actors.current()));
  }

  private List<OpenWork> seen(List<OpenTask> tasks) {
    Map<String, String> names = namesOf(tasks);
    Map<String, LegalClock> running = clocks.of(tasks);
    Actor reader = Actors.current();
    return tasks.stream()
        .map(t -> seen(t, names.get(t.subject()), running.get(t.id()), reader))
        .sorted(Comparator.comparing(OpenWork::due, Comparator.nullsLast(LocalDate::compareTo)))
        .toList();
  }

  private OpenWork seen(OpenTask task, String subjectName, LegalClock clock, Actor reader) {
    LocalDate due = task.due() == null ? null : day(task.due());
    return new OpenWork(
        task.id(),
        name(task),
        task.subject(),
        subjectName,
        holders(task, clock),
        day(task.since()),
        due,
        clock == null ? null : clock.id(),
        due != null && due.isBefore(LocalDate.now(time)),
        reader.userId().equals(task.assignee())
            || (task.assignee() == null && task.groups().stream().anyMatch(reader::in)));
  }

  private String name(OpenTask task) {
    String name = messages.sayOr("task." + task.key(), task.name());
    return task.about().isEmpty() ? name : name + " : " + task.about();
  }

  /** Whose work it is comes first, then those who were told that it is late. */
  private String holders(OpenTask task, LegalClock clock) {
    String holder = clock == null ? "" : clock.limit().holder();
    String roles =
        task.groups().stream()
            .map(Role::ofGroup)
            .flatMap(Optional::stream)
            .sorted(Comparator.comparing(r -> !r.code().equals(holder)))
            .map(r -> messages.say("role." + r.code()))
            .distinct()
            .collect(Collectors.joining(", "));
    return roles.isEmpty() ? messages.say("board.assigned") : roles;
  }

  /** One question to each kind of subject, however many tasks there are. */
  private Map<String, String> namesOf(List<OpenTask> tasks) {
    Set<String> ids = tasks.stream().map(OpenTask::subject).collect(Collectors.toSet());
    Map<String, String> names = new HashMap<>();
    ids.forEach(id -> names.put(id, id));
    subjects.forEach(s -> s.findAll(ids).forEach((id, named) -> names.put(id, named.name())));
    return names;
  }

  private LocalDate day(Instant instant) {
    return instant.atZone(time.getZone()).toLocalDate();
  }
}
