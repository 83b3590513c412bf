package org.trame.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.trame.programme.Programme;
import org.trame.programme.Programmes;

/** Lessons before the closing; nothing open at the closing; nothing changes after it. */
class ClosureTests extends EvaluationTest {

  private static final String LESSONS = "Task_RecordLessons";
  private static final String CLOSE = "Task_CloseProgramme";
  private static final Map<String, Object> LESSON =
      Map.of(
          "topic", "Chantiers",
          "learned", "Prévenir les commerçants un mois plus tôt",
          "audience", "Services des travaux");

  @Autowired Closings closings;
  @Autowired Programmes all;

  @BeforeEach
  void evaluated() {
    at("2031-01-10T09:00:00Z");
    approvedProgramme();
    begin("Closure", Map.of());
  }

  @Test
  void somethingIsLearnedBeforeTheClosing() {
    refused(LESSONS, Map.of(), "au moins un enseignement", "S4:547");
    assertThat(blocking(LESSONS)).hasSize(1);
    edit("lesson", LESSON);
    String id = String.valueOf(closings.lessons(programme).get(0).id());
    edit("lesson", with(with(LESSON, "id", id), "topic", "Chantiers et commerces"));
    assertThat(closings.lessons(programme))
        .singleElement()
        .extracting(Lesson::topic)
        .isEqualTo("Chantiers et commerces");
    edit("remove-lesson", Map.of("id", id));
    refused(LESSONS, Map.of(), "au moins un enseignement");
    editRefused("lesson", with(LESSON, "id", id), "n’existe plus");
    edit("lesson", LESSON);
    submit(LESSONS, Map.of());
    assertThat(openKeys()).containsExactly(CLOSE);
  }

  @Test
  void aProgrammeIsNotClosedWhileOtherWorkIsOpen() {
    edit("lesson", LESSON);
    submit(LESSONS, Map.of());
    begin("CouncilVote", Map.of());
    Map<String, Object> note = Map.of("closingNote", "Programme achevé");
    refused(CLOSE, note, "« Convoquer le conseil communal » est encore ouverte");
    runtime.deleteProcessInstance(
        task("Task_ConveneCouncil").getProcessInstanceId(), "not needed any more");
    refused(CLOSE, Map.of(), "requis");
    submit(CLOSE, note);
    assertThat(open()).isEmpty();
    assertThat(closings.note(programme)).contains("Programme achevé");
  }

  @Test
  void afterTheClosingNothingChanges() {
    edit("lesson", LESSON);
    submit(LESSONS, Map.of());
    submit(CLOSE, Map.of("closingNote", "Programme achevé"));
    all.end(programme, Programme.State.CLOSED);
    databaseRefuses("update trame.lesson set topic = 'x' where programme = ?", "has ended");
    databaseRefuses(
        "insert into trame.lesson (programme, topic, learned, audience) values (?, 'a', 'b', 'c')",
        "has ended");
    databaseRefuses("delete from trame.programme_closing where programme = ?", "has ended");
  }
}
