package org.trame.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.trame.Rest;
import org.trame.TrameTest;
import org.trame.access.Actor;
import org.trame.access.Actors;
import org.trame.access.Role;
import org.trame.access.account.Accounts;
import org.trame.agreement.Agreement;
import org.trame.agreement.Agreements;
import org.trame.agreement.TestAgreements;
import org.trame.deadline.Clocks;
import org.trame.deadline.LegalClock;
import org.trame.document.Documents;
import org.trame.document.Samples;
import org.trame.input.Refusal;
import org.trame.input.Violation;
import org.trame.language.Messages;
import org.trame.ledger.Ledger;
import org.trame.ledger.LedgerEntry;
import org.trame.party.AddPerson;
import org.trame.party.EndMandate;
import org.trame.party.GrantMandate;
import org.trame.party.Mandates;
import org.trame.party.Parties;
import org.trame.programme.Programmes;
import org.trame.workflow.TrameClock;
import org.trame.worksheet.Edits;
import org.trame.worksheet.Subjects;

/** Who pays what an agreement promises, up to how much: the real engine and database. */
@TrameTest
class PaymentOrdersTests {

  private static final Actor COORDINATOR = TestAgreements.COORDINATOR;
  private static final AtomicInteger NEXT = new AtomicInteger();

  @LocalServerPort int port;
  @Autowired WebApplicationContext context;
  @Autowired TestAgreements given;
  @Autowired PaymentOrders payments;
  @Autowired Agreements agreements;
  @Autowired Programmes programmes;
  @Autowired Parties parties;
  @Autowired Mandates mandates;
  @Autowired Documents documents;
  @Autowired Edits edits;
  @Autowired Clocks clocks;
  @Autowired Accounts accounts;
  @Autowired Ledger ledger;
  @Autowired Messages messages;
  @Autowired TaskService tasks;
  @Autowired HistoryService history;
  @Autowired IdentityService identities;
  @Autowired TrameClock time;
  @Autowired JdbcClient jdbc;
  @Autowired List<Subjects> subjects;

  private String programme;
  private long carrier;
  private long agreement;
  private Actor decider;

  @BeforeEach
  void anAgreementInForceOfTenThousandEuros() {
    LocaleContextHolder.setLocale(Locale.FRENCH);
    programme = given.programme("Paiements");
    carrier = given.association("Maison ouverte", "association");
    agreement = inForce("Maison ouverte le soir", "10000", carrier);
    decider = mandated(null, null);
  }

  @AfterEach
  void realTimeAndNoLanguage() {
    time.release();
    LocaleContextHolder.resetLocaleContext();
  }

  // --- The course of an order

  @Test
  void onePreparesAndAnotherApproves() {
    long id = prepare("4000");
    Task task = task(id);
    assertThat(task.getDescription()).isEqualTo("Maison ouverte");
    assertThat(tasks.getIdentityLinksForTask(task.getId()))
        .extracting(IdentityLink::getGroupId)
        .containsExactly(Role.ofParty(given.municipality()));
    LegalClock clock = clocks.of(PaymentOrder.subject(id)).get(0);
    assertThat(clock.step()).isEqualTo("payment-approval");
    assertThat(clock.dueOn()).isAfterOrEqualTo(given.today().plusDays(30));
    totals("10000.00", "4000.00", "0.00", "6000.00");

    approve(id, decider);

    PaymentOrder order = payments.get(id);
    assertThat(order.state()).isEqualTo(PaymentOrder.State.APPROVED);
    assertThat(order.preparedBy()).isEqualTo("coordinateur");
    assertThat(order.decidedBy()).isEqualTo(decider.userId());
    assertThat(mandates.find(order.mandate()).orElseThrow().person().account())
        .isEqualTo(decider.userId());
    totals("10000.00", "4000.00", "4000.00", "6000.00");
    assertThat(clocks.get(clock.id()).orElseThrow().state()).isEqualTo(LegalClock.State.MET);
    assertThat(task(id)).isNull();
    assertThat(
            history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .activityId("Event_PaymentApproved")
                .count())
        .isEqualTo(1);
    assertThat(acts()).containsSubsequence("payment-prepared", "payment-approved");
    assertThat(sentences())
        .last()
        .asString()
        .contains("4 000,00 € à Maison ouverte")
        .contains("« Maison ouverte le soir » (Première tranche)");
  }

  @Test
  void aRefusalHasAReasonAndLeavesTheMoneyToTheAgreement() {
    long id = prepare("10000");
    refusedAt("paymentRefusal", () -> decide(id, decider, "REFUSED", null), "Dites pourquoi");
    Task task = task(id);
    decide(id, decider, "REFUSED", "La pièce est illisible");
    assertThat(payments.get(id).reason()).isEqualTo("La pièce est illisible");
    assertThat(
            history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .activityId("Event_PaymentRefused")
                .count())
        .isEqualTo(1);
    totals("10000.00", "0.00", "0.00", "10000.00");
    assertThat(sentences()).last().asString().endsWith("La pièce est illisible");
    prepare("10000");
  }

  @Test
  void noVariableOfTheProcessTellsWhoOrWhy() {
    long id = prepare("10");
    String instance = task(id).getProcessInstanceId();
    decide(id, decider, "REFUSED", "Doublon");
    assertThat(
            history
                .createHistoricVariableInstanceQuery()
                .processInstanceId(instance)
                .list()
                .stream()
                .map(v -> v.getName()))
        .containsExactlyInAnyOrder("regime", "payment", "paymentOutcome");
  }

  @Test
  void theSubjectOfAnOrderIsNamedAndPartOfItsProgramme() {
    long id = prepare("10");
    String subject = PaymentOrder.subject(id);
    assertThat(subjects.stream().flatMap(s -> s.find(subject).stream()))
        .containsExactly(
            new Subjects.Named(
                "Paiement n° " + id + " – Maison ouverte le soir",
                "/agreements/" + agreement + "#payments"));
    assertThat(subjects.stream().flatMap(s -> s.of(List.of(programme)).stream())).contains(subject);
    assertThat(edits.worksheet("Task_ApprovePayment").sections(subject).get(0).notes())
        .extracting(n -> plain(n.sentence()))
        .containsExactly(
            "10,00 € à Maison ouverte : Première tranche",
            "Convention « Maison ouverte le soir » : 10 000,00 € convenus, 0,00 € déjà approuvés,"
                + " 10 000,00 € encore à approuver.");
  }

  // --- Nobody both prepares and approves

  @Test
  void whoPreparesDoesNotDecideEvenByAMandate() {
    Actor both = withMandateAndRole();
    long id = prepare(both, "100", carrier, evidence());
    refusedAt("paymentDecision", () -> approve(id, both), "Vous avez préparé ce paiement");
    refusedAt(
        "paymentDecision",
        () -> decide(id, both, "REFUSED", "Je me trompe"),
        "Vous avez préparé ce paiement");
    assertThat(payments.get(id).state()).isEqualTo(PaymentOrder.State.AWAITING);
    assertThat(acts()).doesNotContain("payment-approved", "payment-refused");
    denied("payment_order_two_accounts", decision(id, both));
    approve(id, decider);
  }

  @Test
  void oneHumanWithTwoAccountsDoesNotDecideEither() {
    Actor first = withMandateAndRole();
    String mail =
        parties.people(given.municipality()).stream()
            .filter(p -> first.userId().equals(p.account()))
            .findFirst()
            .orElseThrow()
            .mail();
    String second = account("autre-" + NEXT.incrementAndGet() + "@essai.example");
    long person = add(second, mail.toUpperCase(Locale.ROOT));
    mandateOf(person, null, null);
    long id = prepare(first, "100", carrier, evidence());
    refusedAt(
        "paymentDecision",
        () -> approve(id, given.actor(second)),
        "sous ce compte ou un autre qui a votre adresse");
    denied("payment_order_two_humans", decision(id, given.actor(second)));
  }

  @Test
  void theAddressOfAnAccountTellsItsHumanToo() {
    String mail = "coordination-" + NEXT.incrementAndGet() + "@essai.example";
    Actor preparer = new Actor(account(mail), COORDINATOR.groups());
    String second = account("privee-" + NEXT.incrementAndGet() + "@essai.example");
    mandateOf(add(second, mail), null, null);
    long id = prepare(preparer, "100", carrier, evidence());
    refusedAt("paymentDecision", () -> approve(id, given.actor(second)), "Vous avez préparé");
  }

  // --- Mandates

  @Test
  void onlyAMandateOfTodayToDecideUpToTheAmountApproves() {
    long id = prepare("5000.01");
    refusedAt(
        "paymentDecision",
        () -> approve(id, mandated(given.today().minusDays(1), null)),
        "a expiré le");
    refusedAt(
        "paymentDecision",
        () -> approve(id, mandated(null, "5000.00")),
        "ne va pas jusqu’à 5 000,01 € : son plafond est de 5 000,00 €");
    Actor ended = mandated(null, null);
    end(ended);
    refusedAt("paymentDecision", () -> approve(id, ended), "Il a été mis fin au mandat");
    refusedAt(
        "paymentDecision", () -> approve(id, signsOnly()), "ne donne pas le pouvoir de décid");
    String account = account("sans-" + NEXT.incrementAndGet() + "@essai.example");
    person(account);
    Actor without = given.actor(account);
    refusedAt("paymentDecision", () -> approve(id, without), "Aucun mandat n’est inscrit");
    // Who acts for the payee decides for the payee.
    refusedAt(
        "paymentDecision", () -> approve(id, given.actor("association")), "Aucun mandat n’est");
    assertThat(payments.get(id).state()).isEqualTo(PaymentOrder.State.AWAITING);
    approve(id, mandated(given.today(), "5000.01"));
  }

  @Test
  void theSameReasonsAreSaidInDutch() {
    LocaleContextHolder.setLocale(Locale.forLanguageTag("nl"));
    long id = prepare("5000.01");
    refusedAt("paymentDecision", () -> approve(id, mandated(null, "5000.00")), "5.000,01 €");
    refusedAt("paymentAmount", () -> prepare("6000"), "er blijft 4.999,99 € over");
    refusedAt("paymentDecision", () -> approve(id, asMunicipality("coordinateur")), "voorbereid");
  }

  @Test
  void theDatabaseAsksForTheMandateToo() {
    long id = prepare("5000.01");
    denied("payment_order_mandate", decision(id, mandated(given.today().minusDays(1), null)));
    denied("payment_order_mandate", decision(id, mandated(null, "5000.00")));
    denied("payment_order_mandate", decision(id, signsOnly()));
    Actor ended = mandated(null, null);
    end(ended);
    denied("payment_order_mandate", decision(id, ended));
    Actor other = mandated(null, null);
    denied(
        "payment_order_mandate",
        decision(id, decider)
            .replace("mandate = ", "mandate = " + mandateNumber(other) + " + 0 * "));
    long ofPayee = mandates.of(carrier).get(0).id();
    denied(
        "payment_order_mandate",
        "update trame.payment_order set state = 'APPROVED', decided_by = 'association', decided_on ="
            + " current_date, mandate = "
            + ofPayee
            + " where id = "
            + id);
    denied(
        "payment_order_decided",
        "update trame.payment_order set decided_by = 'x' where id = " + id);
    denied(
        "payment_order_mandate",
        "update trame.payment_order set state = 'APPROVED' where id = " + id);
  }

  // --- Never above the agreement

  @Test
  void neverMoreThanTheAgreementPromises() {
    refusedAt(
        "paymentAmount",
        () -> prepare("10000.01"),
        "porte sur 10 000,00 €, dont 0,00 € sont déjà ordonnés : il en reste 10 000,00 €");
    long approved = prepare("6000");
    approve(approved, decider);
    prepare("3000");
    refusedAt("paymentAmount", () -> prepare("1000.01"), "il en reste 1 000,00 €");
    denied("payment_order_within_agreement", insertion("1000.01", carrier));
    prepare("1000");
    totals("10000.00", "10000.00", "6000.00", "0.00");
    assertThat(acts()).filteredOn("payment-prepared"::equals).hasSize(3);
  }

  @Test
  void ofManyAtOnceOnlyThoseThatFitAreOrdered() throws Exception {
    List<UUID> files = List.of(evidence(), evidence(), evidence(), evidence(), evidence());
    List<Throwable> failed =
        atOnce(
            files.stream()
                .map(file -> work(() -> prepare(COORDINATOR, "3000", carrier, file)))
                .toList());
    assertThat(failed)
        .hasSize(2)
        .allSatisfy(
            t ->
                assertThat(Refusal.in(t).violations())
                    .extracting(Violation::key)
                    .containsExactly("refusal.payment.aboveAgreement"));
    totals("10000.00", "9000.00", "0.00", "1000.00");
    assertThat(acts()).filteredOn("payment-prepared"::equals).hasSize(3);
  }

  @Test
  void theDatabaseCountsThoseAtOnceToo() throws Exception {
    List<Throwable> failed =
        atOnce(
            java.util.Collections.nCopies(
                6, work(() -> jdbc.sql(insertion("3000", carrier)).update())));
    assertThat(failed)
        .hasSize(3)
        .allSatisfy(t -> assertThat(t).hasStackTraceContaining("More is ordered"));
    totals("10000.00", "9000.00", "0.00", "1000.00");
  }

  @Test
  void ofTwoWhoDecideAtOnceOneDecides() throws Exception {
    long id = prepare("4000");
    Actor other = mandated(null, null);
    List<Throwable> failed =
        atOnce(List.of(work(() -> approve(id, decider)), work(() -> approve(id, other))));
    assertThat(failed).hasSize(1);
    assertThat(payments.get(id).state()).isEqualTo(PaymentOrder.State.APPROVED);
    assertThat(acts()).filteredOn("payment-approved"::equals).hasSize(1);
  }

  @Test
  void whatAnAmendmentTookAwayIsNotApproved() {
    long small = prepare("2000");
    long large = prepare("6000");
    amend("5000");
    totals("5000.00", "8000.00", "0.00", "-3000.00");
    refusedAt(
        "paymentDecision",
        () -> approve(large, decider),
        "porte sur 5 000,00 €, dont 0,00 € sont déjà approuvés : il en reste 5 000,00 €");
    denied("payment_order_within_agreement", decision(large, decider));
    approve(small, decider);
    decide(large, decider, "REFUSED", "L’avenant a réduit le montant");
    totals("5000.00", "2000.00", "2000.00", "3000.00");
  }

  // --- What may be ordered

  @Test
  void anAgreementThatIsNotInForceThatDayPaysNothing() {
    long sent = sent("Pas encore signée", "500", carrier);
    refusedAt(
        "", () -> prepare(COORDINATOR, sent, "10", carrier, evidence()), "Vous ne pouvez pas");
    PreparePayment form =
        new PreparePayment(
            String.valueOf(carrier), new BigDecimal("10.00"), "Trop tôt", evidence());
    refusedAt(
        "", () -> Actors.as(COORDINATOR, () -> payments.prepare(sent, form)), "pas en vigueur");

    long id = prepare("10");
    UUID file = evidence();
    LocalDate after = given.today().plusDays(31);
    time.moveTo(after.atTime(9, 0).atZone(TrameClock.BRUSSELS).toInstant());
    refusedAt("", () -> prepare(COORDINATOR, "10", carrier, file), "n’est pas en vigueur le ");
    refusedAt("", () -> approve(id, decider), "n’est pas en vigueur le ");
    denied(
        "payment_order_in_force",
        insertion("10", carrier).replace("current_date", "date '" + after + "'"));
    decide(id, decider, "REFUSED", "La convention a pris fin");
  }

  @Test
  void anAgreementWithoutAmountHasNoPayments() {
    long free = inForce("Sans argent", null, carrier);
    assertThat(Actors.as(COORDINATOR, () -> available(free))).isFalse();
    refusedAt(
        "", () -> prepare(COORDINATOR, free, "10", carrier, evidence()), "Vous ne pouvez pas");
    assertThat(page(given.actor("auditeur"), free, "fr"))
        .contains("Sans argent")
        .doesNotContain("id=\"payments\"");
  }

  @Test
  void onlyTheCoordinatorOfTheMunicipalityPrepares() {
    for (Actor other :
        List.of(
            decider,
            given.actor("association"),
            given.actor("auditeur"),
            new Actor("coordinatrice-wallonne", List.of("coordinator-52011")))) {
      assertThat(Actors.as(other, () -> available(agreement))).as(other.userId()).isFalse();
    }
    UUID file = evidence();
    refusedAt("", () -> prepare(decider, "10", carrier, file), "Vous ne pouvez pas");
  }

  @Test
  void onlyWhoSignedIsPaid() {
    long stranger = given.association("Étrangère", "habitant");
    UUID file = evidence();
    refusedAt("payee", () -> prepare(COORDINATOR, "10", stranger, file), "");
    refusedAt("payee", () -> prepare(COORDINATOR, "10", given.municipality(), file), "");
    for (long other : List.of(stranger, given.municipality())) {
      PreparePayment form =
          new PreparePayment(String.valueOf(other), new BigDecimal("10.00"), "Erreur", file);
      refusedAt(
          "payee",
          () -> Actors.as(COORDINATOR, () -> payments.prepare(agreement, form)),
          "n’a pas signé la convention en vigueur");
    }
    denied("payment_order_payee", insertion("10", stranger));
    assertThat(payments.payees(agreements.get(agreement)))
        .extracting(p -> p.id())
        .containsExactly(carrier);
  }

  @Test
  void anAmountIsPositiveAndToTheCent() {
    for (String amount : List.of("0", "-5")) {
      refusedAt("paymentAmount", () -> prepare(amount), "supérieur à zéro");
    }
    refusedAt("paymentAmount", () -> prepare("10,005"), "deux");
    refusedAt("paymentAmount", () -> prepare("dix"), "");
    denied("payment_order_amount_check", insertion("0", carrier));
    prepare("10,5");
    totals("10000.00", "10.50", "0.00", "9989.50");
  }

  @Test
  void thereIsEvidenceOfTheSameProgramme() {
    refusedAt("paymentEvidence", () -> prepare(COORDINATOR, "10", carrier, null), "requis");
    String other = given.programme("Un autre");
    UUID elsewhere = upload(other);
    refusedAt("paymentEvidence", () -> prepare(COORDINATOR, "10", carrier, elsewhere), "");
    refusedAt("paymentEvidence", () -> prepare(COORDINATOR, "10", carrier, UUID.randomUUID()), "");
    assertThat(payments.of(agreement)).isEmpty();
  }

  @Test
  void theSameEvidenceTwiceIsSeenByWhoDecides() throws IOException {
    byte[] invoice = Samples.pdf();
    long once = prepare(COORDINATOR, "10", carrier, upload(programme, invoice));
    long twice = prepare(COORDINATOR, "20", carrier, upload(programme, invoice));
    assertThat(edits.worksheet("Task_ApprovePayment").sections(PaymentOrder.subject(twice)))
        .flatExtracting(s -> s.notes())
        .extracting(n -> n.sentence())
        .contains("La même pièce, à l’octet près, justifie aussi le paiement n° " + once + ".");
    decide(once, decider, "REFUSED", "Doublon");
    assertThat(payments.sameEvidence(payments.get(twice))).isEmpty();
  }

  @Test
  void whatWasDecidedStays() {
    long id = prepare("10");
    denied("", "update trame.payment_order set amount = 11 where id = " + id);
    denied("", "update trame.payment_order set evidence = gen_random_uuid() where id = " + id);
    approve(id, decider);
    denied("", "update trame.payment_order set state = 'REFUSED', reason = 'x' where id = " + id);
    denied("", "update trame.payment_order set decided_by = 'x' where id = " + id);
    denied("", "delete from trame.payment_order where id = " + id);
    DecidePayment again = new DecidePayment(PaymentDecision.REFUSED, "Trop tard");
    refusedAt(
        "paymentDecision",
        () ->
            Actors.as(
                decider,
                () -> {
                  payments.decide(id, again);
                  return null;
                }),
        "déjà été approuvé ou refusé");
  }

  // --- Who sees what

  @Test
  void thePageTellsWhoPreparedAndWhoDecidedByWhichMandate() {
    long approved = prepare("4000");
    approve(approved, decider);
    long awaiting = prepare("1500");
    String coordinator = account("chef-de-projet@essai.example");
    accounts.join(coordinator, COORDINATOR.groups().get(0), "Coordination");
    String page = page(given.actor(coordinator), agreement, "fr");
    assertThat(page)
        .contains("id=\"payments\"", "edits/prepare-payment")
        .contains("10 000,00 €", "5 500,00 €", "4 000,00 €", "4 500,00 €")
        .contains("préparé par coordinateur le ")
        .contains("approuvé par Personne " + decider.userId() + " le ")
        .contains("mandat n° " + payments.get(approved).mandate())
        .contains("/documents/" + payments.get(approved).evidence())
        .contains("/clocks/" + clocks.of(PaymentOrder.subject(awaiting)).get(0).id())
        .contains("Paiement n° " + approved + " approuvé par le mandat");
    assertThat(page(given.actor(coordinator), agreement, "nl"))
        .contains("Betalingen", "Nog op te dragen", "voorbereid door coordinateur op ");
  }

  @Test
  void thePayeeReadsTheEvidenceAndTheOtherPartiesOnlyTheAmount() {
    long other = given.association("Voisine", "cpas");
    agreement = inForce("À trois", "1000", carrier, other);
    long id = prepare("1000");
    String link = "/documents/" + payments.get(id).evidence();
    assertThat(page(given.actor("association"), agreement, "fr")).contains(link);
    assertThat(page(decider, agreement, "fr")).contains(link);
    assertThat(page(given.actor("cpas"), agreement, "fr"))
        .contains("id=\"payments\"", "1 000,00 €")
        .doesNotContain(link);
  }

  @Test
  void programsReadThePayments() {
    long id = prepare("4000");
    JsonNode read = new Rest(port, "auditeur", "nl").get("/api/agreements/" + agreement);
    assertThat(read.at("/payments/agreed").decimalValue()).isEqualByComparingTo("10000");
    assertThat(read.at("/payments/left").decimalValue()).isEqualByComparingTo("6000");
    JsonNode order = read.at("/payments/orders/0");
    assertThat(order.path("id").asLong()).isEqualTo(id);
    assertThat(order.path("state").asText()).isEqualTo("AWAITING");
    assertThat(order.path("name").asText()).isEqualTo("Maison ouverte (nl)");
    assertThat(order.path("mandate").isNull()).isTrue();
    assertThat(read.toString()).doesNotContain("coordinateur");
  }

  // --- Helpers

  private long inForce(String title, String amount, long... carriers) {
    long id = sent(title, amount, carriers);
    for (long one : carriers) {
      given.sign(id, parties.people(one).get(0).account(), one);
    }
    given.signByMunicipality(id);
    return id;
  }

  private long sent(String title, String amount, long... carriers) {
    long id = given.prepare(programme, TestAgreements.PARTNERSHIP, title);
    given.write(id, "agreement-clause", "clauseHeading", "Objet", "clauseBody", "Payer.");
    if (amount != null) {
      given.write(
          id,
          "agreement-terms",
          "agreementTitle",
          title,
          "agreementAmount",
          amount,
          "agreementEndsOn",
          given.today().plusDays(30).toString());
    }
    given.put(id, given.municipality(), "municipality");
    for (long one : carriers) {
      given.put(id, one, "carriers");
    }
    given.freeze(id);
    return id;
  }

  /** As if an amendment had come into force that everybody signed. */
  private void amend(String amount) {
    jdbc.sql("update trame.agreement_version set state = 'SUPERSEDED' where agreement = ?")
        .param(agreement)
        .update();
    jdbc.sql(
            "insert into trame.agreement_version (agreement, number, amends, state, title, amount,"
                + " ends_on) select agreement, 2, 1, 'DRAFT', title, ?, ends_on from"
                + " trame.agreement_version where agreement = ?")
        .params(new BigDecimal(amount), agreement)
        .update();
    for (String copy :
        List.of(
            "insert into trame.agreement_group select agreement, 2, code, rank, capacity, label_fr,"
                + " label_nl, needed, signers, party_kinds, silence, source, source_nl from"
                + " trame.agreement_group where agreement = ? and version = 1",
            "insert into trame.agreement_party select agreement, 2, party, grp from"
                + " trame.agreement_party where agreement = ? and version = 1",
            "insert into trame.agreement_signature (agreement, version, party, grp, capacity, rank,"
                + " state, mode, person, mandate, human, signed_on, text_sha256, entered_by) select"
                + " agreement, 2, party, grp, capacity, rank, state, mode, person, mandate, human,"
                + " signed_on, text_sha256, entered_by from trame.agreement_signature where"
                + " agreement = ? and version = 1")) {
      jdbc.sql(copy).param(agreement).update();
    }
    jdbc.sql(
            "update trame.agreement_version n set state = 'IN_FORCE', text = o.text, text_sha256 ="
                + " o.text_sha256, frozen_at = o.frozen_at, frozen_by = o.frozen_by, in_force_on ="
                + " o.in_force_on from trame.agreement_version o where n.agreement = ? and"
                + " o.agreement = n.agreement and n.number = 2 and o.number = 1")
        .param(agreement)
        .update();
  }

  private long prepare(String amount) {
    return prepare(COORDINATOR, amount, carrier, evidence());
  }

  private long prepare(Actor by, String amount, long payee, UUID evidence) {
    return prepare(by, agreement, amount, payee, evidence);
  }

  private long prepare(Actor by, long about, String amount, long payee, UUID evidence) {
    Map<String, String> typed = new HashMap<>();
    typed.put("payee", String.valueOf(payee));
    typed.put("paymentAmount", amount);
    typed.put("paymentPurpose", "Première tranche");
    typed.put("paymentEvidence", evidence == null ? "" : evidence.toString());
    as(by, () -> edits.make("prepare-payment", Agreement.subject(about), typed));
    List<PaymentOrder> all = payments.of(about);
    return all.get(all.size() - 1).id();
  }

  private boolean available(long about) {
    return edits.available("prepare-payment", Agreement.subject(about));
  }

  private void approve(long id, Actor by) {
    decide(id, by, "APPROVED", null);
  }

  private void decide(long id, Actor by, String decision, String reason) {
    Map<String, Object> form = new HashMap<>();
    form.put("paymentDecision", decision);
    form.put("paymentRefusal", reason);
    as(by, () -> tasks.complete(task(id).getId(), form));
  }

  private Task task(long id) {
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey(PaymentOrder.subject(id))
        .taskDefinitionKey("Task_ApprovePayment")
        .singleResult();
  }

  /** Somebody of the municipality with a mandate to decide. */
  private Actor mandated(LocalDate to, String ceiling) {
    String account = account("decideur-" + NEXT.incrementAndGet() + "@essai.example");
    mandateOf(person(account), to, ceiling);
    return given.actor(account);
  }

  private Actor asMunicipality(String account) {
    return new Actor(account, List.of(Role.ofParty(given.municipality())));
  }

  /** A coordinator who acts for the municipality by a mandate to decide. */
  private Actor withMandateAndRole() {
    Actor actor = mandated(null, null);
    List<String> groups = new ArrayList<>(actor.groups());
    groups.addAll(COORDINATOR.groups());
    return new Actor(actor.userId(), groups);
  }

  private Actor signsOnly() {
    String account = account("signataire-" + NEXT.incrementAndGet() + "@essai.example");
    LocalDate from = LocalDate.of(2020, 1, 1);
    GrantMandate form =
        new GrantMandate(
            String.valueOf(person(account)),
            true,
            true,
            false,
            from,
            null,
            null,
            "CC 2",
            from,
            false);
    Actors.as(COORDINATOR, () -> mandates.grant(given.municipality(), form));
    return given.actor(account);
  }

  private void mandateOf(long person, LocalDate to, String ceiling) {
    given.mandate(
        given.municipality(),
        COORDINATOR,
        person,
        to,
        ceiling == null ? null : new BigDecimal(ceiling));
  }

  private void end(Actor holder) {
    EndMandate form =
        new EndMandate(String.valueOf(mandateNumber(holder)), given.today(), "Démission");
    as(COORDINATOR, () -> mandates.end(given.municipality(), form));
  }

  private long mandateNumber(Actor holder) {
    return mandates.of(given.municipality()).stream()
        .filter(m -> holder.userId().equals(m.person().account()))
        .findFirst()
        .orElseThrow()
        .id();
  }

  /** A new account with this address. */
  private String account(String mail) {
    User user = identities.newUser("compte-" + UUID.randomUUID());
    user.setEmail(mail);
    user.setPassword(UUID.randomUUID().toString());
    identities.saveUser(user);
    return user.getId();
  }

  private long person(String account) {
    return given.person(given.municipality(), COORDINATOR, account);
  }

  private long add(String account, String mail) {
    AddPerson form = new AddPerson("Sous un autre nom", mail, account);
    return Actors.as(COORDINATOR, () -> parties.add(given.municipality(), form));
  }

  private UUID evidence() {
    return upload(programme);
  }

  /** Another file each time. */
  private UUID upload(String owner) {
    byte[] number =
        ("\n%% %d\n".formatted(NEXT.incrementAndGet())).getBytes(StandardCharsets.UTF_8);
    try {
      byte[] pdf = Samples.pdf();
      byte[] own = java.util.Arrays.copyOf(pdf, pdf.length + number.length);
      System.arraycopy(number, 0, own, pdf.length, number.length);
      return upload(owner, own);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private UUID upload(String owner, byte[] content) {
    return Actors.as(
        COORDINATOR,
        () -> {
          try {
            return documents.upload(owner, "facture.pdf", new ByteArrayInputStream(content)).id();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private String insertion(String amount, long payee) {
    return "insert into trame.payment_order (agreement, payee, amount, purpose, evidence, state,"
        + " prepared_by, prepared_on) values (%d, %d, %s, 'x', '%s', 'AWAITING', 'x', current_date)"
            .formatted(agreement, payee, amount, evidence());
  }

  private String decision(long id, Actor by) {
    return "update trame.payment_order set state = 'APPROVED', decided_by = '%s', decided_on ="
        .concat(" current_date, mandate = %d where id = %d")
        .formatted(by.userId(), mandateNumber(by), id);
  }

  /** The database itself says no, for this reason. */
  private void denied(String constraint, String sql) {
    assertThatThrownBy(() -> jdbc.sql(sql).update())
        .isInstanceOf(DataAccessException.class)
        .satisfies(
            thrown -> {
              if (!constraint.isEmpty()) {
                assertThat(constraintOf(thrown)).isEqualTo(constraint);
              }
            });
  }

  private static String constraintOf(Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof org.postgresql.util.PSQLException refused) {
        return refused.getServerErrorMessage().getConstraint();
      }
    }
    return null;
  }

  private void totals(String agreed, String ordered, String approved, String left) {
    PaymentTotals totals = payments.totals(agreement);
    assertThat(totals)
        .isEqualTo(
            new PaymentTotals(
                new BigDecimal(agreed), new BigDecimal(ordered), new BigDecimal(approved)));
    assertThat(totals.left()).isEqualTo(new BigDecimal(left));
  }

  private List<String> acts() {
    return ledger.of(programme).stream().map(LedgerEntry::act).toList();
  }

  private List<String> sentences() {
    return ledger.of(programme).stream()
        .filter(e -> e.act().startsWith("payment-"))
        .map(e -> plain(messages.sayNamed("act." + e.act(), e.details())))
        .toList();
  }

  private String page(Actor reader, long about, String language) {
    try {
      return plain(
          MockMvcBuilders.webAppContextSetup(context)
              .apply(SecurityMockMvcConfigurers.springSecurity())
              .build()
              .perform(
                  get("/agreements/" + about)
                      .locale(Locale.forLanguageTag(language))
                      .header("Accept-Language", language)
                      .with(
                          user(reader.userId())
                              .authorities(AuthorityUtils.createAuthorityList(reader.groups()))))
              .andReturn()
              .getResponse()
              .getContentAsString(StandardCharsets.UTF_8));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static void as(Actor actor, Runnable work) {
    Actors.as(
        actor,
        () -> {
          work.run();
          return null;
        });
  }

  private static Callable<Void> work(Runnable work) {
    return () -> {
      LocaleContextHolder.setLocale(Locale.FRENCH);
      work.run();
      return null;
    };
  }

  /** Does them at the same moment and gives what was thrown. */
  private static List<Throwable> atOnce(List<Callable<Void>> works) throws Exception {
    ExecutorService people = Executors.newFixedThreadPool(works.size());
    CountDownLatch start = new CountDownLatch(1);
    List<Future<Void>> running = new ArrayList<>();
    for (Callable<Void> work : works) {
      running.add(
          people.submit(
              () -> {
                start.await();
                return work.call();
              }));
    }
    start.countDown();
    List<Throwable> thrown = new ArrayList<>();
    for (Future<Void> one : running) {
      try {
        one.get();
      } catch (java.util.concurrent.ExecutionException e) {
        thrown.add(e.getCause());
      }
    }
    people.shutdown();
    return thrown;
  }

  private void refusedAt(String field, ThrowingCallable act, String words) {
    assertThatThrownBy(act)
        .satisfies(
            thrown -> {
              Refusal refusal = Refusal.in(thrown);
              assertThat(refusal).as(String.valueOf(thrown)).isNotNull();
              assertThat(refusal.violations()).extracting(Violation::field).containsExactly(field);
              assertThat(plain(messages.say(refusal.violations().get(0)))).contains(words);
            });
  }

  private static String plain(String text) {
    return text.replace('\u202f', ' ').replace('\u00a0', ' ');
  }
}
