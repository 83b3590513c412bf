package org.trame.funding;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trame.agreement.Agreement;
import org.trame.agreement.AgreementVersion;
import org.trame.agreement.Agreements;
import org.trame.input.Choices;
import org.trame.language.Messages;
import org.trame.worksheet.Edit;

/** What is written on the page of an agreement about its payments. */
@Configuration(proxyBeanMethods = false)
class PaymentEdits {

  @Bean
  Edit<PreparePayment> preparePaymentEdit(PaymentOrders payments, Agreements agreements) {
    return Edit.ofRoles(
        "prepare-payment",
        PreparePayment.class,
        (subject, form) -> payments.prepare(Agreement.ofSubject(subject), form),
        (actor, subject) ->
            agreements
                .find(Agreement.ofSubject(subject))
                .filter(a -> a.state() == Agreement.State.IN_FORCE && agreements.drives(actor, a))
                .flatMap(a -> agreements.inForce(a.id()))
                .map(AgreementVersion::amount)
                .isPresent());
  }

  @Bean
  Choices payees(PaymentOrders payments, Agreements agreements) {
    return new Choices() {
      @Override
      public String name() {
        return "payees";
      }

      @Override
      public List<Choice> of(String subject) {
        return agreements.find(Agreement.ofSubject(subject)).stream()
            .flatMap(a -> payments.payees(a).stream())
            .map(p -> new Choice(String.valueOf(p.id()), p.name(Messages.locale())))
            .toList();
      }
    };
  }
}
