package org.trame.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.trame.TestProgrammes;
import org.trame.access.Actor;
import org.trame.access.Actors;
import org.trame.input.Refusal;
import org.trame.language.Messages;
import org.trame.programme.Contents;
import org.trame.workflow.TrameClock;
import org.trame.worksheet.Edits;

/** Plays the people of an approval: each acts in the open task or refuses in these words. */
@TestComponent
public class ApprovalDriver {

  public static final Actor COORDINATOR = new Actor("coordinateur", List.of("coordinator-21009"));
  public static final Actor EXAMINER = new Actor("region", List.of("region-examiner-brussels"));
  public static final Actor MINISTER = new Actor("ministre", List.of("region-decider-brussels"));
  public static final Actor SECRETARY = new Actor("secretaire", List.of("council-secretary-21009"));

  private static final List<String> PIECES =
      List.of(
          "council-resolution",
          "programme",
          "financial-plan",
          "commission-opinion",
          "inquiry-minutes",
          "concertation-opinion",
          "replies");

  private final TestProgrammes programmes;
  private final Contents contents;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final TaskService tasks;
  private final FormService forms;
  private final ManagementService management;
  private final RuntimeService runtime;
  private final Edits edits;
  private final Messages messages;
  private final TrameClock clock;

  ApprovalDriver(
      TestProgrammes programmes,
      Contents contents,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      TaskService tasks,
      FormService forms,
      ManagementService management,
      RuntimeService runtime,
      Edits edits,
      Messages messages,
      TrameClock clock) {
    this.programmes = programmes;
    this.contents = contents;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.tasks = tasks;
    this.forms = forms;
    this.management = management;
    this.runtime = runtime;
    this.edits = edits;
    this.messages = messages;
    this.clock = clock;
  }

  /** A programme of Ixelles with two actions, frozen as version 1; returns its id. */
  public String programme(String name) {
    String id = programmes.bare(name, "21009");
    for (String sql :
        List.of(
            "insert into trame.programme_perimeter values (?, 'De la place à la porte')",
            "insert into trame.programme_action values (?, 'A1', 1, 'Logements', '', 'Commune')",
            "insert into trame.programme_action values (?, 'A2', 4, 'Place', '', 'Commune')",
            "insert into trame.programme_budget_line values (?, 'A1', 2027, 'REGION', 100000)",
            "insert into trame.programme_budget_line values (?, 'A2', 2027, 'REGION', 50000)",
            "insert into trame.programme_objective values (?, 'O1', 'A1', 'Rénover', 'Logements',"
                + " '0', '24', 'Réceptions', '2029-06-30')")) {
      jdbc.sql(sql).param(id).update();
    }
    transaction.executeWithoutResult(t -> contents.freeze(id, "draft"));
    return id;
  }

  /** Makes an edit; names and values alternate. */
  public void edit(Actor actor, String programme, String edit, Object... namesAndValues) {
    Actors.as(
        actor,
        () -> {
          edits.make(edit, programme, map(namesAndValues));
          return null;
        });
  }

  /** Makes an edit that is refused in these words. */
  public void editRefused(
      String words, Actor actor, String programme, String edit, Object... namesAndValues) {
    assertThatThrownBy(() -> edit(actor, programme, edit, namesAndValues))
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(messages.say(r)).contains(words));
  }

  /** Completes the open task, which has this key. */
  public void complete(Actor actor, String programme, String task, Object... namesAndValues) {
    Task open = task(programme, task);
    Actors.as(
        actor,
        () -> {
          forms.submitTaskForm(open.getId(), map(namesAndValues));
          return null;
        });
  }

  /** Completes the open task in vain: it is refused in these words. */
  public void refused(
      String words, Actor actor, String programme, String task, Object... namesAndValues) {
    assertThatThrownBy(() -> complete(actor, programme, task, namesAndValues))
        .isInstanceOf(BadUserRequestException.class)
        .hasMessageContaining(words);
  }

  /** The open task with this key. */
  public Task task(String programme, String key) {
    Task open =
        tasks
            .createTaskQuery()
            .processInstanceBusinessKey(programme)
            .taskDefinitionKey(key)
            .singleResult();
    assertThat(open).as("open task " + key + " among " + openTasks(programme)).isNotNull();
    return open;
  }

  /** Keys of the open tasks. */
  public List<String> openTasks(String programme) {
    return tasks.createTaskQuery().processInstanceBusinessKey(programme).list().stream()
        .map(Task::getTaskDefinitionKey)
        .sorted()
        .toList();
  }

  /** Every required piece is put in the dossier. */
  public void pieces(String programme) {
    PIECES.forEach(
        p ->
            edit(
                COORDINATOR,
                programme,
                "piece",
                "piece",
                p,
                "present",
                true,
                "reference",
                "Doc " + p,
                "datedOn",
                "2026-03-02"));
  }

  /** From the start of the approval to a complete dossier under examination. */
  public void examined(String programme) {
    pieces(programme);
    complete(COORDINATOR, programme, "Task_SubmitDossier");
    complete(EXAMINER, programme, "Task_CheckCompleteness", "complete", "true");
  }

  /** From a complete dossier without remarks to the decision of the Government. */
  public void proposed(String programme) {
    examined(programme);
    complete(EXAMINER, programme, "Task_ExamineDossier");
    complete(
        EXAMINER,
        programme,
        "Task_ProposeDecision",
        "proposal",
        "APPROVED",
        "proposalMotives",
        "Programme cohérent");
  }

  /** Moves the clock and executes this programme's timers that fall due on the way, in order. */
  public void moveTo(String programme, String instant) {
    Instant end = Instant.parse(instant);
    for (Job next = nextTimer(programme, end); next != null; next = nextTimer(programme, end)) {
      clock.moveTo(later(next.getDuedate().toInstant(), clock.instant()));
      management.executeJob(next.getId());
    }
    clock.moveTo(end);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private Job nextTimer(String programme, Instant until) {
    return timers(programme).stream()
        .filter(j -> !j.isSuspended() && !j.getDuedate().toInstant().isAfter(until))
        .min(Comparator.comparing(Job::getDuedate))
        .orElse(null);
  }

  /** The timers of a programme. */
  public List<Job> timers(String programme) {
    return runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(programme)
        .list()
        .stream()
        .flatMap(
            i -> management.createJobQuery().processInstanceId(i.getId()).timers().list().stream())
        .toList();
  }

  /** Names and values that alternate, as a map. */
  public static Map<String, Object> map(Object... namesAndValues) {
    Map<String, Object> values = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return values;
  }
}
