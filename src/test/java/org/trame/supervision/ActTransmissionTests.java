package org.trame.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trame.approval.ApprovalDriver.COORDINATOR;
import static org.trame.approval.ApprovalDriver.MINISTER;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trame.TrameTest;
import org.trame.access.Actor;
import org.trame.access.Actors;
import org.trame.calendar.Term;
import org.trame.calendar.Unit;
import org.trame.deadline.TimeLimit;
import org.trame.input.Refusal;
import org.trame.regime.Rule;

/** Which acts are sent, by whom, when, and the time to decide each kind. */
@TrameTest
class ActTransmissionTests extends SupervisionTest {

  @ParameterizedTest
  @EnumSource(ActKind.class)
  void everyKindOfActHasTheTimeLimitOfItsArticle(ActKind kind) {
    Rule rule = regimes.law("SupervisedActs", Map.of("region", "BRUSSELS", "kind", kind.name()));
    TimeLimit limit = clocks.limit(REGIME, rule.string("step"));
    int days =
        switch (kind) {
          case SUBSIDISED_CONTRACT -> 30;
          case ACCOUNTS -> 80;
          default -> 40;
        };
    assertThat(limit.term()).isEqualTo(new Term(days, Unit.DAY));
    assertThat(limit.silence()).isEqualTo(TimeLimit.Silence.APPROVED);
    assertThat(limit.rollsForward()).isTrue();
    assertThat(limit.extensible().isPresent()).isEqualTo(kind != ActKind.SUBSIDISED_CONTRACT);
    limit
        .extensible()
        .ifPresent(
            e -> {
              assertThat(e.longest()).isEqualTo(limit.term());
              assertThat(e.times()).isEqualTo(1);
            });
    int item = Math.min(kind.ordinal() + 1, 12);
    assertThat(rule.source()).contains("art. 13, " + item + "°").contains("art. 14");
    assertThat(rule.string("sourceNl")).contains("art. 13, " + item + "°");
  }

  @Test
  void anActIsSentOnceWithPossibleDates() {
    sent(ActKind.BUDGET, "2026/45");
    sendRefused("déjà été transmis", "reference", "2026/45");
    sendRefused("encore à venir", "resolutionOn", "2026-03-03", "receivedOn", "2026-03-03");
    sendRefused("encore à venir", "receivedOn", "2026-03-03");
    sendRefused("avant d’être pris", "receivedOn", "2026-02-19");
    sendRefused("pris fin le 02/02/2026", "resolutionOn", "2025-12-20", "receivedOn", "2025-12-23");
    sendRefused("requis", "receipt", "");
    assertThat(acts.of(programme)).hasSize(1);
  }

  @Test
  void onlyTheCoordinatorOfTheMunicipalitySendsDuringTheImplementation() {
    Actor stranger = new Actor("x", List.of("coordinator-21004"));
    assertThat(available(COORDINATOR)).isTrue();
    assertThat(available(stranger)).isFalse();
    assertThat(available(MINISTER)).isFalse();
    moveTo("2030-03-03T08:00:00Z");
    assertThat(available(COORDINATOR)).isFalse();
    assertThatThrownBy(
            () ->
                supervision.transmit(
                    programme,
                    new TransmitAct(
                        ActKind.BUDGET,
                        "Trop tard",
                        "2030/1",
                        LocalDate.parse("2030-03-01"),
                        LocalDate.parse("2030-03-03"),
                        "R1")))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(messages.say(r)).contains("pendant la mise en œuvre"));
    String early = people.programme("Pas encore approuvé");
    assertThat(Actors.as(COORDINATOR, () -> edits.available("transmit-act", early))).isFalse();
  }

  @Test
  void anActThatComesAfterTwentyDaysIsNotedAndDecidedAllTheSame() {
    send("2026/45", "resolutionOn", "2026-02-01", "receivedOn", "2026-03-02");
    assertThat(act().transmitBy()).isEqualTo("2026-02-23");
    assertThat(act().transmittedLate()).isTrue();
    assertThat(entries("act-transmitted-late")).hasSize(1);
    send("2026/46");
    assertThat(acts.of(programme).get(1).transmittedLate()).isFalse();
    assertThat(entries("act-transmitted")).hasSize(1);
    assertThat(acts.awaited(programme)).hasSize(2);
  }
}
