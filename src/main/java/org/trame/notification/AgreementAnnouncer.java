package org.trame.notification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.trame.access.Actors;
import org.trame.access.Role;
import org.trame.access.account.Accounts;
import org.trame.agreement.AgreementNews;
import org.trame.deadline.Responsibilities;
import org.trame.language.Languages;
import org.trame.notification.Announcement.Kind;
import org.trame.party.Parties;
import org.trame.party.Person;

/**
 * Tells the people of the parties what becomes of an agreement, whether they have an account or
 * not, and the coordinators who drive it. What somebody did is not told to that person.
 */
@Component
class AgreementAnnouncer {

  private final Announcements announcements;
  private final Accounts accounts;
  private final Responsibilities responsibilities;
  private final Parties parties;
  private final Clock time;

  AgreementAnnouncer(
      Announcements announcements,
      Accounts accounts,
      Responsibilities responsibilities,
      Parties parties,
      Clock time) {
    this.announcements = announcements;
    this.accounts = accounts;
    this.responsibilities = responsibilities;
    this.parties = parties;
    this.time = time;
  }

  @EventListener
  void happened(AgreementNews news) {
    Kind kind = kind(news.what());
    Map<String, String> details = new HashMap<>();
    details.put("agreement", news.agreement().title());
    details.put("reason", news.reason());
    if (news.party() != null) {
      details.put("party", parties.find(news.party()).orElseThrow().frenchName());
    }
    Set<Recipient> told = new LinkedHashSet<>();
    parties.people(news.parties()).forEach(person -> told.add(recipient(person)));
    if (kind.part() != Announcement.Part.TO_DO) {
      responsibilities
          .group(news.agreement().subject(), Role.COORDINATOR.code())
          .ifPresent(group -> accounts.members(group).forEach(a -> told.add(Recipient.account(a))));
    }
    told.stream()
        .filter(to -> !to.reader().equals(Actors.current().userId()))
        .forEach(
            to ->
                announcements.tell(
                    to, kind, news.agreement().subject(), null, details, LocalDate.now(time)));
  }

  private static Kind kind(AgreementNews.What what) {
    return switch (what) {
      case SIGNATURE_ASKED -> Kind.SIGNATURE_ASKED;
      case SIGNATURE_REMINDED -> Kind.SIGNATURE_REMINDED;
      case REFUSED -> Kind.AGREEMENT_REFUSED;
      case TEXT_CHANGED -> Kind.AGREEMENT_TEXT_CHANGED;
      case IN_FORCE -> Kind.AGREEMENT_SIGNED;
      case GIVEN_UP -> Kind.AGREEMENT_GIVEN_UP;
      case MEDIATION_OPENED -> Kind.MEDIATION_OPENED;
      case MEDIATOR_NAMED -> Kind.MEDIATOR_NAMED;
      case MEDIATION_CLOSED -> Kind.MEDIATION_CLOSED;
      case ENDED -> Kind.AGREEMENT_ENDED;
    };
  }

  static Recipient recipient(Person person) {
    return person.account() == null
        ? Recipient.address(person.mail(), Languages.FRENCH)
        : Recipient.account(person.account());
  }
}
