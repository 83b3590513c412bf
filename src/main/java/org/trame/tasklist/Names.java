package org.trame.tasklist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;
import org.trame.access.account.Groups;
import org.trame.language.Messages;
import org.trame.worksheet.Subjects;

/**
 * Names of tasks, process definitions, groups and filters wherever they occur in an answer: in the
 * reader's language, and each task with what it is about and the name of its programme.
 */
@Component
class Names {

  private static final String NAME = "name";

  private final RuntimeService runtime;
  private final List<Subjects> subjects;
  private final Messages messages;
  private final Groups groups;

  Names(RuntimeService runtime, List<Subjects> subjects, Messages messages, Groups groups) {
    this.runtime = runtime;
    this.subjects = subjects;
    this.messages = messages;
    this.groups = groups;
  }

  void translate(JsonNode answer) {
    List<ObjectNode> tasks = new ArrayList<>();
    walk(
        answer,
        node -> {
          if (node.hasNonNull("taskDefinitionKey") && node.has("processInstanceId")) {
            tasks.add(node);
          } else if (node.hasNonNull("key") && node.has("resource")) {
            rename(node, "process." + node.path("key").asText());
          } else if (node.hasNonNull("resourceType") && node.has("properties")) {
            rename(node, "filter." + node.path("properties").path("key").asText());
          } else if ("WORKFLOW".equals(node.path("type").asText()) && node.hasNonNull("id")) {
            String name = groups.names(Messages.locale()).get(node.path("id").asText());
            if (name != null) {
              node.put(NAME, name);
            }
          }
        });
    nameTasks(tasks);
  }

  private static void walk(JsonNode node, Consumer<ObjectNode> visit) {
    if (node instanceof ObjectNode object) {
      visit.accept(object);
    }
    node.forEach(child -> walk(child, visit));
  }

  private void rename(ObjectNode node, String key) {
    if (node.hasNonNull(NAME)) {
      node.put(NAME, messages.sayOr(key, node.path(NAME).asText()));
    }
  }

  private void nameTasks(List<ObjectNode> tasks) {
    Map<String, String> subjectNames =
        subjectNames(
            tasks.stream()
                .map(t -> t.path("processInstanceId").asText())
                .filter(id -> !id.isEmpty() && !"null".equals(id))
                .collect(Collectors.toSet()));
    for (ObjectNode task : tasks) {
      rename(task, "task." + task.path("taskDefinitionKey").asText());
      if (task.hasNonNull("description")) {
        task.put(NAME, task.path(NAME).asText() + " : " + task.path("description").asText());
      }
      String about = subjectNames.get(task.path("processInstanceId").asText());
      if (about != null) {
        task.put(NAME, task.path(NAME).asText() + " – " + about);
      }
    }
  }

  /** Name of the subject of each process instance: two queries, whatever the number of tasks. */
  private Map<String, String> subjectNames(Set<String> instances) {
    if (instances.isEmpty()) {
      return Map.of();
    }
    Map<String, String> subjectOf =
        runtime.createProcessInstanceQuery().processInstanceIds(instances).list().stream()
            .filter(i -> i.getBusinessKey() != null)
            .collect(
                Collectors.toMap(
                    ProcessInstance::getProcessInstanceId, ProcessInstance::getBusinessKey));
    Map<String, String> names = new HashMap<>();
    for (Subjects kind : subjects) {
      kind.findAll(Set.copyOf(subjectOf.values()))
          .forEach((subject, named) -> names.put(subject, named.name()));
    }
    Map<String, String> result = new HashMap<>();
    subjectOf.forEach((instance, subject) -> result.put(instance, names.get(subject)));
    return result;
  }
}
