package org.trame.deadline.process;

import java.util.function.Function;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.trame.workflow.LimitedElements;

/** The extension property that ties an element of a model to a step of the time limits. */
final class TimeLimitProperty {

  static final String NAME = LimitedElements.PROPERTY;

  private TimeLimitProperty() {}

  static String of(Element element) {
    Element extensions = element.element("extensionElements");
    Element properties =
        extensions == null
            ? null
            : extensions.elementNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "properties");
    if (properties == null) {
      return null;
    }
    return properties.elementsNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "property").stream()
        .filter(p -> NAME.equals(p.attribute("name")))
        .map(p -> p.attribute("value"))
        .findFirst()
        .orElse(null);
  }

  /**
   * Whether the element is tied to this step, by its code or by the process variable that holds it.
   *
   * @param variables values of the variables of the process instance
   */
  static boolean names(
      BpmnModelInstance model, String activityId, String step, Function<String, Object> variables) {
    String value = of(model, activityId);
    return step.equals(LimitedElements.variable(value).map(variables).orElse(value));
  }

  static String of(BpmnModelInstance model, String activityId) {
    return LimitedElements.stepOf(model, activityId);
  }
}
