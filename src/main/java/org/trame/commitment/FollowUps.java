package org.trame.commitment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.agreement.AgreementContent;
import org.trame.agreement.AgreementNews;
import org.trame.agreement.AgreementVersion;
import org.trame.agreement.Agreements;
import org.trame.agreement.DraftedCommitment;
import org.trame.deadline.ClockMissed;
import org.trame.deadline.Clocks;
import org.trame.programme.Programme;
import org.trame.workflow.Workflows;

/**
 * The due dates of commitments, one after the other: each has a process of its own, and the next
 * begins to wait when this one falls due. Whoever changes a commitment holds its row.
 */
@Component
@Transactional
public class FollowUps {

  /** Process variable: number of the due date. */
  public static final String OCCURRENCE = "occurrence";

  /** Process variable: number of the commitment. */
  public static final String COMMITMENT = "commitment";

  static final String KEEP = "Task_KeepCommitment";
  static final String CONFIRM = "Task_ConfirmCommitment";
  static final String ANSWER = "Task_AnswerContest";

  /** Step of the time limits: the author keeps his word by the due date. */
  static final String KEEPING = "commitment-keeping";

  /** Step of the time limits: after it, silence is a breach. */
  static final String GRACE = "commitment-grace";

  private static final String PROCESS = "CommitmentFollowUp";

  private final CommitmentStore store;
  private final OccurrenceStore occurrences;
  private final ChangeStore changes;
  private final Commitments commitments;
  private final Agreements agreements;
  private final CommitmentBooks books;
  private final Clocks clocks;
  private final Workflows workflows;
  private final Clock time;

  FollowUps(
      CommitmentStore store,
      OccurrenceStore occurrences,
      ChangeStore changes,
      Commitments commitments,
      Agreements agreements,
      CommitmentBooks books,
      Clocks clocks,
      Workflows workflows,
      Clock time) {
    this.store = store;
    this.occurrences = occurrences;
    this.changes = changes;
    this.commitments = commitments;
    this.agreements = agreements;
    this.books = books;
    this.clocks = clocks;
    this.workflows = workflows;
    this.time = time;
  }

  /**
   * A text came into force: what it promises anew begins, what it says as before goes on, what it
   * says otherwise or no more ends. An agreement ended: what it promised ends.
   */
  @EventListener
  void happened(AgreementNews news) {
    long agreement = news.agreement().id();
    if (news.what() == AgreementNews.What.IN_FORCE) {
      follow(agreements.content(agreements.inForce(agreement).orElseThrow()));
    } else if (news.what() == AgreementNews.What.ENDED) {
      live(agreement)
          .values()
          .forEach(c -> end(c, Commitment.EndReason.AGREEMENT_ENDED, news.agreement().endedOn()));
    }
  }

  private Map<String, Commitment> live(long agreement) {
    Map<String, Commitment> live = new HashMap<>();
    store.of(List.of(agreement)).stream()
        .filter(c -> c.endedOn() == null)
        .forEach(c -> live.put(c.text().code(), c));
    return live;
  }

  private void follow(AgreementContent content) {
    AgreementVersion version = content.version();
    Map<String, Commitment> before = live(version.agreement());
    LocalDate today = LocalDate.now(time);
    for (DraftedCommitment text : content.commitments()) {
      Commitment old = before.remove(text.code());
      if (old != null && old.text().sameAs(text)) {
        store.moveTo(old.id(), version.number());
        continue;
      }
      if (old != null) {
        end(old, Commitment.EndReason.REPLACED, today);
      }
      begin(version, text, today);
    }
    before.values().forEach(c -> end(c, Commitment.EndReason.REMOVED, today));
  }

  private void begin(AgreementVersion version, DraftedCommitment text, LocalDate today) {
    long id = store.insert(version.agreement(), version.number(), text, today);
    Commitment begun = commitments.get(id);
    Optional<LocalDate> first = begun.terms().next(today.minusDays(1));
    books
        .ledger()
        .record(
            books.programme(begun),
            "commitment-begun",
            books.details(begun, "due", first.orElse(begun.terms().until()).toString()));
    if (first.isPresent()) {
      await(begun, first.get());
    } else {
      // Nobody was bound on that day: it was too late before it began.
      occurrences.notNeeded(
          occurrences.insert(begun, begun.terms().until()), Occurrence.NotNeededWhy.BEFORE_FORCE);
    }
  }

  /** A due date is to come. */
  void await(Commitment commitment, LocalDate dueOn) {
    long occurrence = occurrences.insert(commitment, dueOn);
    workflows.start(
        PROCESS,
        commitment.subject(),
        Map.of(
            "regime",
            commitments.programme(commitment).regime(),
            COMMITMENT,
            commitment.id(),
            OCCURRENCE,
            occurrence));
  }

  /** Day from which the author of a due date is asked. */
  @Transactional(readOnly = true)
  public LocalDate notice(long occurrence) {
    Occurrence asked = occurrences.find(occurrence).orElseThrow();
    return asked.dueOn().minusDays(commitments.get(asked.commitment()).terms().noticeDays());
  }

  /** The author is asked; the clock runs to the day the commitment itself fixes. */
  public void due(long occurrence, String process) {
    Occurrence asked = locked(occurrence);
    Commitment commitment = commitments.get(asked.commitment());
    Programme programme = commitments.programme(commitment);
    String subject = commitment.subject();
    occurrences.due(
        occurrence,
        LocalDate.now(time),
        clocks.due(programme.regime(), subject, GRACE, asked.dueOn()));
    clocks.startUntil(programme.regime(), subject, KEEPING, process, asked.dueOn());
    commitment.terms().next(asked.dueOn()).ifPresent(next -> await(commitment, next));
    books
        .ledger()
        .record(
            programme.id(),
            "commitment-due",
            books.details(commitment, "due", asked.dueOn().toString()));
    books.tell(
        CommitmentNews.What.ASKED,
        commitment,
        asked.dueOn(),
        commitment.text().author(),
        commitment.text().author(),
        "");
  }

  /** Nothing was declared by the due date: the beneficiary knows it too. */
  @EventListener
  void missed(ClockMissed missed) {
    long id = Commitment.ofSubject(missed.clock().subject());
    if (id >= 0 && missed.clock().step().equals(KEEPING)) {
      Commitment commitment = commitments.get(id);
      books.tell(
          CommitmentNews.What.LATE,
          commitment,
          missed.clock().dueOn(),
          commitment.text().beneficiary(),
          commitment.text().author(),
          "");
    }
  }

  /**
   * The author was silent until the grace period, or the time to answer a contest, was over.
   *
   * @param occurrence which due date
   */
  public void breach(long occurrence) {
    Occurrence now = locked(occurrence);
    breach(
        now,
        now.state() == Occurrence.State.DUE
            ? Occurrence.BrokenWhy.SILENT
            : Occurrence.BrokenWhy.UNANSWERED,
        null,
        null);
  }

  /** It is broken, whoever promised it: every organisation of the agreement is told. */
  void breach(Occurrence now, Occurrence.BrokenWhy why, String by, String words) {
    Commitment commitment = commitments.get(now.commitment());
    occurrences.broken(now.id(), why, LocalDate.now(time), by, words);
    obsolete(commitment, now.dueOn());
    String reason = words == null ? "" : words;
    books
        .ledger()
        .record(
            books.programme(commitment),
            "commitment-broken",
            books.details(
                commitment, "due", now.dueOn().toString(), "why", why.name(), "reason", reason));
    books.tellAll(
        CommitmentNews.What.BROKEN,
        commitment,
        now.dueOn(),
        commitment.text().author(),
        why.name());
  }

  /**
   * A commitment does not hold any more. What was due before goes its way; what is not is not
   * needed.
   *
   * @param on first day on which it does not hold
   */
  private void end(Commitment commitment, Commitment.EndReason reason, LocalDate on) {
    store.lock(commitment.id());
    store.end(commitment.id(), on, reason);
    for (Occurrence o : occurrences.of(commitment.id())) {
      if (o.open() && !o.dueOn().isBefore(on)) {
        occurrences.notNeeded(o.id(), Occurrence.NotNeededWhy.valueOf(reason.name()));
        withdraw(commitment, o);
      }
    }
    changes.open(commitment.id()).ifPresent(c -> obsolete(commitment, c.aboutDue()));
    books
        .ledger()
        .record(
            books.programme(commitment),
            "commitment-ended",
            books.details(commitment, "reason", reason.name()));
  }

  /** Its tasks are taken away. */
  void withdraw(Commitment commitment, Occurrence occurrence) {
    workflows.correlate("CommitmentWithdrawn", commitment.subject(), OCCURRENCE, occurrence.id());
  }

  /** The programme is being closed: nobody is asked anything any more. */
  void withdrawAll(Commitment commitment) {
    workflows.correlate("CommitmentWithdrawn", commitment.subject());
  }

  /** A change proposed about this due date has nothing left to change. */
  void obsolete(Commitment commitment, LocalDate dueOn) {
    changes
        .open(commitment.id())
        .filter(c -> c.aboutDue().equals(dueOn))
        .ifPresent(
            c -> {
              changes.over(c.id(), Change.State.OBSOLETE, LocalDate.now(time), null, null, null);
              workflows.correlate("ChangeObsolete", commitment.subject(), "change", c.id());
            });
  }

  /** The due date, while nobody else changes its commitment. */
  Occurrence locked(long occurrence) {
    store.lock(occurrences.find(occurrence).orElseThrow().commitment());
    return occurrences.find(occurrence).orElseThrow();
  }
}
