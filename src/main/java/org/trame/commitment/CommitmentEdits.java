package org.trame.commitment;

import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trame.access.Actor;
import org.trame.worksheet.Edit;

/** What is written on the page of a commitment, and by whom. */
@Configuration(proxyBeanMethods = false)
class CommitmentEdits {

  private final Commitments commitments;
  private final OccurrenceStore occurrences;

  CommitmentEdits(Commitments commitments, OccurrenceStore occurrences) {
    this.commitments = commitments;
    this.occurrences = occurrences;
  }

  @Bean
  Edit<DeclareCommitment> declareCommitmentEdit(CommitmentAnswers answers) {
    return ofAuthor(
        "commitment-declare",
        DeclareCommitment.class,
        answers::declare,
        o -> o.state() == Occurrence.State.DUE);
  }

  @Bean
  Edit<ConfirmCommitment> confirmCommitmentEdit(CommitmentAnswers answers) {
    return ofBeneficiary("commitment-confirm", ConfirmCommitment.class, answers::confirm);
  }

  @Bean
  Edit<ContestCommitment> contestCommitmentEdit(CommitmentAnswers answers) {
    return ofBeneficiary("commitment-contest", ContestCommitment.class, answers::contest);
  }

  @Bean
  Edit<AnswerContest> answerContestEdit(CommitmentAnswers answers) {
    return ofAuthor(
        "commitment-answer", AnswerContest.class, answers::answer, Occurrence::toAnswer);
  }

  @Bean
  Edit<ConcedeContest> concedeContestEdit(CommitmentAnswers answers) {
    return ofAuthor(
        "commitment-concede", ConcedeContest.class, answers::concede, Occurrence::toAnswer);
  }

  @Bean
  Edit<ProposeChange> proposeChangeEdit(CommitmentChanges changes) {
    return of(
        "commitment-propose",
        ProposeChange.class,
        changes::propose,
        (actor, c) ->
            (commitments.speaksFor(actor, c, c.text().author())
                    || commitments.speaksFor(actor, c, c.text().beneficiary()))
                && changes.mayBeProposed(c));
  }

  @Bean
  Edit<AcceptChange> acceptChangeEdit(CommitmentChanges changes) {
    return of(
        "commitment-change-accept",
        AcceptChange.class,
        (id, form) -> changes.accept(id),
        (actor, c) -> changes.toAnswer(actor, c).isPresent());
  }

  @Bean
  Edit<RefuseChange> refuseChangeEdit(CommitmentChanges changes) {
    return of(
        "commitment-change-refuse",
        RefuseChange.class,
        changes::refuse,
        (actor, c) -> changes.toAnswer(actor, c).isPresent());
  }

  private <T> Edit<T> ofAuthor(
      String name, Class<T> input, BiConsumer<Long, T> write, Predicate<Occurrence> asked) {
    return of(
        name,
        input,
        write,
        (actor, c) -> commitments.speaksFor(actor, c, c.text().author()) && any(c, asked));
  }

  private <T> Edit<T> ofBeneficiary(String name, Class<T> input, BiConsumer<Long, T> write) {
    return of(
        name,
        input,
        write,
        (actor, c) ->
            commitments.speaksFor(actor, c, c.text().beneficiary())
                && any(c, Occurrence::toConfirm));
  }

  private boolean any(Commitment commitment, Predicate<Occurrence> asked) {
    return occurrences.of(commitment.id()).stream().anyMatch(asked);
  }

  private <T> Edit<T> of(
      String name,
      Class<T> input,
      BiConsumer<Long, T> write,
      BiPredicate<Actor, Commitment> available) {
    return Edit.ofRoles(
        name,
        input,
        (subject, typed) -> write.accept(Commitment.ofSubject(subject), typed),
        (actor, subject) ->
            commitments
                .find(Commitment.ofSubject(subject))
                .filter(c -> available.test(actor, c))
                .isPresent());
  }
}
