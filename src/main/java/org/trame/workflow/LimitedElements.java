package org.trame.workflow;

import java.util.Optional;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

/** Elements of models tied to a step of the time limits by an extension property. */
public final class LimitedElements {

  /** Name of the property. */
  public static final String PROPERTY = "timeLimit";

  private LimitedElements() {}

  /**
   * The process variable that holds the step, where the model does not name the step itself: {@code
   * ${limitStep}}.
   */
  public static Optional<String> variable(String step) {
    boolean variable = step != null && step.startsWith("${") && step.endsWith("}");
    return variable ? Optional.of(step.substring(2, step.length() - 1).strip()) : Optional.empty();
  }

  /** The step an element is tied to, or the variable that holds it, or null. */
  public static String stepOf(BpmnModelInstance model, String activityId) {
    BaseElement element = model.getModelElementById(activityId);
    if (element == null || element.getExtensionElements() == null) {
      return null;
    }
    return element
        .getExtensionElements()
        .getElementsQuery()
        .filterByType(CamundaProperties.class)
        .list()
        .stream()
        .flatMap(p -> p.getCamundaProperties().stream())
        .filter(p -> PROPERTY.equals(p.getCamundaName()))
        .map(CamundaProperty::getCamundaValue)
        .findFirst()
        .orElse(null);
  }
}
