package org.trame.consultation.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.trame.consultation.Opinions;

/** {@code Task_ReplyToOpinions}. */
@Component
class ReplyToOpinionsDelegate implements TaskListener {

  private final Opinions opinions;

  ReplyToOpinionsDelegate(Opinions opinions) {
    this.opinions = opinions;
  }

  @Override
  public void notify(DelegateTask task) {
    opinions.closeReplies(task.getExecution().getProcessBusinessKey());
  }
}
