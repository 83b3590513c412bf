package org.trame.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trame.approval.ApprovalDriver.COORDINATOR;
import static org.trame.approval.ApprovalDriver.EXAMINER;
import static org.trame.approval.ApprovalDriver.MINISTER;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;
import org.trame.TrameTest;
import org.trame.access.Actor;
import org.trame.access.Actors;
import org.trame.deadline.Assent;
import org.trame.deadline.LegalClock;

/** The sending by the last day suffices (art. 4, 3°), whenever the decree is written down. */
@TrameTest
class FoundDecreesTests extends SupervisionTest {

  private static final String FOUND =
      "assent = 'EXPLICIT', decided_on = '2026-04-01', decided_by = 'ministre', decree = 'A 1',"
          + " put_right_on = '2026-04-02', sending_proof = 'RA 12'";

  @Autowired TransactionTemplate transaction;

  @Test
  void theClockIsMetOnTheDayTheDecreeWasSent() {
    SupervisedAct act = sent(ActKind.BUDGET, "2026/45");
    examine("2026/45");
    moveTo("2026-03-20T08:00:00Z");
    decideRefused("encore à venir", "2026/45", "APPROVED", "sentOn", "2026-03-21");
    decideRefused("avant la réception", "2026/45", "APPROVED", "sentOn", "2026-03-01");
    decideRefused("requis", "2026/45", "APPROVED", "sentOn", "");
    decide("2026/45", "APPROVED", "sentOn", "2026-03-10");
    act = acts.get(act.id());
    assertThat(act.decidedOn()).isEqualTo("2026-03-10");
    assertThat(act.putRight()).isFalse();
    assertThat(clockOf(act).state()).isEqualTo(LegalClock.State.MET);
    assertThat(clockOf(act).metOn()).isEqualTo("2026-03-10");
    assertThat(entries("act-approved").get(0).details()).containsEntry("sent", "2026-03-10");
  }

  @Test
  void theSendingDayIsJudgedNotTheDayItIsWrittenDown() {
    SupervisedAct act = sent(ActKind.SUBSIDISED_CONTRACT, "2026/45");
    examine("2026/45");
    clock.moveTo(Instant.parse("2026-04-01T22:00:01Z"));
    decideRefused("art. 4, 3°, et art. 14", "2026/45", "APPROVED", "sentOn", "2026-04-02");
    decide("2026/45", "APPROVED", "sentOn", "2026-04-01");
    act = acts.get(act.id());
    assertThat(act.assent()).isEqualTo(Assent.EXPLICIT);
    assertThat(clockOf(act).state()).isEqualTo(LegalClock.State.MET);
    assertThat(clockOf(act).metOn()).isEqualTo("2026-04-01");
    assertThat(people.timers(programme)).isEmpty();
  }

  @Test
  void anExtensionIsJudgedByItsSendingToo() {
    SupervisedAct act = sent(ActKind.BUDGET, "2026/45");
    examine("2026/45");
    clock.moveTo(Instant.parse("2026-04-13T22:00:01Z"));
    decideRefused(
        "art. 4, 3°", "2026/45", "EXTENDED", "decisionMotives", "Avis", "sentOn", "2026-04-14");
    decide("2026/45", "EXTENDED", "decisionMotives", "Avis", "sentOn", "2026-04-13");
    act = acts.get(act.id());
    assertThat(act.extendedOn()).isEqualTo("2026-04-13");
    assertThat(act.dueOn()).isEqualTo("2026-05-21");
    assertThat(timer()).isEqualTo(Instant.parse("2026-05-21T21:59:59Z"));
  }

  @Test
  void aDecreeFoundAfterTheSilencePutsItRight() {
    SupervisedAct act = silent("2026/45");
    found("2026/45", "APPROVED", "2026-04-01");
    act = acts.get(act.id());
    assertThat(act.assent()).isEqualTo(Assent.EXPLICIT);
    assertThat(act.decidedOn()).isEqualTo("2026-04-01");
    assertThat(act.decidedBy()).isEqualTo("ministre");
    assertThat(act.decree()).isEqualTo("A 2026/8");
    assertThat(act.putRightOn()).isEqualTo("2026-04-02");
    assertThat(act.sendingProof()).isEqualTo("Recommandé RA 12, retrouvé au courrier");
    assertThat(clockOf(act).state()).isEqualTo(LegalClock.State.MET);
    assertThat(clockOf(act).metOn()).isEqualTo("2026-04-01");
    assertThat(Assents.of(acts.of(programme))).isEqualTo(new Assents(1, 0, 0, 0));
    assertThat(entries("act-deemed-approved")).hasSize(1);
    assertThat(entries("clock-lapsed")).hasSize(1);
    assertThat(entries("act-approved")).hasSize(1);
    String clock = String.valueOf(act.clock());
    assertThat(entries("act-tacit-put-right"))
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.bySystem()).isFalse();
              assertThat(e.details())
                  .containsEntry("clock", clock)
                  .containsEntry("due", "2026-04-01")
                  .containsEntry("sent", "2026-04-01")
                  .containsEntry("explanation", "Recommandé RA 12, retrouvé au courrier");
              assertThat(messages.sayNamed("act." + e.act(), e.details()))
                  .contains("art. 4, 3°", "n° " + clock, "01/04/2026");
            });
    foundRefused("ne pouvez pas", "2026/45", "APPROVED", "2026-04-01");
  }

  @Test
  void aRefusalFoundLaterNeedsItsReasons() {
    SupervisedAct act = silent("2026/45");
    foundRefused("art. 5", "2026/45", "REFUSED", "2026-03-31");
    found("2026/45", "REFUSED", "2026-03-31", "decisionMotives", "Prix anormal");
    act = acts.get(act.id());
    assertThat(act.assent()).isEqualTo(Assent.REFUSED);
    assertThat(act.motives()).isEqualTo("Prix anormal");
    assertThat(clockOf(act).metOn()).isEqualTo("2026-03-31");
    assertThat(entries("act-refused")).hasSize(1);
    assertThat(Assents.of(acts.of(programme))).isEqualTo(new Assents(0, 0, 1, 0));
  }

  @Test
  void onlyADecreeSentInTimeAndProvedPutsASilenceRight() {
    SupervisedAct act = silent("2026/45");
    sent(ActKind.BUDGET, "2026/46");
    foundRefused("art. 4, 3°, et art. 14", "2026/45", "APPROVED", "2026-04-02");
    foundRefused("encore à venir", "2026/45", "APPROVED", "2026-04-03");
    foundRefused("avant la réception", "2026/45", "APPROVED", "2026-03-01");
    foundRefused("requis", "2026/45", "APPROVED", "2026-04-01", "sendingProof", " ");
    foundRefused("2026/46", "2026/46", "APPROVED", "2026-04-02");
    assertThat(acts.get(act.id()).assent()).isEqualTo(Assent.TACIT);
    assertThat(clockOf(act).state()).isEqualTo(LegalClock.State.LAPSED);
    assertThat(entries("act-tacit-put-right")).isEmpty();
  }

  @Test
  void whoDecidesWritesItDownWhileAnActIsDeemedApprovedButNotWhoProposed() {
    sent(ActKind.SUBSIDISED_CONTRACT, "2026/45");
    examine("2026/45");
    assertThat(may(MINISTER)).as("nothing is tacit").isFalse();
    moveTo("2026-04-02T08:00:00Z");
    assertThat(may(MINISTER)).isTrue();
    assertThat(may(EXAMINER)).isFalse();
    assertThat(may(COORDINATOR)).isFalse();
    assertThat(may(new Actor("x", List.of("region-decider-wallonia")))).isFalse();
    Actor both =
        new Actor("region", List.of("region-examiner-brussels", "region-decider-brussels"));
    people.editRefused(
        "Qui a proposé",
        both,
        programme,
        "record-decree",
        flat(decree("2026/45", "APPROVED", "2026-04-01")));
    found("2026/45", "APPROVED", "2026-04-01");
    assertThat(may(MINISTER)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "assent = 'EXPLICIT', decided_by = 'ministre', decree = 'A 1'",
        "put_right_on = '2026-04-02', sending_proof = 'RA 12'",
        FOUND + ", decided_on = '2026-03-31'",
        FOUND + ", decided_on = '2026-04-02'",
        FOUND + ", assent = 'TACIT'",
        FOUND + ", assent = null, decided_on = null, decided_by = null, decree = null",
        FOUND + ", assent = 'REFUSED'",
        FOUND + ", sending_proof = null",
        FOUND + ", sending_proof = ''",
        FOUND + ", put_right_on = null",
        FOUND + ", decided_by = null",
        FOUND + ", decided_by = 'region'",
        FOUND + ", decree = null",
        FOUND + ", clock = null",
        FOUND + ", title = 'Autre'",
        FOUND + ", received_on = '2026-03-03'",
      })
  void theDatabaseLetsASilenceBePutRightInThisWayAlone(String impossible) {
    sent(ActKind.SUBSIDISED_CONTRACT, "2026/45");
    examine("2026/45");
    moveTo("2026-04-02T08:00:00Z");
    SupervisedAct act = act();
    // Without repeating a column, which SQL does not allow: the last one counts.
    String change = lastOfEach(impossible);
    assertThatThrownBy(() -> tryOut(act, "MET", "2026-04-01", change))
        .as(change)
        .isInstanceOf(DataAccessException.class);
    assertThatCode(() -> tryOut(act, "MET", "2026-04-01", FOUND)).doesNotThrowAnyException();
    assertThatThrownBy(() -> tryOut(act, "LAPSED", "2026-04-01", FOUND))
        .hasMessageContaining("has its assent: TACIT");
    assertThatThrownBy(() -> tryOut(act, "MET", "2026-03-30", FOUND))
        .hasMessageContaining("has its assent: TACIT");
  }

  @Test
  void whatWasPutRightStays() {
    SupervisedAct act = silent("2026/45");
    found("2026/45", "APPROVED", "2026-04-01");
    for (String change : List.of(FOUND, "decree = 'A 9'", "assent = 'TACIT'", "title = 'x'")) {
      assertThatThrownBy(() -> tryOut(act, "MET", "2026-04-01", change))
          .as(change)
          .hasMessageContaining("has its assent: EXPLICIT");
    }
    assertThatThrownBy(
            () ->
                jdbc.sql("delete from trame.supervised_act where id = ?").param(act.id()).update())
        .hasMessageContaining("has its assent: EXPLICIT");
  }

  @Test
  void anActThatWasNeverDeemedApprovedIsNotPutRight() {
    SupervisedAct act = sent(ActKind.BUDGET, "2026/45");
    assertThatThrownBy(() -> tryOut(act, "MET", "2026-04-01", FOUND))
        .hasMessageContaining("was not deemed approved");
  }

  @Test
  void aClockThatDidNotLapseOrAnActThatCameLateIsNoSilenceToPutRight() {
    SupervisedAct act = silent("2026/45");
    LegalClock lapsed = clockOf(act);
    assertThatThrownBy(() -> clocks.putRight(lapsed, LocalDate.parse("2026-04-02")))
        .isInstanceOf(IllegalStateException.class);
    LegalClock running = clockOf(sent(ActKind.BUDGET, "2026/46"));
    assertThatThrownBy(() -> clocks.putRight(running, LocalDate.parse("2026-04-02")))
        .isInstanceOf(IllegalStateException.class);
  }

  /** An act nobody examined, deemed approved on 1 April; it is the day after. */
  private SupervisedAct silent(String reference) {
    SupervisedAct act = sent(ActKind.SUBSIDISED_CONTRACT, reference);
    moveTo("2026-04-02T08:00:00Z");
    assertThat(acts.get(act.id()).assent()).isEqualTo(Assent.TACIT);
    return acts.get(act.id());
  }

  private boolean may(Actor actor) {
    return Actors.as(actor, () -> edits.available("record-decree", programme));
  }

  /** Changes the clock and the act by hand, and takes it back. */
  private void tryOut(SupervisedAct act, String state, String metOn, String change) {
    transaction.executeWithoutResult(
        status -> {
          status.setRollbackOnly();
          jdbc.sql("update trame.legal_clock set state = ?, met_on = ?::date where id = ?")
              .params(state, metOn, act.clock())
              .update();
          jdbc.sql("update trame.supervised_act set " + change + " where id = ?")
              .param(act.id())
              .update();
        });
  }

  private static String lastOfEach(String change) {
    java.util.Map<String, String> columns = new java.util.LinkedHashMap<>();
    for (String one : change.split(", ")) {
      columns.put(one.substring(0, one.indexOf(' ')), one);
    }
    return String.join(", ", columns.values());
  }
}
