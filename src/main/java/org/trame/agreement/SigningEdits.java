package org.trame.agreement;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trame.worksheet.Edit;

/** What is written while an agreement is being signed. */
@Configuration(proxyBeanMethods = false)
class SigningEdits {

  @Bean
  Edit<GiveUpText> giveUpTextEdit(TextsTakenBack texts, SigningRights rights) {
    return AgreementEdits.of(
        "agreement-give-up", GiveUpText.class, texts::giveUp, rights::mayGiveUp);
  }

  @Bean
  Edit<SignElectronically> signElectronicallyEdit(SignatureActs acts) {
    return AgreementEdits.of(
        "sign-electronically", SignElectronically.class, acts::sign, id -> !acts.own(id).isEmpty());
  }

  @Bean
  Edit<RefuseSignature> refuseSignatureEdit(SignatureActs acts) {
    return AgreementEdits.of(
        "sign-refuse", RefuseSignature.class, acts::refuse, id -> !acts.own(id).isEmpty());
  }

  @Bean
  Edit<MakeReservation> makeReservationEdit(SignatureActs acts) {
    return AgreementEdits.of(
        "sign-reserve", MakeReservation.class, acts::reserve, id -> !acts.own(id).isEmpty());
  }

  @Bean
  Edit<RemoveRow> withdrawReservationEdit(SignatureActs acts) {
    return AgreementEdits.of(
        "sign-reserve-remove",
        RemoveRow.class,
        acts::withdrawReservation,
        id -> !acts.own(id).isEmpty());
  }

  @Bean
  Edit<SignByPdf> signByPdfEdit(PdfSigning pdfs, SignatureActs acts) {
    return AgreementEdits.of(
        "sign-pdf", SignByPdf.class, pdfs::sign, id -> !acts.own(id).isEmpty());
  }

  @Bean
  Edit<SignOnPaper> signOnPaperEdit(SignatureActs acts, SigningRights rights) {
    return AgreementEdits.of(
        "sign-paper", SignOnPaper.class, acts::signOnPaper, rights::mayEnterPaper);
  }

  @Bean
  Edit<DelegateSignature> delegateSignatureEdit(Delegations delegations) {
    return AgreementEdits.of(
        "sign-delegate",
        DelegateSignature.class,
        delegations::delegate,
        id -> !delegations.colleagues(id).isEmpty());
  }

  @Bean
  Edit<TakeTextBack> takeTextBackEdit(TextsTakenBack texts, SigningRights rights) {
    return AgreementEdits.of(
        "agreement-take-back", TakeTextBack.class, texts::takeBack, rights::mayTakeBack);
  }

  @Bean
  Edit<RemindSigners> remindSignersEdit(Reminders reminders, SigningRights rights) {
    return AgreementEdits.of(
        "sign-remind", RemindSigners.class, reminders::remind, rights::mayRemind);
  }
}
