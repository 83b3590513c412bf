package org.trame.workflow;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;
import org.trame.input.Field;
import org.trame.input.Inputs;
import org.trame.input.Refusal;

/**
 * Reads what a person handed in with a task, wherever it came from: Tasklist, the engine's REST
 * interface, a scenario. What is handed in is never kept as a process variable (see {@link
 * TransientForms}); a delegate reads it here and writes only what the process needs to go on.
 */
@Component
public class SubmittedForm {

  private final Inputs inputs;

  SubmittedForm(Inputs inputs) {
    this.inputs = inputs;
  }

  /**
   * The form of a task that is being completed.
   *
   * @throws Refusal naming every field that is missing or ill-formed
   */
  public <T> T of(DelegateTask task, Class<T> record) {
    return read(task, task.getExecution().getProcessBusinessKey(), record);
  }

  /**
   * The form of a process that is being started.
   *
   * @throws Refusal naming every field that is missing or ill-formed
   */
  public <T> T of(DelegateExecution execution, Class<T> record) {
    return read(execution, execution.getProcessBusinessKey(), record);
  }

  private <T> T read(VariableScope scope, String subject, Class<T> record) {
    Map<String, Object> values = new HashMap<>();
    for (Field field : Field.of(record)) {
      values.put(field.name(), scope.getVariable(field.name()));
    }
    return inputs.read(values, record, subject);
  }
}
