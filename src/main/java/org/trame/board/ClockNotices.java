package org.trame.board;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.trame.deadline.LegalClock;
import org.trame.deadline.Notices;
import org.trame.deadline.PlannedNotice;
import org.trame.deadline.TimeLimit;
import org.trame.language.Messages;
import org.trame.workflow.TrameClock;

/** Who is reminded before the end of a clock and told after it, and when. */
@Component
class ClockNotices {

  private final Notices notices;
  private final Messages messages;

  ClockNotices(Notices notices, Messages messages) {
    this.notices = notices;
    this.messages = messages;
  }

  /**
   * One notice.
   *
   * @param day when
   * @param what who is reminded or told
   * @param done whether it was given
   */
  record Line(LocalDate day, String what, boolean done) {}

  /**
   * Those given; those to come only while the act is awaited, and after the end only where silence
   * has no effect of its own.
   */
  List<Line> of(LegalClock clock) {
    return notices.of(clock).stream()
        .filter(n -> n.givenAt() != null || toCome(clock, n))
        .map(n -> new Line(day(n), what(clock, n), n.givenAt() != null))
        .toList();
  }

  private static boolean toCome(LegalClock clock, PlannedNotice notice) {
    return clock.open() && (notice.warning() || clock.silence() == TimeLimit.Silence.NONE);
  }

  private static LocalDate day(PlannedNotice notice) {
    return notice.givenAt() == null
        ? notice.day()
        : LocalDate.ofInstant(notice.givenAt(), TrameClock.BRUSSELS);
  }

  private String what(LegalClock clock, PlannedNotice notice) {
    String role = notice.role().equals(TimeLimit.HOLDER) ? clock.limit().holder() : notice.role();
    String late = notice.days() == 0 ? "due.notice.atOnce" : "due.notice.escalate";
    return messages.say(
        notice.warning() ? "due.notice.warn" : late, new Messages.Key("role." + role));
  }
}
