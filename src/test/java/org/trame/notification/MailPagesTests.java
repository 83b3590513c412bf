package org.trame.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import org.trame.TrameTest;
import org.trame.access.Actor;
import org.trame.input.Refusal;
import org.trame.notification.outbox.TestPost;
import org.trame.workflow.TrameClock;

/** Everybody reads their own mails; the administrator sees how far all got, and mends. */
@TrameTest
class MailPagesTests {

  private static final LocalDate DAY = LocalDate.of(2073, 3, 2);
  private static final Actor ADMINISTRATOR = new Actor("admin", List.of("camunda-admin"));

  @Autowired WebApplicationContext context;
  @Autowired Announcements announcements;
  @Autowired Digests digests;
  @Autowired Preferences preferences;
  @Autowired Mails mails;
  @Autowired HealthEndpoint health;
  @Autowired TransactionTemplate transaction;
  @Autowired DataSource database;
  @Autowired JdbcClient jdbc;
  @Autowired IdentityService identities;
  @Autowired TrameClock clock;

  private final String reader = "reader-" + UUID.randomUUID();
  private final Actor me = new Actor(reader, List.of());
  private final Actor other = new Actor("other-" + reader, List.of());
  private MockMvc mvc;

  @BeforeEach
  void browser() {
    mvc =
        MockMvcBuilders.webAppContextSetup(context)
            .apply(SecurityMockMvcConfigurers.springSecurity())
            .build();
    for (Actor account : List.of(me, other)) {
      User user = identities.newUser(account.userId());
      user.setEmail(reader + "@account.example");
      user.setPassword(UUID.randomUUID().toString());
      identities.saveUser(user);
    }
    on(DAY);
    digests.compose();
    TestPost.keep(database, clock);
  }

  @AfterEach
  void realTime() {
    TestPost.keep(database, clock);
    clock.release();
    List.of(me, other).forEach(account -> identities.deleteUser(account.userId()));
  }

  @Test
  void whoGotNothingIsToldSo() throws Exception {
    assertThat(page(me, "/mails")).contains("Trame n’a encore rien écrit.");
  }

  @Test
  void myMailsArePagedTheNewestFirst() throws Exception {
    for (int i = 0; i < Mails.PAGE + 1; i++) {
      on(DAY.plusDays(i));
      tell(reader, "2073-06-0" + (i % 9 + 1));
      digests.compose();
    }
    Mails.Page first = mails.page(me, new Mails.Filter(reader, null), 1);
    assertThat(first.mails()).hasSize(Mails.PAGE);
    assertThat(first.mails().get(0).forDay()).isEqualTo(DAY.plusDays(Mails.PAGE));
    assertThat(page(me, "/mails")).contains("Page 1 sur 2", "Plus anciens");
    assertThat(page(me, "/mails?page=2")).contains("Page 2 sur 2", "Plus récents");
    assertThat(page(me, "/mails?page=99")).contains("Page 2 sur 2");
  }

  @Test
  void aMailIsShownInAFrameThatMayDoNothing() throws Exception {
    int id = mail("2073-03-09");
    assertThat(page(me, "/mails/" + id))
        .contains(
            "sandbox=\"allow-top-navigation-by-user-activation\"",
            "&lt;html lang=&quot;fr&quot;&gt;",
            "Échéance : jeudi 9 mars 2073");
  }

  @Test
  void othersMailsAreNobodysBusiness() throws Exception {
    int id = mail("2073-03-09");
    assertThat(answer(other, get("/mails/" + id)).getStatus()).isEqualTo(404);
    assertThat(answer(other, get("/mails/" + id + "/source")).getStatus()).isEqualTo(404);
    assertThat(page(other, "/mails?to=" + reader)).doesNotContain("/mails/" + id);
    assertThat(page(other, "/mails?to=*")).doesNotContain("/mails/" + id);
    assertThat(page(ADMINISTRATOR, "/mails/" + id))
        .as("the administrator sees how far it got, not what it says")
        .contains("Seul le destinataire peut lire ce message.")
        .doesNotContain("<iframe", "jeudi 9 mars");
  }

  @Test
  void onlyTheAdministratorHasMailsSentAgain() throws Exception {
    int id = mail("2073-03-09");
    TestPost.keep(database, clock);
    for (String address : List.of("/mails/" + id + "/again", "/mails/now")) {
      assertThat(answer(me, post(address).with(csrf())).getStatus()).as(address).isEqualTo(403);
    }
    assertThat(state(id)).isEqualTo("KEPT");
  }

  @Test
  void anUncertainMailIsShownToTheAdministratorAndSentAgainAsTheSame() throws Exception {
    int id = mail("2073-03-09");
    jdbc.sql(
            "update trame.mail set state = 'UNCERTAIN', sending_at = now(), source = '', sha256 ="
                + " '' where id = ?")
        .param(id)
        .update();
    assertThat(page(ADMINISTRATOR, "/mails?state=UNCERTAIN")).contains("/mails/" + id);
    assertThat(page(ADMINISTRATOR, "/mails/" + id))
        .contains("le serveur a peut-être reçu ce message", "Renvoyer");
    assertThat(answer(ADMINISTRATOR, post("/mails/" + id + "/again").with(csrf())).getStatus())
        .isEqualTo(302);
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    server.start();
    try {
      TestPost.send(database, server.getSmtp().getPort(), clock);
      assertThat(server.getReceivedMessages())
          .singleElement()
          .satisfies(m -> assertThat(m.getMessageID()).isEqualTo(letter(id).mail().messageId()));
    } finally {
      server.stop();
    }
    assertThat(page(ADMINISTRATOR, "/mails/" + id)).contains("Renvoyé par", "admin, 02/03/2073");
    assertThatThrownBy(() -> mails.sendAgain(ADMINISTRATOR, id))
        .as("sent")
        .isInstanceOf(Refusal.class);
  }

  @Test
  void whatWasSentCanBeCheckedByItsDigest() throws Exception {
    int id = mail("2073-03-09");
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    server.start();
    try {
      TestPost.send(database, server.getSmtp().getPort(), clock);
    } finally {
      server.stop();
    }
    byte[] source = answer(me, get("/mails/" + id + "/source")).getContentAsByteArray();
    assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(source)))
        .isEqualTo(letter(id).sha256());
    assertThat(page(me, "/mails/" + id)).contains(letter(id).sha256(), "250 ", "envoyé");
  }

  @Test
  void aServerThatIsDownIsSeenAndTheAdministratorNeedNotWait() throws Exception {
    int id = mail("2073-03-09");
    int nobody;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = closed.getLocalPort();
    }
    TestPost.send(database, nobody, clock);
    assertThat(page(ADMINISTRATOR, "/mails?to=" + reader))
        .contains("Essayé 1 fois sans succès ; prochain essai le 02/03/2073 09:01", "1 en attente");
    assertThat(health.healthForPath("outbox"))
        .asInstanceOf(InstanceOfAssertFactories.type(Health.class))
        .satisfies(
            h -> {
              assertThat(h.getStatus()).isEqualTo(Status.UP);
              assertThat(h.getDetails()).containsEntry("waiting", 1);
              assertThat(h.getDetails().get("lastError")).asString().contains("refused");
            });
    assertThat(answer(ADMINISTRATOR, post("/mails/now").with(csrf())).getStatus()).isEqualTo(302);
    assertThat(letter(id).mail().nextTryAt()).isEqualTo(clock.instant());
  }

  @Test
  void inADemonstrationEverybodyReadsWhatIsOnlyKept() {
    int id = mail("2073-03-09");
    Mails demonstration = new Mails(jdbc, preferences, clock, true);
    assertThat(demonstration.find(other, id)).as("not kept yet").isEmpty();
    TestPost.keep(database, clock);
    assertThat(demonstration.find(other, id))
        .hasValueSatisfying(l -> assertThat(l.text()).contains("jeudi 9 mars 2073"));
    assertThat(demonstration.recipients(other)).contains(reader);
    assertThat(mails.find(other, id)).as("not otherwise").isEmpty();
  }

  @Test
  void preferencesAreKeptOrRefusedWithASentence() throws Exception {
    assertThat(
            answer(
                    me,
                    post("/preferences")
                        .param("language", "nl")
                        .param("mailAddress", "ik@gemeente.example")
                        .param("mails", "true")
                        .with(csrf()))
                .getRedirectedUrl())
        .isEqualTo("/preferences?done");
    assertThat(preferences.of(reader))
        .isEqualTo(new ReaderPreference(reader, "nl", "ik@gemeente.example", true));
    String refused =
        answer(
                me,
                post("/preferences")
                    .param("language", "nl")
                    .param("mailAddress", "ik@")
                    .with(csrf()))
            .getContentAsString();
    assertThat(refused).contains("n’est pas une adresse e-mail", "value=\"ik@\"");
    assertThat(preferences.of(reader).mailAddress()).isEqualTo("ik@gemeente.example");
    assertThat(page(me, "/preferences")).contains(reader + "@account.example");
  }

  private int mail(String due) {
    preferences.choose(new ReaderPreference(reader, "fr", reader + "@commune.example", true));
    tell(reader, due);
    digests.compose();
    return jdbc.sql("select max(id) from trame.mail where account = ?")
        .param(reader)
        .query(Integer.class)
        .single();
  }

  private void tell(String account, String due) {
    transaction.executeWithoutResult(
        t ->
            announcements.tell(
                Recipient.account(account),
                Announcement.Kind.WARNED,
                "some-programme",
                null,
                Map.of("step", "council-vote", "due", due),
                LocalDate.now(clock)));
  }

  private Letter letter(int id) {
    return mails.find(me, id).orElseThrow();
  }

  private String state(int id) {
    return letter(id).mail().state().name();
  }

  private String page(Actor actor, String address) throws Exception {
    MockHttpServletResponse answer = answer(actor, get(address));
    assertThat(answer.getStatus()).as(address).isEqualTo(200);
    return answer.getContentAsString();
  }

  private MockHttpServletResponse answer(Actor actor, MockHttpServletRequestBuilder request)
      throws Exception {
    return mvc.perform(
            request
                .locale(Locale.FRENCH)
                .with(
                    user(actor.userId())
                        .authorities(AuthorityUtils.createAuthorityList(actor.groups()))))
        .andReturn()
        .getResponse();
  }

  private void on(LocalDate day) {
    clock.moveTo(day.atTime(9, 0).atZone(TrameClock.BRUSSELS).toInstant());
  }
}
