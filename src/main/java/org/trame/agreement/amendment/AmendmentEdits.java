package org.trame.agreement.amendment;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trame.agreement.AgreementEdits;
import org.trame.worksheet.Edit;

/** Opening an amendment of an agreement, on its page. */
@Configuration(proxyBeanMethods = false)
class AmendmentEdits {

  @Bean
  Edit<AmendAgreement> amendAgreementEdit(AgreementAmendments amendments) {
    return AgreementEdits.of(
        "agreement-amend", AmendAgreement.class, amendments::amend, amendments::mayAmend);
  }
}
