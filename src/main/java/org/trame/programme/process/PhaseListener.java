package org.trame.programme.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.trame.programme.Programmes;

/**
 * Each call activity of a lifecycle that is named {@code Phase_...} is a phase: entering it is
 * written down.
 */
@Component
class PhaseListener extends AbstractBpmnParseListener {

  private static final String PHASE = "Phase_";

  private final ObjectProvider<Programmes> programmes;

  PhaseListener(ObjectProvider<Programmes> programmes) {
    this.programmes = programmes;
  }

  @Override
  public void parseCallActivity(Element element, ScopeImpl scope, ActivityImpl activity) {
    if (activity.getId().startsWith(PHASE)) {
      ExecutionListener listener = this::enter;
      activity.addListener(ExecutionListener.EVENTNAME_START, listener);
    }
  }

  private void enter(DelegateExecution execution) {
    programmes
        .getObject()
        .enterPhase(execution.getProcessBusinessKey(), execution.getCurrentActivityId());
  }
}
