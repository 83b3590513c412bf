package org.trame.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import org.trame.TestProgrammes;
import org.trame.TrameTest;
import org.trame.deadline.Clocks;
import org.trame.input.Refusal;
import org.trame.language.Languages;
import org.trame.language.Messages;
import org.trame.notification.outbox.TestPost;
import org.trame.workflow.TrameClock;

/** What a person is told on a day makes one mail, in that person's language. */
@TrameTest
class DigestTests {

  private static final LocalDate MONDAY = LocalDate.of(2071, 3, 2);

  @Autowired Announcements announcements;
  @Autowired Digests digests;
  @Autowired Preferences preferences;
  @Autowired TestProgrammes programmes;
  @Autowired Clocks clocks;
  @Autowired TransactionTemplate transaction;
  @Autowired DataSource database;
  @Autowired JdbcClient jdbc;
  @Autowired Messages messages;
  @Autowired TrameClock clock;

  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private final String reader = "reader-" + UUID.randomUUID();
  private String programme;

  @BeforeEach
  void monday() {
    on(MONDAY);
    digests.compose();
    TestPost.keep(database, clock);
    server.start();
    programme = programmes.bare("Contrat « Étangs & Marais »", "21009");
    preferences.choose(new ReaderPreference(reader, "fr", reader + "@commune.example", true));
  }

  @AfterEach
  void realTime() {
    server.stop();
    clock.release();
  }

  @Test
  void severalThingsOfADayAreOneMailWithBothParts() throws Exception {
    tell(Announcement.Kind.WARNED, "council-vote", "2071-03-09");
    tell(Announcement.Kind.MISSED, "elaboration", "2071-02-28");
    tell(Announcement.Kind.WARNED, "council-convening", "2071-03-05");
    send();

    MimeMessage mail = only();
    assertThat(mail.getSubject()).isEqualTo("[Trame] 3 délais à suivre, dont 1 en retard");
    assertThat(List.of(mail.getAllRecipients()))
        .singleElement()
        .hasToString(reader + "@commune.example");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(mail.getHeader("Content-Language")).containsExactly("fr");
    assertThat(mail.getContentType()).startsWith("multipart/alternative");
    MimeMultipart parts = (MimeMultipart) mail.getContent();
    assertThat(parts.getCount()).isEqualTo(2);
    assertThat(parts.getBodyPart(0).getContentType()).startsWith("text/plain");
    String text = (String) parts.getBodyPart(0).getContent();
    assertThat(text)
        .contains("Vos délais du lundi 2 mars 2071")
        .containsSubsequence(
            "En retard",
            "Délai dépassé : transmettre le programme à la Région.",
            "Dossier : Contrat « Étangs & Marais »",
            "Échéance : samedi 28 février 2071",
            "À faire bientôt",
            "convoquer le conseil communal",
            "Échéance : jeudi 5 mars 2071",
            "enregistrer le vote du conseil",
            "/preferences");
    String html = (String) parts.getBodyPart(1).getContent();
    assertThat(html)
        .contains(
            "<html lang=\"fr\">", "Étangs &amp; Marais", "Échéance : lundi 9 mars 2071", "/mails")
        .doesNotContain("<img", "xmlns", "<script");
  }

  @Test
  void everyKindAndPartHasItsWords() {
    for (Locale language : List.of(Languages.FRENCH, Languages.DUTCH)) {
      for (Announcement.Kind kind : Announcement.Kind.values()) {
        assertThat(messages.say(language, "announcement." + kind)).doesNotContain("announcement.");
      }
      for (Announcement.Part part : Announcement.Part.values()) {
        assertThat(messages.say(language, "mail.part." + part)).doesNotContain("mail.part");
      }
    }
  }

  @Test
  void theReaderChoosesTheLanguage() throws Exception {
    preferences.choose(new ReaderPreference(reader, "nl", reader + "@gemeente.example", true));
    tell(Announcement.Kind.ESCALATED, "council-vote", "2071-03-09", "role", "department-head");
    send();
    MimeMessage mail = only();
    assertThat(mail.getSubject())
        .startsWith("[Trame] Achterstand op te volgen als Diensthoofd: ")
        .endsWith("Contrat « Étangs & Marais » (09/03/2071)");
    MimeMultipart parts = (MimeMultipart) mail.getContent();
    assertThat((String) parts.getBodyPart(0).getContent())
        .contains("Uw termijnen van maandag 2 maart 2071", "Vervaldag: maandag 9 maart 2071");
    assertThat((String) parts.getBodyPart(1).getContent()).contains("<html lang=\"nl\">");
  }

  @Test
  void theClockAndTheTaskAreLinked() throws Exception {
    long id = clock();
    transaction.executeWithoutResult(
        t ->
            announcements.tell(
                Recipient.account(reader),
                Announcement.Kind.WARNED,
                programme,
                id,
                Map.of("step", "council-vote", "due", "2071-03-09", "task", "abc-1"),
                MONDAY));
    send();
    MimeMultipart parts = (MimeMultipart) only().getContent();
    assertThat((String) parts.getBodyPart(0).getContent())
        .contains("/clocks/" + id, "/camunda/app/tasklist/default/#/?task=abc-1");
    assertThat((String) parts.getBodyPart(1).getContent())
        .contains("/clocks/" + id + "\"", "#/?task=abc-1\"");
  }

  @Test
  void whatComesBeforeItLeavesJoinsIt() {
    tell(Announcement.Kind.WARNED, "council-vote", "2071-03-09");
    digests.compose();
    tell(Announcement.Kind.SUSPENDED, "elaboration", "2071-06-01");
    digests.compose();
    assertThat(mails()).singleElement().asString().contains("2 délais");
  }

  @Test
  void onceItHasLeftLateThingsFollowTheSameDayAndTheRestWaits() {
    tell(Announcement.Kind.WARNED, "council-vote", "2071-03-09");
    send();
    tell(Announcement.Kind.RESUMED, "elaboration", "2071-06-01");
    send();
    assertThat(mails()).hasSize(1);
    tell(Announcement.Kind.MISSED, "council-convening", "2071-03-01");
    send();
    assertThat(mails()).hasSize(2);
    assertThat(server.getReceivedMessages()).hasSize(2);
    on(MONDAY.plusDays(1));
    tell(Announcement.Kind.WARNED, "council-vote", "2071-03-09");
    send();
    assertThat(mails()).hasSize(3).last().asString().contains("[Trame] 2 délais à suivre");
  }

  @Test
  void theSameThingIsToldOnceADay() {
    tell(Announcement.Kind.WARNED, "council-vote", "2071-03-09");
    send();
    tell(Announcement.Kind.WARNED, "council-vote", "2071-03-09");
    on(MONDAY.plusDays(1));
    send();
    assertThat(mails()).hasSize(1);
  }

  @Test
  void whatDoesNotHappenIsNotTold() {
    transaction.executeWithoutResult(
        t -> {
          announcements.tell(
              Recipient.account(reader),
              Announcement.Kind.MISSED,
              programme,
              null,
              Map.of(),
              MONDAY);
          t.setRollbackOnly();
        });
    assertThat(announcements.about(programme)).isEmpty();
    assertThatThrownBy(
            () ->
                announcements.tell(
                    Recipient.account(reader),
                    Announcement.Kind.MISSED,
                    programme,
                    null,
                    Map.of(),
                    MONDAY))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  @Test
  void whoWantsNoMailsFindsThemOnThePage() {
    preferences.choose(new ReaderPreference(reader, "fr", null, false));
    tell(Announcement.Kind.MISSED, "council-vote", "2071-03-01");
    send();
    assertThat(kept()).containsExactly("SWITCHED_OFF");
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void withoutAnAddressTheMailIsKept() {
    preferences.choose(new ReaderPreference(reader, "fr", " ", true));
    tell(Announcement.Kind.MISSED, "council-vote", "2071-03-01");
    send();
    assertThat(kept()).containsExactly("NO_ADDRESS");
  }

  @Test
  void withoutAServerTheMailIsKept() {
    tell(Announcement.Kind.MISSED, "council-vote", "2071-03-01");
    digests.compose();
    TestPost.keep(database, clock);
    assertThat(kept()).containsExactly("NO_SERVER");
  }

  @Test
  void theAddressOfTheAccountIsTheDefault() {
    ReaderPreference unasked = preferences.of("coordinateur");
    assertThat(unasked.language()).isEqualTo("fr");
    assertThat(preferences.address(unasked)).contains("coordinateur@demo.example");
    assertThat(preferences.address(preferences.of("nobody"))).isEmpty();
  }

  @Test
  void whatIsNoAddressIsRefused() {
    for (String wrong :
        List.of(
            "nobody",
            "a@b@c.example",
            "a b@c.example",
            "a@c.example\r\nBcc: b@c.example",
            "A <a@c.example>",
            "a@c.example,b@c.example",
            "@c.example",
            "é@c.example")) {
      assertThatThrownBy(() -> preferences.choose(new ReaderPreference(reader, "fr", wrong, true)))
          .as(wrong)
          .isInstanceOf(Refusal.class);
    }
    assertThatThrownBy(() -> preferences.choose(new ReaderPreference(reader, "de", null, true)))
        .isInstanceOf(Refusal.class);
  }

  private void tell(Announcement.Kind kind, String step, String due, String... more) {
    Map<String, String> details = new HashMap<>(Map.of("step", step, "due", due));
    for (int i = 0; i < more.length; i += 2) {
      details.put(more[i], more[i + 1]);
    }
    transaction.executeWithoutResult(
        t ->
            announcements.tell(
                Recipient.account(reader), kind, programme, null, details, LocalDate.now(clock)));
  }

  private void send() {
    digests.compose();
    TestPost.send(database, server.getSmtp().getPort(), clock);
  }

  private MimeMessage only() {
    assertThat(server.getReceivedMessages()).hasSize(1);
    return Arrays.stream(server.getReceivedMessages()).findFirst().orElseThrow();
  }

  private List<String> mails() {
    return column("subject");
  }

  private List<String> kept() {
    return column("kept_why");
  }

  private List<String> column(String name) {
    return jdbc.sql("select " + name + " from trame.mail where account = ? order by id")
        .param(reader)
        .query(String.class)
        .list();
  }

  private long clock() {
    return clocks
        .start("contrat-de-quartier", programme, "council-vote", Clocks.WHOLE_PROGRAMME, MONDAY)
        .id();
  }

  private void on(LocalDate day) {
    clock.moveTo(day.atTime(9, 0).atZone(TrameClock.BRUSSELS).toInstant());
  }
}
