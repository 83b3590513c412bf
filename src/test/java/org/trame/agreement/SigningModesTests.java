package org.trame.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.trame.TrameTest;
import org.trame.access.Actor;
import org.trame.access.Actors;
import org.trame.deadline.Clocks;
import org.trame.deadline.LegalClock;
import org.trame.document.Documents;
import org.trame.document.Samples;
import org.trame.language.Languages;
import org.trame.scenario.TestCertificates;
import org.trame.workflow.TrameClock;

/** Paper, signed PDF and silence, on the real engine and database. */
@TrameTest
class SigningModesTests {

  @Autowired TestAgreements given;
  @Autowired TestCertificates certificates;
  @Autowired Agreements agreements;
  @Autowired Signings signings;
  @Autowired PrintedAgreements printed;
  @Autowired Documents documents;
  @Autowired Clocks clocks;
  @Autowired ManagementService management;
  @Autowired TrameClock clock;

  private String programme;
  private long party;

  @BeforeEach
  void aProgramme() {
    LocaleContextHolder.setLocale(Locale.FRENCH);
    programme = given.programme("Modes");
    party = given.association("Sur papier", "association");
  }

  @AfterEach
  void realTime() {
    LocaleContextHolder.resetLocaleContext();
    clock.release();
  }

  @Test
  void paperCountsOnceASecondPersonHasConfirmedTheScan() throws IOException {
    long id = given.sent(programme, "Papier", party);
    UUID scan = upload(TestAgreements.COORDINATOR, "scan.png", Samples.image("png"));
    given.refused(() -> paper(id, scan, LocalDate.now().plusDays(1)), "est à venir");
    given.refused(
        () -> paper(id, scan, LocalDate.now().minusDays(1)), "personne ne l’a signé avant");
    given.refused(
        () -> paper(id, UUID.randomUUID(), LocalDate.now()),
        "n’est pas un document de ce programme");
    paper(id, scan, LocalDate.now());

    long signature = given.awaited(id, party);
    assertThat(state(signature)).isEqualTo(Signature.State.TO_CONFIRM);
    assertThat(given.open(id, "Task_Sign")).as("the municipality is not asked yet").isZero();
    given.refused(
        () -> as(TestAgreements.COORDINATOR, () -> confirm(id, "true", null)),
        "Vous avez inscrit cette signature");
    given.refused(
        () -> as(given.actor("association"), () -> confirm(id, "true", null)),
        "votre propre signature");
    Actor secretary = given.actor("secretaire");
    given.refused(() -> as(secretary, () -> confirm(id, "false", null)), "Dites ce qui ne va pas");
    as(secretary, () -> confirm(id, "false", "Ce n’est pas sa signature"));
    assertThat(state(signature)).isEqualTo(Signature.State.AWAITED);

    paper(id, scan, LocalDate.now());
    as(secretary, () -> confirm(id, "true", null));
    Signature given = signings.find(signature).orElseThrow();
    assertThat(given.state()).isEqualTo(Signature.State.SIGNED);
    assertThat(given.mode()).isEqualTo(Signature.Mode.PAPER);
    assertThat(given.enteredBy()).isEqualTo("coordinateur");
    assertThat(given.confirmedBy()).isEqualTo("secretaire");
    assertThat(this.given.open(id, "Task_Sign")).isEqualTo(2);
  }

  private void paper(long id, UUID scan, LocalDate on) {
    long person = given.personOf(party, "association");
    given.make(
        TestAgreements.COORDINATOR,
        id,
        "sign-paper",
        "awaitedParty",
        String.valueOf(party),
        "paperSigner",
        String.valueOf(person),
        "paperSignedOn",
        on.toString(),
        "scan",
        scan.toString(),
        "shownSha256",
        agreements.current(id).sha256());
  }

  private void confirm(long id, String confirmed, String doubt) {
    given.complete(
        id,
        "Task_ConfirmPaperSignature",
        doubt == null
            ? Map.of("paperConfirmed", confirmed)
            : Map.of("paperConfirmed", confirmed, "paperDoubt", doubt));
  }

  @Test
  void aPdfSignedWithOnesOwnCertificateIsASignature() {
    long id = given.sent(programme, "Certificat", party);
    Actor chair = given.actor("association");
    byte[] text = text(id, Locale.FRENCH);
    given.refused(() -> pdf(chair, id, text), "signature");
    given.refused(() -> pdf(chair, id, certificates.sign(text, "Quelqu’un d’autre")), "au nom de");
    byte[] altered = certificates.sign(text, "Personne association");
    altered[text.length / 2] ^= 1;
    given.refused(() -> pdf(chair, id, altered), "PDF signé :");
    byte[] dutch = certificates.sign(text(id, Languages.DUTCH), "Personne association");
    pdf(chair, id, dutch);

    Signature signed = signings.find(given.awaited(id, party)).orElseThrow();
    assertThat(signed.state()).isEqualTo(Signature.State.SIGNED);
    assertThat(signed.mode()).isEqualTo(Signature.Mode.PDF);
    assertThat(signed.certificateName()).isEqualTo("Personne association");
    assertThat(signed.certificateLevel()).isEqualTo("BASELINE_B");
    assertThat(signed.certificate()).matches("[0-9a-f]{64}");
  }

  @Test
  void theNextOneSignsTheFileThatIsSignedAlready() {
    long other = given.association("Après", "cpas");
    long id = given.sent(programme, "L’un après l’autre", party, other);
    byte[] once = certificates.sign(text(id, Locale.FRENCH), "Personne association");
    pdf(given.actor("association"), id, once);
    given.refused(() -> pdf(given.actor("cpas"), id, once), "ne porte pas la vôtre");
    pdf(given.actor("cpas"), id, certificates.sign(once, "Personne cpas"));
    assertThat(given.open(id, "Task_Sign")).as("mayor and secretary").isEqualTo(2);
  }

  private byte[] text(long id, Locale language) {
    return documents.content(
        printed.of(agreements.get(id), agreements.current(id).number(), language).orElseThrow());
  }

  private void pdf(Actor actor, long id, byte[] content) {
    UUID file = upload(actor, "convention.pdf", content);
    long own = "cpas".equals(actor.userId()) ? given.partyOf(id, "cpas") : party;
    given.make(
        actor, id, "sign-pdf", "onBehalfOf", String.valueOf(own), "signedPdf", file.toString());
  }

  @Test
  void silenceIsAnAssentOnlyWhereTheAgreementSaysSoAndIsCountedApart() {
    clock.moveTo(Instant.parse("2031-03-03T09:00:00Z"));
    long id = given.prepare(programme, TestAgreements.PARTNERSHIP, "Silence");
    given.write(id, "agreement-clause", "clauseHeading", "Objet", "clauseBody", "Ensemble.");
    given.refused(() -> group(id, "SIGNATORY"), "ne vaut jamais accord");
    group(id, "ENDORSER");
    long silent = given.association("Silencieuse", "habitant");
    given.put(id, given.municipality(), "municipality");
    given.put(id, party, "carriers");
    given.put(id, silent, "own-1");
    given.freeze(id);
    assertThat(given.open(id, "Task_Endorse")).isEqualTo(1);
    LegalClock limit =
        clocks.of(Agreement.subject(id)).stream()
            .filter(c -> c.step().equals("agreement-endorsement"))
            .findFirst()
            .orElseThrow();
    clock.moveTo(limit.dueOn().atTime(23, 59, 59).atZone(TrameClock.BRUSSELS).toInstant());
    management.executeJob(timer(id).getId());

    Signature tacit = signings.find(given.awaited(id, silent)).orElseThrow();
    assertThat(tacit.state()).isEqualTo(Signature.State.TACIT);
    assertThat(tacit.clock()).isEqualTo(limit.id());
    assertThat(clocks.get(limit.id()).orElseThrow().state()).isEqualTo(LegalClock.State.LAPSED);
    Assents assents = Assents.of(signings.of(agreements.current(id)), List.of());
    assertThat(assents.tacit()).isEqualTo(1);
    assertThat(assents.explicit()).isZero();
    given.refused(
        () ->
            given.make(
                given.actor("habitant"),
                id,
                "sign-refuse",
                "onBehalfOf",
                String.valueOf(silent),
                "refusalReason",
                "Trop tard"),
        "a déjà répondu");
  }

  private void group(long id, String capacity) {
    given.write(
        id,
        "agreement-group",
        "groupLabelFr",
        "Hiérarchies",
        "groupLabelNl",
        "Hiërarchieën",
        "groupCapacity",
        capacity,
        "groupRank",
        "1",
        "groupSigners",
        "1",
        "silenceAgrees",
        "true");
  }

  private Job timer(long id) {
    return management
        .createJobQuery()
        .timers()
        .activityId("Event_EndorsementLapsed")
        .list()
        .stream()
        .filter(j -> given.isOf(j.getProcessInstanceId(), id))
        .findFirst()
        .orElseThrow();
  }

  private Signature.State state(long signature) {
    return signings.find(signature).orElseThrow().state();
  }

  private UUID upload(Actor actor, String name, byte[] content) {
    return Actors.as(
        actor,
        () -> {
          try {
            return documents.upload(programme, name, new ByteArrayInputStream(content)).id();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static void as(Actor actor, Runnable work) {
    Actors.as(
        actor,
        () -> {
          work.run();
          return null;
        });
  }
}
