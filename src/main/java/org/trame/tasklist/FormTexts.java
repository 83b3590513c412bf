package org.trame.tasklist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.trame.input.Choices;
import org.trame.input.Inputs;
import org.trame.language.Languages;
import org.trame.language.Messages;

/**
 * A form as the reader sees it: in Dutch from the file beside it, with the choices its programme
 * offers, and with what the worksheet behind the task holds.
 */
@Component
class FormTexts {

  private static final String[] TEXTS = {"label", "description", "text", "dateLabel", "timeLabel"};

  private final TaskService tasks;
  private final RuntimeService runtime;
  private final Inputs inputs;
  private final WorksheetSummary worksheets;
  private final Map<String, Properties> dutch = new ConcurrentHashMap<>();

  FormTexts(TaskService tasks, RuntimeService runtime, Inputs inputs, WorksheetSummary worksheets) {
    this.tasks = tasks;
    this.runtime = runtime;
    this.inputs = inputs;
    this.worksheets = worksheets;
  }

  /** The form of a task. */
  void ofTask(String taskId, ObjectNode form) {
    Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
    if (task == null) {
      translate(form, "");
      return;
    }
    String subject =
        runtime
            .createProcessInstanceQuery()
            .processInstanceId(task.getProcessInstanceId())
            .singleResult()
            .getBusinessKey();
    translate(form, subject);
    for (JsonNode component : form.path("components")) {
      if ("worksheet".equals(component.path("id").asText())) {
        ((ObjectNode) component).put("text", worksheets.of(subject, task.getTaskDefinitionKey()));
      }
    }
  }

  /** The form that starts a process: its subject does not exist yet. */
  void ofStart(ObjectNode form) {
    translate(form, "");
  }

  private void translate(ObjectNode form, String subject) {
    Properties texts =
        Languages.DUTCH.equals(Messages.locale())
            ? dutch.computeIfAbsent(form.path("id").asText(), FormTexts::load)
            : new Properties();
    components(form, texts, subject);
  }

  private void components(JsonNode parent, Properties texts, String subject) {
    for (JsonNode node : parent.path("components")) {
      if (node instanceof ObjectNode component) {
        component(component, texts, subject);
        components(component, texts, subject);
      }
    }
  }

  private void component(ObjectNode component, Properties texts, String subject) {
    String id = component.path("id").asText();
    for (String name : TEXTS) {
      String text = texts.getProperty(id + "." + name);
      if (text != null) {
        component.put(name, text);
      }
    }
    String choices = component.path("properties").path("choices").asText("");
    if (!choices.isEmpty()) {
      ArrayNode values = component.putArray("values");
      for (Choices.Choice choice : inputs.choices(choices, subject)) {
        values.addObject().put("label", choice.label()).put("value", choice.value());
      }
      return;
    }
    for (JsonNode value : component.path("values")) {
      String label = texts.getProperty(id + ".values." + value.path("value").asText());
      if (label != null) {
        ((ObjectNode) value).put("label", label);
      }
    }
  }

  private static Properties load(String form) {
    try {
      Map<String, Properties> found = new HashMap<>();
      var resolver = new PathMatchingResourcePatternResolver();
      for (Resource file :
          resolver.getResources("classpath*:forms/**/" + form + "_nl.properties")) {
        Properties texts = new Properties();
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
          texts.load(reader);
        }
        found.put(form, texts);
      }
      return found.getOrDefault(form, new Properties());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
