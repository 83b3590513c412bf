package org.trame.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trame.agreement.Agreement;
import org.trame.agreement.AgreementVersion;
import org.trame.agreement.DraftedCommitment;

/** What is promised is part of the text that is signed. */
class DraftedCommitmentsTests extends CommitmentTest {

  private void remove(long id, String edit, String row) {
    make(COORDINATOR, Agreement.subject(id), edit, Map.of("id", row));
  }

  private List<DraftedCommitment> drafted(long id) {
    return agreements.content(agreements.current(id)).commitments();
  }

  @Test
  void theExactTextSaysItAndItsHashChangesWithIt() {
    long id = drafted("Texte");
    promise(id, yearly(given.municipality(), partner, "Verser la part de la commune"));
    given.freeze(id);
    AgreementVersion first = agreements.current(id);
    assertThat(first.text())
        .contains("Engagement E1 (article 1)")
        .contains("Envers : Partenaire")
        .contains("Promesse : Verser la part de la commune")
        .contains("Échéance : 2031-06-30, puis chaque année jusqu’au 2033-06-30")
        .contains("Avertissement : 30 jours avant")
        .contains("Preuve : Un rapport");
    databaseRefuses(
        "update trame.agreement_commitment set promise = 'rien' where agreement = ?", id);
    databaseRefuses("delete from trame.agreement_commitment where agreement = ?", id);

    given.write(id, "agreement-take-back", "takeBackReason", "Une date");
    assertThat(drafted(id)).as("copied").hasSize(1);
    Map<String, String> later = yearly(given.municipality(), partner, "Verser la part");
    later.put("id", "E1");
    promise(id, later);
    given.freeze(id);
    assertThat(agreements.current(id).sha256()).isNotEqualTo(first.sha256());
  }

  @Test
  void whoAndWhatACommitmentNamesStays() {
    long id = drafted("Noms");
    given.write(id, "agreement-clause", "clauseHeading", "Deux", "clauseBody", "Deux.");
    Map<String, String> second = yearly(given.municipality(), partner, "Verser");
    second.put("commitmentClause", "2");
    promise(id, second);
    refused(() -> remove(id, "agreement-clause-remove", "2"), "porte des engagements (E1)");
    refused(
        () -> remove(id, "agreement-party-remove", String.valueOf(partner)),
        "nommée par des engagements (E1)");
    remove(id, "agreement-clause-remove", "1");
    assertThat(drafted(id)).singleElement().extracting(DraftedCommitment::clause).isEqualTo(1);
    remove(id, "agreement-commitment-remove", "E1");
    remove(id, "agreement-party-remove", String.valueOf(partner));
    assertThat(drafted(id)).isEmpty();
  }

  @Test
  void datesAndSidesMakeSense() {
    long id = drafted("Dates");
    long self = given.municipality();
    Map<String, String> values = yearly(self, self, "Verser");
    values.put("lastDue", "2034-06-30");
    values.put("noticeDays", "400");
    refused(() -> promise(id, values), "pas envers elle-même", "31/12/2033", "de 0 à 365 jours");
    Map<String, String> once = yearly(self, partner, "Verser");
    once.put("recurrence", "ONCE");
    refused(() -> promise(id, once), "n’en a pas");
    Map<String, String> back = yearly(self, partner, "Verser");
    back.put("lastDue", "2031-01-30");
    refused(() -> promise(id, back), "précède la première");
    assertThat(drafted(id)).isEmpty();
  }

  @Test
  void whatDoesNotFitAnyMoreKeepsTheTextFromBeingSent() {
    long id = drafted("Fin avancée");
    promise(id, yearly(given.municipality(), partner, "Verser"));
    given.write(
        id, "agreement-terms", "agreementTitle", "Fin avancée", "agreementEndsOn", "2032-12-31");
    refused(() -> given.freeze(id), "E1 a une échéance après le dernier jour");
    databaseRefuses(
        "update trame.agreement_version set state = 'READY', text = 'x', text_sha256 = repeat('0',"
            + " 64), frozen_at = now(), frozen_by = 'x' where agreement = ?",
        id);
    given.write(
        id, "agreement-terms", "agreementTitle", "Fin avancée", "agreementEndsOn", "2033-12-31");
    at("2033-07-01");
    refused(() -> given.freeze(id), "échéances de l’engagement E1 sont passées");
  }
}
