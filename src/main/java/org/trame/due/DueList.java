package org.trame.due;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.access.Actor;
import org.trame.access.Actors;
import org.trame.deadline.Clocks;
import org.trame.deadline.LegalClock;
import org.trame.language.Messages;
import org.trame.programme.Programme;
import org.trame.programme.Programmes;
import org.trame.workflow.OpenTask;
import org.trame.workflow.Workflows;
import org.trame.worksheet.Subjects;

/** The open clocks a reader may see. As many queries for five hundred lines as for one. */
@Component
@Transactional(readOnly = true)
public class DueList {

  private final Programmes programmes;
  private final Clocks clocks;
  private final Workflows workflows;
  private final List<Subjects> subjects;
  private final Concern concern;
  private final DaysLeft left;
  private final Messages messages;
  private final Clock time;

  DueList(
      Programmes programmes,
      Clocks clocks,
      Workflows workflows,
      List<Subjects> subjects,
      Concern concern,
      DaysLeft left,
      Messages messages,
      Clock time) {
    this.programmes = programmes;
    this.clocks = clocks;
    this.workflows = workflows;
    this.subjects = subjects;
    this.concern = concern;
    this.left = left;
    this.messages = messages;
    this.time = time;
  }

  /** Everything open the reader may see, the nearest end first. */
  public List<Due> all() {
    Actor reader = Actors.current();
    Map<String, Programme> visible =
        programmes.visibleTo(reader).stream()
            .collect(Collectors.toMap(Programme::id, Function.identity()));
    Set<String> seen = new LinkedHashSet<>(visible.keySet());
    subjects.forEach(s -> seen.addAll(s.of(visible.keySet())));
    workflows.openTasksFor(reader).forEach(t -> seen.add(t.subject()));
    return of(clocks.openOf(seen), visible);
  }

  /** What the reader has to do. */
  public List<Due> mine() {
    return all().stream().filter(Due::mine).toList();
  }

  /** A clock the reader may see, open or ended. */
  public Due of(LegalClock clock) {
    Map<String, Programme> known =
        programmes.find(clock.subject()).stream()
            .collect(Collectors.toMap(Programme::id, Function.identity()));
    return of(List.of(clock), known).get(0);
  }

  /** The open clocks of a programme the reader may see, the nearest end first. */
  public List<Due> of(Programme programme) {
    Set<String> parts = new LinkedHashSet<>(List.of(programme.id()));
    subjects.forEach(s -> parts.addAll(s.of(List.of(programme.id()))));
    return of(clocks.openOf(parts), programme);
  }

  /** These clocks of a programme the reader may see, the nearest end first. */
  public List<Due> of(Collection<LegalClock> ofProgramme, Programme programme) {
    return of(ofProgramme, Map.of(programme.id(), programme));
  }

  /** These clocks, all of subjects the reader may see. */
  private List<Due> of(Collection<LegalClock> open, Map<String, Programme> known) {
    Set<String> ids = open.stream().map(LegalClock::subject).collect(Collectors.toSet());
    Map<String, List<OpenTask>> tasks =
        workflows.openTasks(ids).stream()
            .filter(t -> t.limit() != null)
            .collect(Collectors.groupingBy(OpenTask::subject));
    Map<String, Subjects.Named> names = names(ids, known);
    Actor reader = Actors.current();
    LocalDate today = LocalDate.now(time);
    return open.stream()
        .map(
            c -> {
              List<OpenTask> work =
                  tasks.getOrDefault(c.subject(), List.of()).stream()
                      .filter(t -> TaskClocks.carries(t, c))
                      .toList();
              return due(
                  c,
                  what(c, work),
                  names.getOrDefault(c.subject(), new Subjects.Named(c.subject(), "/")),
                  concern.of(c, known.get(c.subject()), work, reader),
                  today);
            })
        .sorted(Comparator.comparing(Due::on).thenComparing(Due::id))
        .toList();
  }

  /** Only what is no programme is asked for one by one: there are few rounds at a time. */
  private Map<String, Subjects.Named> names(Set<String> ids, Map<String, Programme> known) {
    Map<String, Subjects.Named> names = new HashMap<>();
    known.forEach((id, p) -> names.put(id, new Subjects.Named(p.name(), "/programmes/" + id)));
    Set<String> others = new LinkedHashSet<>(ids);
    others.removeAll(known.keySet());
    if (!others.isEmpty()) {
      subjects.forEach(s -> names.putAll(s.findAll(others)));
    }
    return names;
  }

  private String what(LegalClock clock, List<OpenTask> work) {
    String what = messages.sayOr("limit." + clock.step(), clock.step());
    return work.stream()
        .map(OpenTask::about)
        .filter(about -> !about.isEmpty())
        .findFirst()
        .map(about -> what + " : " + about)
        .orElse(what);
  }

  private Due due(
      LegalClock clock,
      String what,
      Subjects.Named subject,
      Concern.Of concerned,
      LocalDate today) {
    return new Due(
        clock,
        When.of(clock, today),
        ChronoUnit.DAYS.between(today, clock.dueOn()),
        what,
        left.of(clock),
        subject.name(),
        subject.page(),
        concerned.holders(),
        concerned.mine(),
        concerned.followed());
  }
}
