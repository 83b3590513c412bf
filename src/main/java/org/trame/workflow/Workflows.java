package org.trame.workflow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.access.Actor;

/**
 * The port to the engine. A subject is a programme or a selection round; its id is the business key
 * of every process instance that works on it.
 */
@Component
public class Workflows {

  /** Error code of a refusal in the answers of the engine's REST interface. */
  public static final int REFUSED = 20_022;

  private final RuntimeService runtime;
  private final TaskService tasks;
  private final RepositoryService repository;
  private final JdbcClient jdbc;

  Workflows(
      RuntimeService runtime, TaskService tasks, RepositoryService repository, JdbcClient jdbc) {
    this.runtime = runtime;
    this.tasks = tasks;
    this.repository = repository;
    this.jdbc = jdbc;
  }

  /** Starts a process on a subject, in the current transaction. */
  @Transactional
  public void start(String process, String subject, Map<String, Object> variables) {
    runtime.startProcessInstanceByKey(process, subject, variables);
  }

  /**
   * Hands a message to the one process instance of the subject that waits for it.
   *
   * @return whether one was waiting
   */
  @Transactional
  public boolean correlate(String message, String subject) {
    return !runtime
        .createMessageCorrelation(message)
        .processInstanceBusinessKey(subject)
        .correlateAllWithResult()
        .isEmpty();
  }

  /**
   * Hands a message to the process instances of the subject that have this value in a variable.
   *
   * @return whether one was waiting
   */
  @Transactional
  public boolean correlate(String message, String subject, String variable, Object value) {
    return !runtime
        .createMessageCorrelation(message)
        .processInstanceBusinessKey(subject)
        .processInstanceVariableEquals(variable, value)
        .correlateAllWithResult()
        .isEmpty();
  }

  /**
   * Ends the open task of this key whose process has this value in a variable: what it asks was
   * done on a page, by this actor.
   *
   * @return whether there was one
   */
  @Transactional
  public boolean complete(
      Actor actor, String subject, String taskKey, String variable, Object value) {
    Task task =
        tasks
            .createTaskQuery()
            .processInstanceBusinessKey(subject)
            .taskDefinitionKey(taskKey)
            .processVariableValueEquals(variable, value)
            .singleResult();
    if (task == null) {
      return false;
    }
    if (!actor.isSystem()) {
      tasks.setAssignee(task.getId(), actor.userId());
    }
    tasks.complete(task.getId());
    return true;
  }

  /** Whether a process instance of the subject waits for this message. */
  public boolean awaits(String message, String subject) {
    return runtime
            .createExecutionQuery()
            .processInstanceBusinessKey(subject)
            .messageEventSubscriptionName(message)
            .count()
        > 0;
  }

  /** Whether a process of this key runs on the subject. */
  public boolean runs(String process, String subject) {
    return runtime
            .createProcessInstanceQuery()
            .processDefinitionKey(process)
            .processInstanceBusinessKey(subject)
            .count()
        > 0;
  }

  /** Every open task of a subject, oldest first. */
  public List<OpenTask> openTasks(String subject) {
    return openTasks(List.of(subject));
  }

  /** Every open task of several subjects, oldest first: two queries, however many they are. */
  public List<OpenTask> openTasks(Collection<String> subjects) {
    if (subjects.isEmpty()) {
      return List.of();
    }
    return read(
        tasks.createTaskQuery().processInstanceBusinessKeyIn(subjects.toArray(String[]::new)));
  }

  /** Every open task this actor may do, oldest first. */
  public List<OpenTask> openTasksFor(Actor actor) {
    return read(forActor(actor, tasks.createTaskQuery()));
  }

  /** Whether the actor may do an open task with one of these keys on this subject. */
  public boolean mayWork(Actor actor, String subject, Collection<String> taskKeys) {
    return forActor(
                actor,
                tasks
                    .createTaskQuery()
                    .processInstanceBusinessKey(subject)
                    .taskDefinitionKeyIn(taskKeys.toArray(String[]::new)))
            .count()
        > 0;
  }

  private static TaskQuery forActor(Actor actor, TaskQuery query) {
    query = query.or().taskAssignee(actor.userId());
    if (!actor.groups().isEmpty()) {
      query = query.taskCandidateGroupIn(actor.groups()).includeAssignedTasks();
    }
    return query.endOr();
  }

  private List<OpenTask> read(TaskQuery query) {
    List<Task> found = query.orderByTaskCreateTime().asc().list();
    Map<String, String> businessKeys = businessKeys(found);
    Map<String, List<String>> groups = candidateGroups(found);
    Map<String, String> limits = limits(found);
    Map<String, String> definitionKeys = new HashMap<>();
    return found.stream()
        .map(
            t ->
                new OpenTask(
                    t.getId(),
                    t.getTaskDefinitionKey(),
                    definitionKeys.computeIfAbsent(t.getProcessDefinitionId(), this::definitionKey),
                    t.getName(),
                    businessKeys.get(t.getProcessInstanceId()),
                    t.getDescription() == null ? "" : t.getDescription(),
                    t.getCreateTime().toInstant(),
                    t.getDueDate() == null ? null : t.getDueDate().toInstant(),
                    groups.getOrDefault(t.getId(), List.of()),
                    t.getAssignee(),
                    t.getProcessInstanceId(),
                    limits.get(t.getId())))
        .toList();
  }

  private Map<String, String> businessKeys(List<Task> found) {
    var instances = found.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet());
    if (instances.isEmpty()) {
      return Map.of();
    }
    return runtime.createProcessInstanceQuery().processInstanceIds(instances).list().stream()
        .collect(Collectors.toMap(i -> i.getProcessInstanceId(), i -> i.getBusinessKey()));
  }

  private String definitionKey(String definitionId) {
    ProcessDefinition definition = repository.getProcessDefinition(definitionId);
    return definition.getKey();
  }

  /**
   * Steps of the limits of tasks by id: from the models, which the engine keeps in memory, and one
   * query for those whose model names a variable.
   */
  private Map<String, String> limits(List<Task> found) {
    Map<String, String> limits = new HashMap<>();
    Map<String, String> variables = new HashMap<>();
    for (Task task : found) {
      String step =
          LimitedElements.stepOf(
              repository.getBpmnModelInstance(task.getProcessDefinitionId()),
              task.getTaskDefinitionKey());
      limits.put(task.getId(), step);
      LimitedElements.variable(step).ifPresent(name -> variables.put(task.getId(), name));
    }
    if (!variables.isEmpty()) {
      Map<String, String> values = new HashMap<>();
      runtime
          .createVariableInstanceQuery()
          .processInstanceIdIn(
              found.stream()
                  .filter(t -> variables.containsKey(t.getId()))
                  .map(Task::getProcessInstanceId)
                  .distinct()
                  .toArray(String[]::new))
          .list()
          .forEach(
              v ->
                  values.put(v.getProcessInstanceId() + v.getName(), String.valueOf(v.getValue())));
      for (Task task : found) {
        if (variables.containsKey(task.getId())) {
          limits.put(
              task.getId(), values.get(task.getProcessInstanceId() + variables.get(task.getId())));
        }
      }
    }
    return limits;
  }

  /** Candidate groups of all these tasks at once: the engine's own API asks task by task. */
  private Map<String, List<String>> candidateGroups(List<Task> found) {
    if (found.isEmpty()) {
      return Map.of();
    }
    Map<String, List<String>> groups = new HashMap<>();
    jdbc.sql(
            "select task_id_, group_id_ from camunda.act_ru_identitylink where type_ ="
                + " 'candidate' and group_id_ is not null and task_id_ in (:tasks) order by"
                + " group_id_")
        .param("tasks", found.stream().map(Task::getId).toList())
        .query(
            row -> {
              groups
                  .computeIfAbsent(row.getString(1), id -> new ArrayList<>())
                  .add(row.getString(2));
            });
    return groups;
  }
}
