package org.trame.commitment.process;

import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.trame.commitment.Commitments;
import org.trame.commitment.FollowUps;
import org.trame.commitment.Reviews;
import org.trame.workflow.TrameClock;

/** Days that commitments and agreements fix themselves: {@code ${commitmentDates.notice(...)}}. */
@Component("commitmentDates")
public class CommitmentDates {

  /** Later than the end of any agreement that has one. */
  private static final LocalDate NEVER = LocalDate.of(2999, 12, 31);

  private final FollowUps followUps;
  private final Commitments commitments;
  private final Reviews reviews;

  CommitmentDates(FollowUps followUps, Commitments commitments, Reviews reviews) {
    this.followUps = followUps;
    this.commitments = commitments;
    this.reviews = reviews;
  }

  /** Beginning of the day on which the author is asked. */
  public Date notice(DelegateExecution execution) {
    return beginningOf(followUps.notice(CommitmentVariables.occurrence(execution)));
  }

  /** End of the day up to which a late declaration is taken. */
  public Date graceOver(DelegateExecution execution) {
    return beginningOf(
        commitments
            .occurrence(CommitmentVariables.occurrence(execution))
            .orElseThrow()
            .graceUntil()
            .plusDays(1));
  }

  /** End of the last day of the agreement. */
  public Date term(DelegateExecution execution) {
    return beginningOf(
        reviews
            .lastDay(CommitmentVariables.agreement(execution))
            .map(day -> day.plusDays(1))
            .orElse(NEVER));
  }

  private static Date beginningOf(LocalDate day) {
    return Date.from(day.atStartOfDay(TrameClock.BRUSSELS).toInstant());
  }
}
