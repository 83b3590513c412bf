package org.trame.due;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import org.trame.deadline.LegalClock;
import org.trame.language.Messages;

/** How long is left, in words. */
@Component
public class DaysLeft {

  private final Messages messages;
  private final Clock time;

  DaysLeft(Messages messages, Clock time) {
    this.messages = messages;
    this.time = time;
  }

  /** Days left, late, or how the clock ended. */
  public String of(LegalClock clock) {
    return switch (clock.state()) {
      case RUNNING, MISSED -> until(clock.dueOn());
      case SUSPENDED -> messages.say("due.left.suspended", clock.suspendedOn());
      case MET -> messages.say("due.left.met", clock.metOn());
      case MET_LATE -> late(ChronoUnit.DAYS.between(clock.dueOn(), clock.metOn()), clock.metOn());
      default -> messages.say("due.left." + clock.state());
    };
  }

  private String late(long days, LocalDate on) {
    return days == 1
        ? messages.say("due.left.metLateOne", on)
        : messages.say("due.left.metLate", on, days);
  }

  private String until(LocalDate due) {
    long days = ChronoUnit.DAYS.between(LocalDate.now(time), due);
    if (days == 0) {
      return messages.say("due.left.today");
    } else if (days == 1) {
      return messages.say("due.left.tomorrow");
    } else if (days == -1) {
      return messages.say("due.left.yesterday");
    }
    return days > 0
        ? messages.say("due.left.days", days)
        : messages.say("due.left.late", Math.abs(days));
  }
}
