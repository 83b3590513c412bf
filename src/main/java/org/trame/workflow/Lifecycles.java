package org.trame.workflow;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The phases of a lifecycle: from its model what there is, from the history how far it has come.
 */
@Component
public class Lifecycles {

  private final HistoryService history;
  private final RepositoryService repository;
  private final JdbcClient jdbc;

  Lifecycles(HistoryService history, RepositoryService repository, JdbcClient jdbc) {
    this.history = history;
    this.repository = repository;
    this.jdbc = jdbc;
  }

  /** The phases of a subject under this lifecycle process, in the order of the model. */
  public List<Phase> phases(String process, String subject) {
    HistoricProcessInstance instance =
        history
            .createHistoricProcessInstanceQuery()
            .processDefinitionKey(process)
            .processInstanceBusinessKey(subject)
            .orderByProcessInstanceStartTime()
            .desc()
            .list()
            .stream()
            .findFirst()
            .orElse(null);
    if (instance == null) {
      return List.of();
    }
    Map<String, List<HistoricActivityInstance>> went =
        history
            .createHistoricActivityInstanceQuery()
            .processInstanceId(instance.getId())
            .activityType("callActivity")
            .list()
            .stream()
            .collect(Collectors.groupingBy(HistoricActivityInstance::getActivityId));
    return inOrder(repository.getBpmnModelInstance(instance.getProcessDefinitionId())).stream()
        .map(call -> phase(call, went.getOrDefault(call.getId(), List.of())))
        .toList();
  }

  /**
   * How often, and when, subjects went through activities of their phases: one query, however many
   * they are.
   *
   * @param activities {@code <phase>/<activity>}: the call activity of the lifecycle, and the
   *     activity of the process it calls
   */
  public List<Passage> passages(Collection<String> subjects, Collection<String> activities) {
    if (subjects.isEmpty() || activities.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            "select p.business_key_, c.act_id_ || '/' || a.act_id_, a.start_time_, a.end_time_"
                + " from camunda.act_hi_procinst p join camunda.act_hi_actinst a on"
                + " a.proc_inst_id_ = p.proc_inst_id_ join camunda.act_hi_actinst c on"
                + " c.proc_inst_id_ = p.super_process_instance_id_ and c.call_proc_inst_id_ ="
                + " p.proc_inst_id_ where p.business_key_ in (:subjects) and c.act_id_ || '/' ||"
                + " a.act_id_ in (:activities) order by a.start_time_")
        .param("subjects", subjects)
        .param("activities", activities)
        .query(
            (row, n) ->
                new Passage(
                    row.getString(1),
                    row.getString(2),
                    row.getTimestamp(3).toInstant(),
                    row.getTimestamp(4) == null ? null : row.getTimestamp(4).toInstant()))
        .list();
  }

  private static Phase phase(CallActivity call, List<HistoricActivityInstance> went) {
    String name = call.getName().replace('\n', ' ');
    if (went.isEmpty()) {
      return new Phase(call.getId(), name, Phase.State.TO_COME, null, null, 0);
    }
    boolean running = went.stream().anyMatch(a -> a.getEndTime() == null);
    Instant began =
        went.stream()
            .map(a -> a.getStartTime().toInstant())
            .min(Comparator.naturalOrder())
            .orElseThrow();
    Instant ended =
        running
            ? null
            : went.stream()
                .map(HistoricActivityInstance::getEndTime)
                .filter(Objects::nonNull)
                .map(Date::toInstant)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    return new Phase(
        call.getId(),
        name,
        running ? Phase.State.RUNNING : Phase.State.DONE,
        began,
        ended,
        went.size());
  }

  /** Breadth first from the start: the order in which a programme meets its phases. */
  private static List<CallActivity> inOrder(BpmnModelInstance model) {
    List<CallActivity> phases = new ArrayList<>();
    Set<FlowNode> seen = new LinkedHashSet<>();
    Queue<FlowNode> next = new ArrayDeque<>();
    model.getModelElementsByType(StartEvent.class).stream()
        .filter(s -> !(s.getParentElement() instanceof SubProcess))
        .forEach(next::add);
    while (!next.isEmpty()) {
      FlowNode node = next.remove();
      if (seen.add(node)) {
        if (node instanceof CallActivity call) {
          phases.add(call);
        }
        node.getOutgoing().stream().map(SequenceFlow::getTarget).forEach(next::add);
      }
    }
    return phases;
  }
}
