package org.trame.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/** What is deployed: processes, tasks, activities and the fields of their forms. */
@Component
class Models {

  private final RepositoryService repository;
  private final ObjectMapper json;
  private Snapshot snapshot;

  Models(RepositoryService repository, ObjectMapper json) {
    this.repository = repository;
    this.json = json;
  }

  /**
   * The deployed models at one moment.
   *
   * @param processes id of the latest definition by key
   * @param startForms id of the start form by process key
   * @param taskForms id of the form by task key; empty text if the task has none
   * @param names name of every named element by its id
   * @param forms fields by form id
   */
  private record Snapshot(
      Map<String, ProcessDefinition> processes,
      Map<String, String> startForms,
      Map<String, String> taskForms,
      Map<String, String> names,
      Map<String, List<FormField>> forms) {}

  /** Reads what is deployed now. */
  void refresh() {
    Snapshot fresh =
        new Snapshot(
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>());
    for (ProcessDefinition definition :
        repository.createProcessDefinitionQuery().latestVersion().list()) {
      fresh.processes().put(definition.getKey(), definition);
      read(definition, fresh);
    }
    for (Deployment deployment :
        repository.createDeploymentQuery().orderByDeploymentTime().asc().list()) {
      for (String resource : repository.getDeploymentResourceNames(deployment.getId())) {
        if (resource.endsWith(".form")) {
          readForm(deployment.getId(), resource, fresh);
        }
      }
    }
    snapshot = fresh;
  }

  private void read(ProcessDefinition definition, Snapshot into) {
    BpmnModelInstance model = repository.getBpmnModelInstance(definition.getId());
    for (UserTask task : model.getModelElementsByType(UserTask.class)) {
      into.taskForms().put(task.getId(), Optional.ofNullable(task.getCamundaFormRef()).orElse(""));
    }
    for (StartEvent start : model.getModelElementsByType(StartEvent.class)) {
      if (start.getCamundaFormRef() != null) {
        into.startForms().put(definition.getKey(), start.getCamundaFormRef());
      }
    }
    for (FlowElement element : model.getModelElementsByType(FlowElement.class)) {
      into.names()
          .put(
              element.getId(),
              element.getName() == null
                  ? element.getId()
                  : element.getName().replaceAll("\\s+", " "));
    }
  }

  private void readForm(String deployment, String resource, Snapshot into) {
    try (InputStream stream = repository.getResourceAsStream(deployment, resource)) {
      JsonNode form = json.readTree(stream);
      List<FormField> fields = new ArrayList<>();
      readFields(form, fields);
      into.forms().put(form.path("id").asText(), fields);
    } catch (IOException e) {
      throw new IllegalStateException("Unreadable form " + resource, e);
    }
  }

  private static void readFields(JsonNode parent, List<FormField> fields) {
    for (JsonNode component : parent.path("components")) {
      if (component.hasNonNull("key")) {
        fields.add(FormField.read(component));
      }
      readFields(component, fields);
    }
  }

  /** The latest definition of a process, if there is one. */
  Optional<ProcessDefinition> process(String key) {
    return Optional.ofNullable(snapshot.processes().get(key));
  }

  boolean isTask(String key) {
    return snapshot.taskForms().containsKey(key);
  }

  /** Whether some model has an element with this id. */
  boolean isElement(String id) {
    return snapshot.names().containsKey(id);
  }

  /** French name of a process or of an element of one. */
  String name(String id) {
    ProcessDefinition process = snapshot.processes().get(id);
    return process == null ? snapshot.names().getOrDefault(id, id) : process.getName();
  }

  /** Fields of a task's form. */
  List<FormField> fieldsOfTask(String task) {
    return fields(snapshot.taskForms().getOrDefault(task, ""));
  }

  /** Fields of a process's start form. */
  List<FormField> fieldsOfStart(String process) {
    return fields(snapshot.startForms().getOrDefault(process, ""));
  }

  private List<FormField> fields(String form) {
    return snapshot.forms().getOrDefault(form, List.of());
  }

  /** Keys of all tasks. */
  List<String> tasks() {
    return List.copyOf(snapshot.taskForms().keySet());
  }

  /** Keys of all processes. */
  List<String> processes() {
    return List.copyOf(snapshot.processes().keySet());
  }
}
