package org.trame.commitment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.access.Actor;
import org.trame.access.Actors;
import org.trame.deadline.Clocks;
import org.trame.document.Documents;
import org.trame.input.Check;
import org.trame.input.Refusal;
import org.trame.workflow.Workflows;

/**
 * What author and beneficiary say of a due date. Kept is only what the beneficiary confirms; as
 * long as he says nothing it stays declared.
 */
@Component
@Transactional
public class CommitmentAnswers {

  private final FollowUps followUps;
  private final OccurrenceStore occurrences;
  private final Commitments commitments;
  private final CommitmentBooks books;
  private final Documents documents;
  private final Clocks clocks;
  private final Workflows workflows;
  private final Clock time;

  CommitmentAnswers(
      FollowUps followUps,
      OccurrenceStore occurrences,
      Commitments commitments,
      CommitmentBooks books,
      Documents documents,
      Clocks clocks,
      Workflows workflows,
      Clock time) {
    this.followUps = followUps;
    this.occurrences = occurrences;
    this.commitments = commitments;
    this.books = books;
    this.documents = documents;
    this.clocks = clocks;
    this.workflows = workflows;
    this.time = time;
  }

  /** Whether somebody has answered at this task, so that it may end. */
  @Transactional(readOnly = true)
  public boolean answered(long occurrence, String task) {
    Occurrence now = occurrences.find(occurrence).orElseThrow();
    return switch (task) {
      case FollowUps.KEEP -> now.state() != Occurrence.State.DUE;
      case FollowUps.CONFIRM -> !now.toConfirm();
      default -> !now.toAnswer();
    };
  }

  /**
   * The author says that it is done.
   *
   * @throws Refusal if it was declared already, the day is to come or before the agreement was in
   *     force, or there are neither words nor a file
   */
  void declare(long commitment, DeclareCommitment form) {
    Commitment about = commitments.get(commitment);
    Occurrence now = locked(form.occurrence(), o -> o.state() == Occurrence.State.DUE, commitment);
    LocalDate today = LocalDate.now(time);
    if (form.doneFile() != null) {
      documents.uploaded(books.programme(about), form.doneFile(), "doneFile");
    }
    new Check()
        .that(!form.doneOn().isAfter(today), "doneOn", "refusal.commitment.future")
        .that(
            !form.doneOn().isBefore(about.begunOn()),
            "doneOn",
            "refusal.commitment.beforeForce",
            about.begunOn())
        .that(
            form.doneWords() != null || form.doneFile() != null,
            "doneWords",
            "refusal.commitment.noEvidence")
        .done();
    occurrences.declared(
        now.id(),
        new Occurrence.Declaration(
            today, user(), form.doneOn(), form.doneWords(), form.doneFile()));
    clocks.openOf(java.util.List.of(about.subject())).stream()
        .filter(c -> c.step().equals(FollowUps.KEEPING) && c.eventOn().equals(now.dueOn()))
        .forEach(c -> clocks.meet(c, form.doneOn()));
    followUps.obsolete(about, now.dueOn());
    end(about, now, FollowUps.KEEP);
    books
        .ledger()
        .record(
            books.programme(about),
            "commitment-declared",
            books.details(about, "due", now.dueOn().toString(), "done", form.doneOn().toString()));
    toConfirm(about, now);
  }

  private void toConfirm(Commitment about, Occurrence now) {
    books.tell(
        CommitmentNews.What.DECLARED,
        about,
        now.dueOn(),
        about.text().beneficiary(),
        about.text().author(),
        "");
  }

  /**
   * The beneficiary confirms: kept, in time or late by the day it was done.
   *
   * @throws Refusal if it is not asked, or the actor declared it himself
   */
  void confirm(long commitment, ConfirmCommitment form) {
    Commitment about = commitments.get(commitment);
    Occurrence now = locked(form.occurrence(), Occurrence::toConfirm, commitment);
    notTheDeclarer(now);
    boolean late = now.declaration().doneOn().isAfter(now.dueOn());
    Occurrence.State state = late ? Occurrence.State.KEPT_LATE : Occurrence.State.KEPT;
    occurrences.kept(now.id(), state, LocalDate.now(time), user());
    end(about, now, FollowUps.CONFIRM);
    books
        .ledger()
        .record(
            books.programme(about),
            "commitment-confirmed",
            books.details(
                about,
                "due",
                now.dueOn().toString(),
                "done",
                now.declaration().doneOn().toString(),
                "state",
                state.name()));
    books.tell(
        CommitmentNews.What.CONFIRMED,
        about,
        now.dueOn(),
        about.text().author(),
        about.text().beneficiary(),
        "");
  }

  /**
   * The beneficiary contests. The author may answer once; contested again, it is broken.
   *
   * @throws Refusal if it is not asked, or the actor declared it himself
   */
  void contest(long commitment, ContestCommitment form) {
    Commitment about = commitments.get(commitment);
    Occurrence now = locked(form.occurrence(), Occurrence::toConfirm, commitment);
    notTheDeclarer(now);
    if (now.contest() != null) {
      followUps.breach(now, Occurrence.BrokenWhy.CONTESTED, user(), form.contestReason());
      end(about, now, FollowUps.CONFIRM);
      return;
    }
    occurrences.contested(now.id(), LocalDate.now(time), user(), form.contestReason());
    end(about, now, FollowUps.CONFIRM);
    books
        .ledger()
        .record(
            books.programme(about),
            "commitment-contested",
            books.details(about, "due", now.dueOn().toString(), "reason", form.contestReason()));
    books.tell(
        CommitmentNews.What.CONTESTED,
        about,
        now.dueOn(),
        about.text().author(),
        about.text().beneficiary(),
        form.contestReason());
  }

  /** The author answers a contest; the beneficiary is asked again. */
  void answer(long commitment, AnswerContest form) {
    Commitment about = commitments.get(commitment);
    Occurrence now = locked(form.occurrence(), Occurrence::toAnswer, commitment);
    if (form.answerFile() != null) {
      documents.uploaded(books.programme(about), form.answerFile(), "answerFile");
    }
    occurrences.answered(now.id(), LocalDate.now(time), user(), form);
    end(about, now, FollowUps.ANSWER);
    books
        .ledger()
        .record(
            books.programme(about),
            "commitment-answered",
            books.details(about, "due", now.dueOn().toString(), "answer", form.answerWords()));
    toConfirm(about, now);
  }

  /** The author admits that it was not done: it is broken. */
  void concede(long commitment, ConcedeContest form) {
    Commitment about = commitments.get(commitment);
    Occurrence now = locked(form.occurrence(), Occurrence::toAnswer, commitment);
    followUps.breach(now, Occurrence.BrokenWhy.CONCEDED, user(), form.concession());
    end(about, now, FollowUps.ANSWER);
  }

  private static void notTheDeclarer(Occurrence now) {
    new Check().that(!now.declaration().by().equals(user()), "refusal.commitment.oneself").done();
  }

  private Occurrence locked(String id, Predicate<Occurrence> asked, long commitment) {
    Occurrence now = followUps.locked(Long.parseLong(id));
    new Check()
        .that(
            asked.test(now) && now.commitment() == commitment,
            "occurrence",
            "refusal.commitment.notAsked")
        .done();
    return now;
  }

  private static String user() {
    return Actors.current().userId();
  }

  private void end(Commitment about, Occurrence now, String task) {
    Actor actor = Actors.current();
    if (!workflows.complete(actor, about.subject(), task, FollowUps.OCCURRENCE, now.id())) {
      throw new IllegalStateException("No open " + task + " for due date " + now.id());
    }
  }
}
