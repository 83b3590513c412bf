package org.trame.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.trame.TestProgrammes;
import org.trame.TrameTest;
import org.trame.access.Actor;
import org.trame.access.Actors;
import org.trame.deadline.Clocks;
import org.trame.deadline.LegalClock;
import org.trame.input.Choices.Choice;
import org.trame.input.Inputs;
import org.trame.input.Refusal;
import org.trame.workflow.TrameClock;
import org.trame.worksheet.Edits;

/** People change clocks outside of any task, if the rule lets them. */
@TrameTest
class ClockChangesTests {

  private static final Actor HEAD = new Actor("chef", List.of("department-head-21009"));
  private static final Actor COORDINATOR = new Actor("coord", List.of("coordinator-21009"));
  private static final Actor EXAMINER = new Actor("region", List.of("region-examiner-brussels"));

  @Autowired Edits edits;
  @Autowired Inputs inputs;
  @Autowired Clocks clocks;
  @Autowired TestProgrammes programmes;
  @Autowired TrameClock time;

  private String programme;
  private LegalClock drafting;
  private LegalClock approval;

  @BeforeEach
  void start() {
    time.moveTo(Instant.parse("2026-03-16T09:00:00Z"));
    programme = programmes.bare("Changements", "21009");
    drafting = start("drafting", "x");
    approval = start("regional-approval", "x");
  }

  @AfterEach
  void end() {
    clocks.of(programme).forEach(clocks::drop);
    time.release();
  }

  private LegalClock start(String step, String occurrence) {
    return clocks.start(
        "contrat-de-quartier", programme, step, occurrence, LocalDate.parse("2026-03-02"));
  }

  private void make(Actor actor, String edit, Map<String, String> values) {
    Actors.as(
        actor,
        () -> {
          edits.make(edit, programme, values);
          return null;
        });
  }

  private boolean offered(Actor actor, String edit) {
    return Actors.as(
        actor,
        () -> edits.availableWithoutTask(programme).stream().anyMatch(e -> e.name().equals(edit)));
  }

  private LegalClock now(LegalClock clock) {
    return clocks.get(clock.id()).orElseThrow();
  }

  @Test
  void onlyWhoeverTheRuleNamesMayExtend() {
    assertThat(offered(HEAD, "extend-clock")).isTrue();
    assertThat(offered(COORDINATOR, "extend-clock")).isFalse();
    assertThat(offered(new Actor("x", List.of("department-head-21004")), "extend-clock")).isFalse();
    Map<String, String> more =
        Map.of("clock", "drafting", "amount", "30", "unit", "DAY", "reason", "Congés");
    assertThatThrownBy(() -> make(COORDINATOR, "extend-clock", more)).isInstanceOf(Refusal.class);
    make(HEAD, "extend-clock", more);
    assertThat(now(drafting).dueOn()).isEqualTo("2026-06-30");
    assertThat(clocks.events(drafting.id()))
        .singleElement()
        .satisfies(e -> assertThat(e.by() + e.reason()).isEqualTo("chefCongés"));
  }

  @Test
  void whatIsTooLongOrImpossibleIsRefused() {
    for (String amount : List.of("31", "0", "-3", "999999")) {
      assertThatThrownBy(
              () ->
                  make(
                      HEAD,
                      "extend-clock",
                      Map.of("clock", "drafting", "amount", amount, "unit", "DAY", "reason", "x")))
          .as(amount)
          .isInstanceOf(Refusal.class);
    }
    assertThat(now(drafting).dueOn()).isEqualTo("2026-06-01");
  }

  @Test
  void whoeverHasToActStopsItsClockAndLetsItRunAgain() {
    assertThat(offered(COORDINATOR, "suspend-clock")).isFalse();
    assertThat(offered(EXAMINER, "resume-clock")).isFalse();
    Map<String, String> stop =
        Map.of("clock", "regional-approval", "cause", "remarks-sent", "on", "2026-03-10");
    make(EXAMINER, "suspend-clock", stop);
    assertThat(now(approval).state()).isEqualTo(LegalClock.State.SUSPENDED);
    assertThat(offered(EXAMINER, "suspend-clock")).isFalse();
    assertThat(offered(COORDINATOR, "resume-clock")).isFalse();
    assertThatThrownBy(
            () ->
                make(
                    EXAMINER,
                    "resume-clock",
                    Map.of("clock", "regional-approval", "on", "2026-02-30")))
        .isInstanceOfSatisfying(
            Refusal.class,
            r -> assertThat(r.violations().get(0).key()).isEqualTo("refusal.input.LocalDate"));
    assertThatThrownBy(
            () ->
                make(
                    EXAMINER,
                    "resume-clock",
                    Map.of("clock", "regional-approval", "on", "2026-03-09")))
        .isInstanceOfSatisfying(
            Refusal.class,
            r -> assertThat(r.violations().get(0).key()).isEqualTo("refusal.clock.resumedBefore"));
    make(EXAMINER, "resume-clock", Map.of("clock", "regional-approval", "on", "2026-03-16"));
    // 60 days from 2 March end on 1 May; six days more, 10 to 15 March.
    assertThat(now(approval).dueOn()).isEqualTo("2026-05-07");
  }

  @Test
  void aClockIsOfferedByWhatIsDueAndWhen() {
    start("drafting", "y");
    List<Choice> offered = Actors.as(HEAD, () -> inputs.choices("clocksToExtend", programme));
    assertThat(offered).hasSize(2).allMatch(c -> c.label().endsWith("01/06/2026"));
    assertThat(offered).extracting(Choice::value).contains("drafting " + drafting.id());
  }
}
