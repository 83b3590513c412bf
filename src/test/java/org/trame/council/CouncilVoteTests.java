package org.trame.council;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.trame.TestProgrammes;
import org.trame.TrameTest;
import org.trame.workflow.TrameClock;
import org.trame.workflow.Workflows;

/** The council of Ixelles has 43 members for its 87 000 inhabitants: the quorum is 22. */
@TrameTest
class CouncilVoteTests {

  @Autowired Workflows workflows;
  @Autowired TaskService tasks;
  @Autowired FormService forms;
  @Autowired HistoryService history;
  @Autowired CouncilSittings sittings;
  @Autowired TestProgrammes programmes;
  @Autowired TrameClock clock;

  private String programme;

  @BeforeEach
  void convening() {
    clock.moveTo(Instant.parse("2026-03-02T09:00:00Z"));
    programme = programmes.bare("Essai du conseil", "21009");
    workflows.start("CouncilVote", programme, Map.of("regime", "contrat-de-quartier"));
  }

  @AfterEach
  void realTime() {
    clock.release();
  }

  @Test
  void sevenClearDaysSeparateNoticeAndSitting() {
    // Notice on 2 March: 3 to 9 March are the seven clear days, 10 March is the first possible day.
    refused(
        Map.of("noticeSentOn", "2026-03-02", "sittingAt", "2026-03-09T20:00"), "7 jours francs");
    submit(Map.of("noticeSentOn", "2026-03-02", "sittingAt", "2026-03-10T20:00"));
    assertThat(sittings.of(programme))
        .singleElement()
        .extracting(Sitting::membersInOffice)
        .isEqualTo(43);
  }

  @Test
  void votesAddUpToThosePresent() {
    sitting(1);
    refused(vote(30, 20, 8, 1), "font 29, mais 30");
  }

  @Test
  void theVoteWaitsForTheSitting() {
    submit(Map.of("noticeSentOn", "2026-03-02", "sittingAt", "2026-03-10T20:00"));
    refused(vote(30, 20, 8, 2), "pas encore eu lieu");
  }

  @Test
  void aTieRejectsAndNeedsAReason() {
    sitting(1);
    refused(vote(30, 12, 12, 6), "motif est requis");
    submit(with(vote(30, 12, 12, 6), "rejectionReason", "Budget du volet 4 insuffisant"));
    assertThat(last().outcome()).isEqualTo(Sitting.Outcome.REJECTED);
  }

  @Test
  void abstentionsAreNotVotesCast() {
    sitting(1);
    submit(vote(30, 11, 10, 9));
    assertThat(last().outcome()).isEqualTo(Sitting.Outcome.ADOPTED);
  }

  @Test
  void withoutQuorumTwiceTheThirdSittingDeliberates() {
    sitting(1);
    submit(Map.of("membersPresent", 21));
    assertThat(last().outcome()).isEqualTo(Sitting.Outcome.NO_QUORUM);
    sitting(2);
    submit(Map.of("membersPresent", 15));
    clock.moveTo(Instant.parse("2026-04-01T09:00:00Z"));
    Map<String, Object> third =
        Map.of("noticeSentOn", "2026-04-01", "sittingAt", "2026-04-04T20:00");
    refused(third, "doit citer la règle");
    submit(with(third, "quotesRule", true));
    clock.moveTo(Instant.parse("2026-04-04T21:00:00Z"));
    submit(vote(15, 12, 3, 0));
    assertThat(last().outcome()).isEqualTo(Sitting.Outcome.ADOPTED);
  }

  @Test
  void nothingTypedBecomesAProcessVariable() {
    sitting(1);
    submit(vote(30, 20, 10, 0));
    assertThat(history.createHistoricVariableInstanceQuery().list())
        .extracting(v -> v.getName())
        .doesNotContain("votesFor", "membersPresent", "resolutionNumber");
  }

  private void sitting(int attempt) {
    if (attempt == 1) {
      submit(Map.of("noticeSentOn", "2026-03-02", "sittingAt", "2026-03-10T20:00"));
      clock.moveTo(Instant.parse("2026-03-10T21:00:00Z"));
    } else {
      submit(Map.of("noticeSentOn", "2026-03-10", "sittingAt", "2026-03-13T20:00"));
      clock.moveTo(Instant.parse("2026-03-13T21:00:00Z"));
    }
  }

  private static Map<String, Object> vote(int present, int inFavour, int against, int abstentions) {
    return Map.of(
        "membersPresent", present,
        "votesFor", inFavour,
        "votesAgainst", against,
        "abstentions", abstentions,
        "resolutionNumber", "2026/117");
  }

  private static Map<String, Object> with(Map<String, Object> form, String name, Object value) {
    var more = new java.util.HashMap<>(form);
    more.put(name, value);
    return more;
  }

  private void submit(Map<String, Object> form) {
    forms.submitTaskForm(task(), form);
  }

  private void refused(Map<String, Object> form, String words) {
    assertThatThrownBy(() -> submit(form))
        .isInstanceOf(BadUserRequestException.class)
        .hasMessageContaining(words);
  }

  private String task() {
    return tasks.createTaskQuery().processInstanceBusinessKey(programme).singleResult().getId();
  }

  private Sitting last() {
    List<Sitting> all = sittings.of(programme);
    return all.get(all.size() - 1);
  }
}
