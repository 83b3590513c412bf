package org.trame.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.trame.TrameTest;
import org.trame.deadline.Clocks;
import org.trame.deadline.TimeLimit;
import org.trame.regime.Regimes;

/** Every diagram is executable, complete, readable, and refers only to what exists. */
@TrameTest
class BpmnFilesTests {

  private static final Pattern BEAN =
      Pattern.compile("[$#]\\{\\s*!?\\s*([a-z][A-Za-z0-9]*)\\.[a-z][A-Za-z0-9]*\\(");
  private static final Pattern ID =
      Pattern.compile(
          "(Task|Event|Gateway|Flow|Message|Error|Service|Rule|Call|Sub|Phase|Lane)_[A-Za-z0-9_]+");
  private static final Pattern STEP = Pattern.compile("limits\\.\\w+\\(execution, ([^)]+)\\)");
  private static final Set<String> ENGINE_OBJECTS = Set.of("execution", "task");

  @Autowired ApplicationContext beans;
  @Autowired Regimes regimes;
  @Autowired Clocks clocks;

  static List<Path> diagrams() {
    return ModelFiles.of("bpmn", ".bpmn");
  }

  private static Set<String> ids(String folder, String end) {
    return ModelFiles.of(folder, end).stream().map(ModelFiles::id).collect(Collectors.toSet());
  }

  @ParameterizedTest
  @MethodSource("diagrams")
  void isOneExecutableProcessNamedLikeItsFile(Path file) {
    BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
    Bpmn.validateModel(model);
    Collection<Process> processes = model.getModelElementsByType(Process.class);
    assertThat(processes).hasSize(1);
    Process process = processes.iterator().next();
    assertThat(process.getId()).isEqualTo(ModelFiles.id(file));
    assertThat(process.isExecutable()).isTrue();
    assertThat(process.getName()).isNotBlank();
    assertThat(process.getCamundaHistoryTimeToLiveString()).isNotBlank();
    if (file.toString().contains("regimes")) {
      assertThat(process.getCamundaVersionTag()).as("version of the regime").isNotBlank();
    }
  }

  @ParameterizedTest
  @MethodSource("diagrams")
  void namesAndIdsFollowTheConventions(Path file) {
    for (FlowElement element : elements(file)) {
      assertThat(element.getId()).matches(ID);
      if (!(element instanceof SequenceFlow) && !(isMergingGateway(element))) {
        assertThat(element.getName()).as("name of " + element.getId()).isNotBlank();
      }
    }
  }

  private static boolean isMergingGateway(FlowElement element) {
    return element instanceof org.camunda.bpm.model.bpmn.instance.Gateway gateway
        && gateway.getOutgoing().size() == 1;
  }

  @ParameterizedTest
  @MethodSource("diagrams")
  void everythingIsDrawnInALane(Path file) {
    BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
    Set<String> drawn = new HashSet<>();
    model
        .getModelElementsByType(BpmnShape.class)
        .forEach(s -> drawn.add(s.getBpmnElement().getId()));
    model
        .getModelElementsByType(BpmnEdge.class)
        .forEach(e -> drawn.add(e.getBpmnElement().getId()));
    assertThat(elements(file)).allSatisfy(e -> assertThat(drawn).contains(e.getId()));
    Set<String> inLanes =
        model.getModelElementsByType(Lane.class).stream()
            .flatMap(l -> l.getFlowNodeRefs().stream())
            .map(FlowNode::getId)
            .collect(Collectors.toSet());
    assertThat(model.getModelElementsByType(FlowNode.class))
        .filteredOn(n -> !(n.getParentElement() instanceof SubProcess))
        .allSatisfy(n -> assertThat(inLanes).contains(n.getId()));
  }

  @ParameterizedTest
  @MethodSource("diagrams")
  void noTwoFlowsCross(Path file) {
    assertThat(Crossings.in(Bpmn.readModelFromFile(file.toFile()))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("diagrams")
  void refersOnlyToWhatExists(Path file) {
    BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
    Set<String> forms = ids("forms", ".form");
    Set<String> processes = ids("bpmn", ".bpmn");
    for (UserTask task : model.getModelElementsByType(UserTask.class)) {
      assertThat(task.getCamundaFormRef()).as("form of " + task.getId()).isIn(forms);
    }
    for (CallActivity call : model.getModelElementsByType(CallActivity.class)) {
      assertThat(call.getCalledElement()).as("process called by " + call.getId()).isIn(processes);
      assertThat(ins(call))
          .as("what " + call.getId() + " hands on")
          .anyMatch(in -> in.getCamundaBusinessKey() != null)
          .anyMatch(in -> "regime".equals(in.getCamundaTarget()));
    }
    String xml = Bpmn.convertToString(model);
    Matcher bean = BEAN.matcher(xml);
    while (bean.find()) {
      if (!ENGINE_OBJECTS.contains(bean.group(1))) {
        assertThat(beans.containsBean(bean.group(1))).as("bean " + bean.group(1)).isTrue();
      }
    }
    Matcher delegate = Pattern.compile("delegateExpression=\"\\$\\{([A-Za-z0-9]+)}\"").matcher(xml);
    while (delegate.find()) {
      assertThat(beans.containsBean(delegate.group(1))).as(delegate.group(1)).isTrue();
    }
  }

  private static List<CamundaIn> ins(CallActivity call) {
    return call.getExtensionElements() == null
        ? List.of()
        : call.getExtensionElements().getElementsQuery().filterByType(CamundaIn.class).list();
  }

  @ParameterizedTest
  @MethodSource("diagrams")
  void everyTaskHasAHolderAndEveryDueDateATimerAndARule(Path file) {
    for (UserTask task :
        Bpmn.readModelFromFile(file.toFile()).getModelElementsByType(UserTask.class)) {
      assertThat(Stream.of(task.getCamundaCandidateGroups(), task.getCamundaAssignee()))
          .as("holder of " + task.getId())
          .anyMatch(h -> h != null);
      if (task.getCamundaDueDate() != null) {
        assertThat(Stream.concat(listeners(task), interruptions(task).map(e -> "interrupted")))
            .as("escalation of " + task.getId())
            .containsAnyOf("timeout", "interrupted");
        assertThat(Stream.concat(Stream.of(task), interruptions(task)).flatMap(e -> properties(e)))
            .as("time limit of " + task.getId())
            .contains("timeLimit");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("diagrams")
  void silenceHasItsEffectOnATimersPathAndOnlyWhereARuleSaysSo(Path file) {
    BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
    for (UserTask task : model.getModelElementsByType(UserTask.class)) {
      Set<String> lapsing = interruptions(task).flatMap(e -> lapses(e)).collect(Collectors.toSet());
      assertThat(lapsing)
          .as("silences with an effect at the end of " + task.getId())
          .isEqualTo(steps(task).filter(this::silent).collect(Collectors.toSet()));
    }
  }

  /** The steps that are a task's own, as its due date names them. */
  private static Stream<String> steps(UserTask task) {
    Matcher asked = STEP.matcher(task.getCamundaDueDate() == null ? "" : task.getCamundaDueDate());
    return asked.results().map(r -> r.group(1));
  }

  /**
   * The steps a timer lets lapse, at the event itself or right after it. Where a variable holds the
   * step, the act has its own record: the delegate after the timer lets its clock lapse.
   */
  private static Stream<String> lapses(BoundaryEvent timer) {
    Stream<String> own =
        timer
            .getExtensionElements()
            .getElementsQuery()
            .filterByType(CamundaExecutionListener.class)
            .list()
            .stream()
            .map(CamundaExecutionListener::getCamundaExpression);
    List<ServiceTask> next =
        timer.getSucceedingNodes().list().stream()
            .filter(ServiceTask.class::isInstance)
            .map(ServiceTask.class::cast)
            .toList();
    Stream<String> called =
        Stream.concat(own, next.stream().map(ServiceTask::getCamundaExpression))
            .filter(e -> e != null && e.contains("limits.lapse("));
    Stream<String> delegated =
        next.stream().anyMatch(s -> s.getCamundaDelegateExpression() != null)
            ? property(timer).filter(p -> p.startsWith("${")).map(p -> p.replaceAll("[${}]", ""))
            : Stream.empty();
    return Stream.concat(
        called.flatMap(e -> STEP.matcher(e).results()).map(r -> r.group(1)), delegated);
  }

  private static Stream<String> property(FlowElement element) {
    return element
        .getExtensionElements()
        .getElementsQuery()
        .filterByType(CamundaProperties.class)
        .list()
        .stream()
        .flatMap(p -> p.getCamundaProperties().stream())
        .filter(p -> "timeLimit".equals(p.getCamundaName()))
        .map(CamundaProperty::getCamundaValue);
  }

  /** Whether a regime gives silence an effect at this step; a step in a variable may be any. */
  private boolean silent(String step) {
    return !step.startsWith("'") || silentStep(step.replace("'", ""));
  }

  private boolean silentStep(String step) {
    return regimes.all().stream()
        .filter(regime -> regimes.keys(regime, TimeLimit.TABLE).contains(step))
        .anyMatch(regime -> clocks.limit(regime, step).silence() != TimeLimit.Silence.NONE);
  }

  private static Stream<String> listeners(UserTask task) {
    return task
        .getExtensionElements()
        .getElementsQuery()
        .filterByType(CamundaTaskListener.class)
        .list()
        .stream()
        .map(CamundaTaskListener::getCamundaEvent);
  }

  /** What the process does instead of an escalation: it goes on without the task. */
  private static Stream<BoundaryEvent> interruptions(UserTask task) {
    return task.getModelInstance().getModelElementsByType(BoundaryEvent.class).stream()
        .filter(e -> e.getAttachedTo().equals(task) && e.cancelActivity())
        .filter(e -> e.getEventDefinitions().iterator().next() instanceof TimerEventDefinition);
  }

  private static Stream<String> properties(FlowElement element) {
    return element.getExtensionElements() == null
        ? Stream.empty()
        : element
            .getExtensionElements()
            .getElementsQuery()
            .filterByType(CamundaProperties.class)
            .list()
            .stream()
            .flatMap(p -> p.getCamundaProperties().stream())
            .map(CamundaProperty::getCamundaName);
  }

  private static List<FlowElement> elements(Path file) {
    return List.copyOf(
        Bpmn.readModelFromFile(file.toFile()).getModelElementsByType(FlowElement.class));
  }
}
