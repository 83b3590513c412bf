package org.trame.backplan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.trame.access.Role;
import org.trame.access.account.Accounts;
import org.trame.deadline.Responsibilities;
import org.trame.notification.Announcement;
import org.trame.notification.Announcements;
import org.trame.notification.Recipient;

/** Tells the municipality, from the coordinator up, that an end cannot be met any more. */
@Component
class PlanAnnouncer {

  private static final List<Role> TOLD =
      List.of(Role.COORDINATOR, Role.DEPARTMENT_HEAD, Role.ALDERMAN);

  private final Announcements announcements;
  private final Responsibilities responsibilities;
  private final Accounts accounts;
  private final Clock time;

  PlanAnnouncer(
      Announcements announcements,
      Responsibilities responsibilities,
      Accounts accounts,
      Clock time) {
    this.announcements = announcements;
    this.responsibilities = responsibilities;
    this.accounts = accounts;
    this.time = time;
  }

  @EventListener
  void late(BackPlanLate late) {
    Map<String, String> details =
        Map.of(
            "end", late.end().toString(),
            "due", late.end().toString(),
            "projected", late.projected().toString());
    TOLD.stream()
        .map(role -> responsibilities.group(late.programme(), role.code()))
        .flatMap(Optional::stream)
        .flatMap(group -> accounts.members(group).stream())
        .distinct()
        .forEach(
            account ->
                announcements.tell(
                    Recipient.account(account),
                    Announcement.Kind.PLAN_LATE,
                    late.programme(),
                    null,
                    details,
                    LocalDate.now(time)));
  }
}
