package org.trame.workflow;

import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.trame.input.Refusal;
import org.trame.language.Messages;

/**
 * The engine's two doors for what people type. Both do the same two things: values are handed on as
 * transient variables, so that nothing typed is ever stored by the engine (only a delegate decides
 * what is kept, and where); and a refusal becomes the engine's "bad request" with a sentence in the
 * reader's language instead of a technical error.
 */
final class TransientForms {

  private TransientForms() {}

  static <T> T refusing(Messages messages, Supplier<T> work) {
    try {
      return work.get();
    } catch (RuntimeException e) {
      Refusal refusal = Refusal.in(e);
      if (refusal == null) {
        throw e;
      }
      throw new RefusedRequest(messages.say(refusal), refusal);
    }
  }

  static VariableMap transientOnes(Map<String, Object> values) {
    VariableMap result = Variables.createVariables();
    if (values != null) {
      values.forEach(
          (name, value) ->
              result.putValueTyped(
                  name,
                  Variables.untypedValue(
                      value instanceof org.camunda.bpm.engine.variable.value.TypedValue typed
                          ? typed.getValue()
                          : value,
                      true)));
    }
    return result;
  }

  /** A refusal as the engine's interfaces report it: status 400 and one or more sentences. */
  static final class RefusedRequest extends BadUserRequestException {
    private static final int CODE = Workflows.REFUSED;

    RefusedRequest(String sentences, Refusal refusal) {
      super(sentences, refusal);
      setCode(CODE);
    }
  }

  /** Tasklist submits forms here. */
  static final class Forms extends FormServiceImpl {
    private final Supplier<Messages> messages;

    Forms(Supplier<Messages> messages) {
      this.messages = messages;
    }

    @Override
    public void submitTaskForm(String taskId, Map<String, Object> properties) {
      refusing(
          messages.get(),
          () -> {
            super.submitTaskForm(taskId, transientOnes(properties));
            return null;
          });
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(
        String taskId, Map<String, Object> properties, boolean deserializeValues) {
      return refusing(
          messages.get(),
          () ->
              super.submitTaskFormWithVariablesInReturn(
                  taskId, transientOnes(properties), deserializeValues));
    }

    @Override
    public ProcessInstance submitStartForm(
        String processDefinitionId, String businessKey, Map<String, Object> properties) {
      return refusing(
          messages.get(),
          () -> super.submitStartForm(processDefinitionId, businessKey, transientOnes(properties)));
    }

    @Override
    public ProcessInstance submitStartForm(
        String processDefinitionId, Map<String, Object> properties) {
      return refusing(
          messages.get(),
          () -> super.submitStartForm(processDefinitionId, transientOnes(properties)));
    }
  }

  /** Other programs complete tasks here. */
  static final class Tasks extends TaskServiceImpl {
    private final Supplier<Messages> messages;

    Tasks(Supplier<Messages> messages) {
      this.messages = messages;
    }

    /** Nobody takes a task in somebody else's name. */
    @Override
    public void claim(String taskId, String userId) {
      Authentication asking = asking();
      if (asking != null && userId != null && !userId.equals(asking.getUserId())) {
        throw new AuthorizationException("Only " + asking.getUserId() + " may take a task here");
      }
      super.claim(taskId, userId);
    }

    /** Whoever took a task may give it back. */
    @Override
    public void setAssignee(String taskId, String userId) {
      if (userId == null && asking() != null && isMine(taskId)) {
        commandExecutor.execute(
            context ->
                context.runWithoutAuthorization(
                    () -> {
                      super.setAssignee(taskId, null);
                      return null;
                    }));
      } else {
        super.setAssignee(taskId, userId);
      }
    }

    private boolean isMine(String taskId) {
      return createTaskQuery().taskId(taskId).taskAssignee(asking().getUserId()).count() > 0;
    }

    /** Whoever the REST interface or a web application speaks for, or null. */
    private Authentication asking() {
      return commandExecutor.execute(CommandContext::getAuthentication);
    }

    @Override
    public void complete(String taskId) {
      complete(taskId, Map.of());
    }

    @Override
    public void complete(String taskId, Map<String, Object> variables) {
      refusing(
          messages.get(),
          () -> {
            super.complete(taskId, transientOnes(variables));
            return null;
          });
    }

    @Override
    public VariableMap completeWithVariablesInReturn(
        String taskId, Map<String, Object> variables, boolean deserializeValues) {
      return refusing(
          messages.get(),
          () ->
              super.completeWithVariablesInReturn(
                  taskId, transientOnes(variables), deserializeValues));
    }
  }
}
