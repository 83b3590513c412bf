package org.trame.agreement;

import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Lets everybody know what happens to the signatures of an agreement. */
@Component
class SigningNews {

  private final AgreementStore store;
  private final ApplicationEventPublisher events;

  SigningNews(AgreementStore store, ApplicationEventPublisher events) {
    this.store = store;
    this.events = events;
  }

  void asked(Agreement agreement, Signature signature) {
    publish(
        AgreementNews.What.SIGNATURE_ASKED,
        agreement,
        List.of(signature.party()),
        signature.party(),
        "");
  }

  void reminded(Agreement agreement, long party) {
    publish(AgreementNews.What.SIGNATURE_REMINDED, agreement, List.of(party), party, "");
  }

  void refused(Agreement agreement, AgreementVersion version, long party, String reason) {
    publish(AgreementNews.What.REFUSED, agreement, all(version), party, reason);
  }

  void taken(Agreement agreement, AgreementVersion version, String reason) {
    publish(AgreementNews.What.TEXT_CHANGED, agreement, all(version), null, reason);
  }

  void inForce(Agreement agreement, AgreementVersion version) {
    publish(AgreementNews.What.IN_FORCE, agreement, all(version), null, "");
  }

  void givenUp(Agreement agreement, AgreementVersion version, String reason) {
    publish(AgreementNews.What.GIVEN_UP, agreement, all(version), null, reason);
  }

  void tell(AgreementNews.What what, Agreement agreement, AgreementVersion version, String reason) {
    publish(what, agreement, all(version), null, reason);
  }

  private List<Long> all(AgreementVersion version) {
    return store.content(version).participants().stream().map(Participant::party).toList();
  }

  private void publish(
      AgreementNews.What what, Agreement agreement, List<Long> parties, Long party, String reason) {
    events.publishEvent(new AgreementNews(what, agreement, parties, party, reason));
  }
}
