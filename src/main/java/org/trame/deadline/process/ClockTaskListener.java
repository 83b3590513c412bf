package org.trame.deadline.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.trame.deadline.Clocks;
import org.trame.deadline.LegalClock;
import org.trame.deadline.TimeLimit;
import org.trame.input.Refusal;
import org.trame.language.Messages;
import org.trame.workflow.TrameClock;

/**
 * When a task with a limit is done, its clock is met; when it is taken away, its clock is dropped,
 * or lapses if it is taken away because the limit has passed and silence has an effect.
 */
@Component
class ClockTaskListener extends AbstractBpmnParseListener {

  private final ObjectProvider<Clocks> clocks;
  private final TrameClock time;

  ClockTaskListener(ObjectProvider<Clocks> clocks, TrameClock time) {
    this.clocks = clocks;
    this.time = time;
  }

  @Override
  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    String step = TimeLimitProperty.of(element);
    if (step != null) {
      var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
      task.addTaskListener(TaskListener.EVENTNAME_CREATE, ClockTaskListener::created);
      task.addTaskListener(TaskListener.EVENTNAME_COMPLETE, t -> ended(t, step, true));
      task.addTaskListener(TaskListener.EVENTNAME_DELETE, t -> ended(t, step, false));
    }
  }

  /** A task that opens while its clock stands still has no due day yet. */
  private static void created(DelegateTask task) {
    if (Limits.UNKNOWN.equals(task.getDueDate())) {
      task.setDueDate(null);
    }
  }

  private void ended(DelegateTask task, String step, boolean done) {
    String subject = task.getExecution().getProcessBusinessKey();
    Clocks all = clocks.getObject();
    all.open(subject, step, task.getProcessInstanceId())
        .ifPresent(
            clock -> {
              boolean lapsed =
                  clock.state() == LegalClock.State.RUNNING
                      && clock.silence() != TimeLimit.Silence.NONE
                      && !time.instant().isBefore(Limits.endOf(clock.dueOn()).toInstant());
              if (done && lapsed) {
                // A second before its timer: the silence has had its effect all the same.
                throw Refusal.of(
                    "refusal.clock.lapsed",
                    clock.dueOn(),
                    new Messages.Key("silence." + clock.silence()));
              } else if (done) {
                all.meet(clock);
              } else if (lapsed) {
                all.miss(clock);
              } else {
                all.drop(clock);
              }
            });
  }
}
