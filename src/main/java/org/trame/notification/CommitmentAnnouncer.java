package org.trame.notification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.trame.access.Actors;
import org.trame.access.Role;
import org.trame.access.account.Accounts;
import org.trame.commitment.AgreementReviewed;
import org.trame.commitment.CommitmentNews;
import org.trame.commitment.Commitments;
import org.trame.deadline.Responsibilities;
import org.trame.notification.Announcement.Kind;
import org.trame.party.Parties;
import org.trame.party.Person;

/**
 * Tells organisations what becomes of what they promised or were promised, whether their people
 * have an account or not. What somebody did is not told to that person.
 */
@Component
class CommitmentAnnouncer {

  private final Announcements announcements;
  private final Accounts accounts;
  private final Responsibilities responsibilities;
  private final Commitments commitments;
  private final Parties parties;
  private final Clock time;

  CommitmentAnnouncer(
      Announcements announcements,
      Accounts accounts,
      Responsibilities responsibilities,
      Commitments commitments,
      Parties parties,
      Clock time) {
    this.announcements = announcements;
    this.accounts = accounts;
    this.responsibilities = responsibilities;
    this.commitments = commitments;
    this.parties = parties;
    this.time = time;
  }

  @EventListener
  void happened(CommitmentNews news) {
    Kind kind = kind(news.what());
    String subject = news.commitment().subject();
    Set<Recipient> told = people(news.parties());
    news.parties().forEach(party -> join(told, commitments.group(news.commitment(), party)));
    if (kind == Kind.COMMITMENT_LATE) {
      // Whoever has an account has the task, and is told by its clock.
      parties.people(news.commitment().text().author()).stream()
          .filter(person -> person.account() == null)
          .forEach(person -> told.add(AgreementAnnouncer.recipient(person)));
    }
    if (kind.part() != Announcement.Part.TO_DO) {
      coordinators(told, subject);
    }
    tell(
        told,
        kind,
        subject,
        Map.of(
            "agreement", news.agreement().title(),
            "commitment", news.commitment().text().code(),
            "due", news.dueOn().toString(),
            "party", parties.find(news.party()).orElseThrow().frenchName(),
            "reason", news.reason()));
  }

  @EventListener
  void reviewed(AgreementReviewed review) {
    Set<Recipient> told = people(review.parties());
    coordinators(told, review.agreement().subject());
    tell(
        told,
        Kind.AGREEMENT_REVIEWED,
        review.agreement().subject(),
        Map.of(
            "agreement", review.agreement().title(),
            "outcome", review.outcome().name(),
            "reason", review.words()));
  }

  private Set<Recipient> people(List<Long> of) {
    Set<Recipient> told = new LinkedHashSet<>();
    for (Person person : parties.people(of)) {
      told.add(AgreementAnnouncer.recipient(person));
    }
    return told;
  }

  private void join(Set<Recipient> told, String group) {
    accounts.members(group).forEach(account -> told.add(Recipient.account(account)));
  }

  private void coordinators(Set<Recipient> told, String subject) {
    responsibilities.group(subject, Role.COORDINATOR.code()).ifPresent(group -> join(told, group));
  }

  private void tell(Set<Recipient> told, Kind kind, String subject, Map<String, String> values) {
    LocalDate today = LocalDate.now(time);
    told.stream()
        .filter(to -> !to.reader().equals(Actors.current().userId()))
        .forEach(to -> announcements.tell(to, kind, subject, null, new HashMap<>(values), today));
  }

  private static Kind kind(CommitmentNews.What what) {
    return switch (what) {
      case ASKED -> Kind.COMMITMENT_ASKED;
      case DECLARED -> Kind.COMMITMENT_DECLARED;
      case CONTESTED -> Kind.COMMITMENT_CONTESTED;
      case CONFIRMED -> Kind.COMMITMENT_CONFIRMED;
      case LATE -> Kind.COMMITMENT_LATE;
      case BROKEN -> Kind.COMMITMENT_BROKEN;
      case CHANGE_PROPOSED -> Kind.CHANGE_PROPOSED;
      case CHANGE_ACCEPTED -> Kind.CHANGE_ACCEPTED;
      case CHANGE_REFUSED -> Kind.CHANGE_REFUSED;
      case CHANGE_UNANSWERED -> Kind.CHANGE_UNANSWERED;
    };
  }
}
