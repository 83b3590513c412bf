package org.trame.workflow;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trame.language.Messages;

/** What the engine needs that properties cannot say. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

  /**
   * Forms whose values are not stored, parse listeners of the modules, authorisations that let a
   * candidate work on a task without changing its variables.
   */
  @Bean
  ProcessEnginePlugin trameEngine(
      ObjectProvider<Messages> messages, ObjectProvider<BpmnParseListener> listeners) {
    return new AbstractProcessEnginePlugin() {
      @Override
      public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setFormService(new TransientForms.Forms(messages::getObject));
        engine.setTaskService(new TransientForms.Tasks(messages::getObject));
        engine.setDefaultUserPermissionNameForTask("TASK_WORK");
        engine.setEnforceSpecificVariablePermission(true);
        engine.setEnableCmdExceptionLogging(false);
        List<BpmnParseListener> parsers = new ArrayList<>();
        if (engine.getCustomPostBPMNParseListeners() != null) {
          parsers.addAll(engine.getCustomPostBPMNParseListeners());
        }
        listeners.orderedStream().forEach(parsers::add);
        engine.setCustomPostBPMNParseListeners(parsers);
      }
    };
  }
}
