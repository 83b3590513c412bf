package org.trame.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;
import org.trame.TestProgrammes;
import org.trame.TrameTest;
import org.trame.access.Actor;
import org.trame.access.Actors;
import org.trame.deadline.ClockEscalated;
import org.trame.deadline.ClockMissed;
import org.trame.deadline.ClockWarned;
import org.trame.deadline.Clocks;
import org.trame.deadline.LegalClock;
import org.trame.deadline.TimeLimit;
import org.trame.notification.Announcement.Kind;
import org.trame.workflow.TrameClock;
import org.trame.workflow.Workflows;

/** What happens to a clock is told to whoever has the task, or holds the role. */
@TrameTest
class ClockAnnouncerTests {

  @Autowired Announcements announcements;
  @Autowired Workflows workflows;
  @Autowired TaskService tasks;
  @Autowired Clocks clocks;
  @Autowired TestProgrammes programmes;
  @Autowired TransactionTemplate transaction;
  @Autowired ApplicationEventPublisher events;
  @Autowired TrameClock time;

  private String programme;

  @BeforeEach
  void council() {
    time.moveTo(Instant.parse("2074-03-05T09:00:00Z"));
    programme = programmes.bare("Essai des annonces", "21009");
    workflows.start("CouncilVote", programme, Map.of("regime", "contrat-de-quartier"));
  }

  @AfterEach
  void realTime() {
    time.release();
  }

  @Test
  void theGroupIsToldUntilSomebodyHasTheTask() {
    happens(new ClockWarned(clock(), TimeLimit.HOLDER));
    assertThat(told(Kind.WARNED)).containsExactly("secretaire");
    assertThat(announcements.about(programme).get(0).details())
        .containsEntry("task", task().getId())
        .containsEntry("due", clock().dueOn().toString());

    tasks.setAssignee(task().getId(), "coordinateur");
    happens(new ClockMissed(clock(), false));
    assertThat(told(Kind.MISSED)).containsExactly("coordinateur");
  }

  @Test
  void aRoleIsToldOfLateWork() {
    happens(new ClockEscalated(clock(), new TimeLimit.Rung(3, "department-head")));
    assertThat(told(Kind.ESCALATED)).containsExactly("chef");
    assertThat(announcements.about(programme))
        .singleElement()
        .satisfies(a -> assertThat(a.details()).containsEntry("role", "department-head"));
  }

  @Test
  void theFirstRungOfTheLadderSaysNothingNew() {
    happens(new ClockMissed(clock(), false));
    happens(new ClockEscalated(clock(), new TimeLimit.Rung(0, TimeLimit.HOLDER)));
    assertThat(told(Kind.MISSED)).containsExactly("secretaire");
    assertThat(announcements.about(programme)).hasSize(1);
  }

  @Test
  void theCoordinatorLearnsWhatSilenceDid() {
    happens(new ClockMissed(clock(), true));
    assertThat(told(Kind.LAPSED)).containsExactlyInAnyOrder("secretaire", "coordinateur");
  }

  @Test
  void whoeverMovesAClockIsNotTold() {
    LegalClock clock = clock();
    Actors.as(
        new Actor("secretaire", List.of("council-secretary-21009")),
        () -> {
          clocks.moveTo(clock, LocalDate.of(2074, 6, 1), "");
          return null;
        });
    assertThat(told(Kind.MOVED)).containsExactly("coordinateur");
  }

  private LegalClock clock() {
    return clocks.of(programme).stream().filter(LegalClock::open).findFirst().orElseThrow();
  }

  private Task task() {
    return tasks.createTaskQuery().processInstanceBusinessKey(programme).singleResult();
  }

  private List<String> told(Kind kind) {
    return announcements.about(programme).stream()
        .filter(a -> a.kind() == kind)
        .map(Announcement::account)
        .toList();
  }

  private void happens(Object event) {
    transaction.executeWithoutResult(t -> events.publishEvent(event));
  }
}
