package org.trame.notification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.trame.access.Actors;
import org.trame.access.account.Accounts;
import org.trame.language.Languages;
import org.trame.notification.Announcement.Kind;
import org.trame.party.HandoverAsked;
import org.trame.party.HandoverLeftOpen;
import org.trame.party.Mandate;
import org.trame.party.MandateEnded;
import org.trame.party.MandateGranted;
import org.trame.party.Party;
import org.trame.party.Person;
import org.trame.workflow.OpenTask;
import org.trame.workflow.Workflows;

/**
 * Tells people what becomes of their mandates, whether they have an account or not, and whoever is
 * asked about an organisation of its handovers. What somebody did is not told to that person.
 */
@Component
class MandateAnnouncer {

  private final Announcements announcements;
  private final Accounts accounts;
  private final Workflows workflows;
  private final Clock time;

  MandateAnnouncer(
      Announcements announcements, Accounts accounts, Workflows workflows, Clock time) {
    this.announcements = announcements;
    this.accounts = accounts;
    this.workflows = workflows;
    this.time = time;
  }

  /** Whoever holds the mandate it is derived from learns of it too. */
  @EventListener
  void granted(MandateGranted granted) {
    Mandate mandate = granted.mandate();
    Map<String, String> details =
        Map.of("from", mandate.extent().from().toString(), "act", mandate.actReference());
    tell(mandate.person(), Kind.MANDATE_GRANTED, granted.party(), numbered(mandate, details));
    Mandate source = granted.source();
    if (source != null) {
      tell(source.person(), Kind.MANDATE_DELEGATED, granted.party(), numbered(source, details));
    }
  }

  @EventListener
  void ended(MandateEnded ended) {
    Mandate mandate = ended.mandate();
    tell(
        mandate.person(),
        Kind.MANDATE_ENDED,
        ended.party(),
        numbered(
            mandate, Map.of("on", mandate.endedOn().toString(), "reason", mandate.endReason())));
  }

  @EventListener
  void asked(HandoverAsked asked) {
    Party party = asked.party();
    Mandate mandate = asked.mandate();
    Map<String, String> details =
        numbered(mandate, Map.of(DigestTexts.DUE, mandate.lastDay().toString()));
    tell(mandate.person(), Kind.MANDATE_ENDING, party, details);
    Map<String, String> withTask = new HashMap<>(details);
    workflows.openTasks(party.subject()).stream()
        .filter(task -> task.about().matches(".*\\D" + mandate.id()))
        .map(OpenTask::id)
        .findFirst()
        .ifPresent(task -> withTask.put(DigestTexts.TASK, task));
    tellHolders(Kind.HANDOVER_ASKED, party, withTask);
  }

  @EventListener
  void leftOpen(HandoverLeftOpen open) {
    tellHolders(Kind.HANDOVER_LEFT_OPEN, open.party(), numbered(open.mandate(), Map.of()));
  }

  private static Map<String, String> numbered(Mandate mandate, Map<String, String> details) {
    Map<String, String> all = new HashMap<>(details);
    all.put("mandate", String.valueOf(mandate.id()));
    return all;
  }

  private void tellHolders(Kind kind, Party party, Map<String, String> details) {
    List<Recipient> holders =
        party.holders().stream()
            .flatMap(group -> accounts.members(group).stream())
            .distinct()
            .map(Recipient::account)
            .toList();
    holders.forEach(holder -> tell(holder, kind, party, details));
  }

  private void tell(Person person, Kind kind, Party party, Map<String, String> details) {
    Recipient recipient =
        person.account() == null
            ? Recipient.address(person.mail(), Languages.FRENCH)
            : Recipient.account(person.account());
    tell(recipient, kind, party, details);
  }

  private void tell(Recipient to, Kind kind, Party party, Map<String, String> details) {
    if (!to.reader().equals(Actors.current().userId())) {
      announcements.tell(to, kind, party.subject(), null, details, LocalDate.now(time));
    }
  }
}
