package org.trame.agreement;

import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trame.access.Actors;
import org.trame.access.Role;
import org.trame.programme.Programmes;
import org.trame.worksheet.Edit;

/** What is written on the pages of agreements, and by whom. */
@Configuration(proxyBeanMethods = false)
public class AgreementEdits {

  @Bean
  Edit<PrepareAgreement> prepareAgreementEdit(Agreements agreements, Programmes programmes) {
    return Edit.ofRole(
        "prepare-agreement",
        PrepareAgreement.class,
        agreements::prepare,
        Role.COORDINATOR,
        (actor, subject) ->
            programmes
                .find(subject)
                .filter(p -> actor.in(Role.COORDINATOR.group(p.nis(), p.region())))
                .filter(agreements::mayPrepare)
                .isPresent());
  }

  @Bean
  Edit<AgreementTerms> agreementTermsEdit(AgreementDrafts drafts) {
    return ofDraft("agreement-terms", AgreementTerms.class, drafts::terms, drafts);
  }

  @Bean
  Edit<WriteClause> agreementClauseEdit(AgreementDrafts drafts) {
    return ofDraft("agreement-clause", WriteClause.class, drafts::clause, drafts);
  }

  @Bean
  Edit<RemoveRow> removeClauseEdit(AgreementDrafts drafts) {
    return ofDraft("agreement-clause-remove", RemoveRow.class, drafts::removeClause, drafts);
  }

  @Bean
  Edit<AddGroup> agreementGroupEdit(AgreementDrafts drafts) {
    return ofDraft("agreement-group", AddGroup.class, drafts::group, drafts);
  }

  @Bean
  Edit<RemoveRow> removeGroupEdit(AgreementDrafts drafts) {
    return ofDraft("agreement-group-remove", RemoveRow.class, drafts::removeGroup, drafts);
  }

  @Bean
  Edit<AddParty> agreementPartyEdit(AgreementDrafts drafts) {
    return ofDraft("agreement-party", AddParty.class, drafts::party, drafts);
  }

  @Bean
  Edit<RemoveRow> removePartyEdit(AgreementDrafts drafts) {
    return ofDraft("agreement-party-remove", RemoveRow.class, drafts::removeParty, drafts);
  }

  @Bean
  Edit<WriteCommitment> agreementCommitmentEdit(Promises promises, AgreementDrafts drafts) {
    return ofDraft("agreement-commitment", WriteCommitment.class, promises::write, drafts);
  }

  @Bean
  Edit<RemoveRow> removeCommitmentEdit(Promises promises, AgreementDrafts drafts) {
    return ofDraft("agreement-commitment-remove", RemoveRow.class, promises::remove, drafts);
  }

  private static <T> Edit<T> ofDraft(
      String name, Class<T> input, BiConsumer<Long, T> write, AgreementDrafts drafts) {
    return of(name, input, write, drafts::mayWrite);
  }

  /** An edit of an agreement, by whoever the condition on its number lets. */
  public static <T> Edit<T> of(
      String name, Class<T> input, BiConsumer<Long, T> write, Predicate<Long> may) {
    return Edit.ofRoles(
        name,
        input,
        (subject, typed) -> write.accept(Agreement.ofSubject(subject), typed),
        (actor, subject) -> {
          long id = Agreement.ofSubject(subject);
          return id >= 0 && Actors.as(actor, () -> may.test(id));
        });
  }
}
