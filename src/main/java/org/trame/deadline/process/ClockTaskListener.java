package org.trame.deadline.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;
import org.trame.deadline.Clocks;

/**
 * When a task with a limit is done, its clock is met; when it is taken away, its clock is dropped.
 */
@Component
class ClockTaskListener extends AbstractBpmnParseListener {

  private final org.springframework.beans.factory.ObjectProvider<Clocks> clocks;

  ClockTaskListener(org.springframework.beans.factory.ObjectProvider<Clocks> clocks) {
    this.clocks = clocks;
  }

  @Override
  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    String step = TimeLimitProperty.of(element);
    if (step != null) {
      var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
      task.addTaskListener(TaskListener.EVENTNAME_COMPLETE, t -> ended(t, step, true));
      task.addTaskListener(TaskListener.EVENTNAME_DELETE, t -> ended(t, step, false));
    }
  }

  private void ended(DelegateTask task, String step, boolean done) {
    String subject = task.getExecution().getProcessBusinessKey();
    Clocks all = clocks.getObject();
    all.open(subject, step, task.getProcessInstanceId())
        .ifPresent(
            clock -> {
              if (done) {
                all.meet(clock);
              } else {
                all.drop(clock);
              }
            });
  }
}
