package org.trame.evaluation.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.trame.evaluation.Closings;

/** {@code Task_RecordLessons}. */
@Component
class RecordLessonsDelegate implements TaskListener {

  private final Closings closings;

  RecordLessonsDelegate(Closings closings) {
    this.closings = closings;
  }

  @Override
  public void notify(DelegateTask task) {
    closings.completeLessons(task.getExecution().getProcessBusinessKey());
  }
}
