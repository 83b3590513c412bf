package org.trame.party;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.trame.TrameTest;
import org.trame.access.Actors;
import org.trame.language.Languages;
import org.trame.notification.Announcement;
import org.trame.notification.Announcement.Kind;
import org.trame.notification.Announcements;
import org.trame.notification.Digests;
import org.trame.notification.Recipient;
import org.trame.notification.outbox.TestPost;
import org.trame.workflow.TrameClock;
import org.trame.workflow.Workflows;

/** What people read of their mandates, and people without an account of anything. */
@TrameTest
class MandateMailsTests {

  private static final LocalDate TODAY = LocalDate.of(2032, 3, 1);
  private static final LocalDate LAST = LocalDate.of(2032, 12, 31);

  @Autowired Parties parties;
  @Autowired Mandates mandates;
  @Autowired Handovers handovers;
  @Autowired Announcements announcements;
  @Autowired Digests digests;
  @Autowired Workflows workflows;
  @Autowired TaskService tasks;
  @Autowired TransactionTemplate transaction;
  @Autowired DataSource database;
  @Autowired JdbcClient jdbc;
  @Autowired TrameClock clock;

  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private final String outside = "personne-" + UUID.randomUUID() + "@essai.example";
  private long party;
  private String subject;
  private long chair;
  private long deputy;

  @BeforeEach
  void anAssociation() {
    at(TODAY);
    digests.compose();
    TestPost.keep(database, clock);
    server.start();
    party = TestParties.open(parties, "Association des courriels");
    subject = Party.subject(party);
    chair = TestParties.person(parties, party, "Présidente", "association");
    deputy =
        Actors.as(
            TestParties.COORDINATOR,
            () -> parties.add(party, new AddPerson("Suppléant", outside, null)));
  }

  @AfterEach
  void realTime() {
    server.stop();
    clock.release();
  }

  @Test
  void peopleLearnWhatBecomesOfTheirMandates() {
    long id = grant(chair);
    assertThat(told(Kind.MANDATE_GRANTED)).containsExactly("association");
    long derived = delegate(id);
    assertThat(told(Kind.MANDATE_GRANTED)).containsExactly("association", outside);
    assertThat(told(Kind.MANDATE_DELEGATED)).containsExactly("association");
    as(() -> mandates.end(party, new EndMandate("" + id, TODAY.plusDays(90), "Démission")));
    assertThat(told(Kind.MANDATE_ENDED)).containsExactlyInAnyOrder("association", outside);
    assertThat(announcements.about(subject))
        .filteredOn(a -> a.kind() == Kind.MANDATE_ENDED && a.account().equals(outside))
        .singleElement()
        .extracting(Announcement::details)
        .isEqualTo(Map.of("mandate", "" + derived, "on", "2032-05-30", "reason", "Démission"));
  }

  @Test
  void whoeverIsAskedAboutTheOrganisationLearnsOfAHandover() {
    grant(deputy);
    at(LAST.minusDays(60));
    handovers.look(s -> s.equals(subject));
    assertThat(told(Kind.MANDATE_ENDING)).containsExactly(outside);
    assertThat(told(Kind.HANDOVER_ASKED)).containsExactlyInAnyOrder("coordinateur", "chef");
    String task = workflows.openTasks(subject).get(0).id();
    assertThat(announcements.about(subject))
        .filteredOn(a -> a.kind() == Kind.HANDOVER_ASKED)
        .allSatisfy(
            a ->
                assertThat(a.details())
                    .containsEntry("task", task)
                    .containsEntry("due", LAST.toString()));
    as(() -> tasks.complete(task, Map.of("handoverNote", "Personne n’est disponible.")));
    assertThat(told(Kind.HANDOVER_LEFT_OPEN)).containsExactly("chef");
  }

  @Test
  void somebodyWithoutAnAccountGetsAMailWithoutLinks() throws Exception {
    grant(deputy);
    send();
    MimeMessage mail = only(outside);
    assertThat(mail.getSubject()).startsWith("[Trame] Vous recevez le mandat n°");
    assertThat(mail.getHeader("Content-Language")).containsExactly("fr");
    for (int part = 0; part < 2; part++) {
      String text = part(mail, part);
      assertThat(text)
          .contains("Vos nouvelles du lundi 1 mars 2032", "Mandats", "Association des courriels")
          .doesNotContain("/mails", "/preferences", "/parties", "href");
    }
  }

  @Test
  void somebodyWithAnAccountFindsThePageOfTheOrganisation() throws Exception {
    // A day on which this account was not written to yet: what is not urgent waits for the next.
    at(TODAY.plusDays(40));
    grant(chair);
    send();
    int mail =
        jdbc.sql(
                "select mail from trame.announcement where subject = ? and account = 'association'")
            .param(subject)
            .query(Integer.class)
            .single();
    assertThat(sent(mail, "text_part")).contains("/parties/" + party + "\n", "/preferences");
    assertThat(sent(mail, "html_part")).contains("/parties/" + party + "\"", "/mails\"");
  }

  private String sent(int mail, String part) {
    return jdbc.sql("select " + part + " from trame.mail where id = ? and state = 'SENT'")
        .param(mail)
        .query(String.class)
        .single();
  }

  @Test
  void theLanguageIsTheOneLastGiven() throws Exception {
    tell(Recipient.address(outside, Languages.FRENCH), "Eerste");
    tell(Recipient.address(outside, Languages.DUTCH), "Buurtcontract");
    send();
    MimeMessage mail = only(outside);
    assertThat(mail.getHeader("Content-Language")).containsExactly("nl");
    assertThat(mail.getSubject()).isEqualTo("[Trame] 2 berichten");
    assertThat(part(mail, 0))
        .contains("Uw berichten van maandag 1 maart 2032", "Te doen", "Buurtcontract");
  }

  @Test
  void whatCannotBeSentToIsKeptAndDoesNotKeepOthersBack() {
    tell(Recipient.address("é@essai.example", Languages.FRENCH), "Convention");
    tell(Recipient.address(outside, Languages.FRENCH), "Convention");
    send();
    assertThat(server.getReceivedMessages()).hasSize(1);
    assertThat(
            jdbc.sql("select distinct kept_why from trame.mail where account = 'é@essai.example'")
                .query(String.class)
                .list())
        .containsExactly("NO_ADDRESS");
  }

  private void tell(Recipient to, String agreement) {
    transaction.executeWithoutResult(
        t ->
            announcements.tell(
                to,
                Kind.SIGNATURE_ASKED,
                subject,
                null,
                Map.of("agreement", agreement, "party", "Association"),
                TODAY));
  }

  private List<String> told(Kind kind) {
    return announcements.about(subject).stream()
        .filter(a -> a.kind() == kind)
        .map(Announcement::account)
        .toList();
  }

  private void send() {
    digests.compose();
    TestPost.send(database, server.getSmtp().getPort(), clock);
  }

  private MimeMessage only(String address) {
    return Arrays.stream(server.getReceivedMessages())
        .filter(mail -> recipients(mail).equals(address))
        .reduce((a, b) -> null)
        .orElseThrow();
  }

  private static String recipients(MimeMessage mail) {
    try {
      return Arrays.toString(mail.getAllRecipients()).replaceAll("[\\[\\]]", "");
    } catch (jakarta.mail.MessagingException e) {
      throw new AssertionError(e);
    }
  }

  private static String part(MimeMessage mail, int part) throws Exception {
    return (String) ((MimeMultipart) mail.getContent()).getBodyPart(part).getContent();
  }

  private long grant(long person) {
    return Actors.as(
        TestParties.COORDINATOR,
        () -> mandates.grant(party, TestParties.signing(person, TODAY, LAST, null)));
  }

  private long delegate(long source) {
    GrantMandate form = TestParties.signing(deputy, TODAY, LAST, "100.00");
    DelegateMandate delegation =
        new DelegateMandate(
            String.valueOf(source),
            form.mandatePerson(),
            true,
            false,
            false,
            form.validFrom(),
            form.validTo(),
            form.mandateCeiling(),
            form.actReference(),
            form.actDay(),
            false);
    return Actors.as(TestParties.COORDINATOR, () -> mandates.delegate(party, delegation));
  }

  private static void as(Runnable work) {
    Actors.as(
        TestParties.COORDINATOR,
        () -> {
          work.run();
          return null;
        });
  }

  private void at(LocalDate day) {
    clock.moveTo(day.atTime(9, 0).atZone(TrameClock.BRUSSELS).toInstant());
  }
}
