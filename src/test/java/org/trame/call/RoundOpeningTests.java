package org.trame.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.trame.access.Actor;
import org.trame.calendar.Calendars;
import org.trame.deadline.Notices;
import org.trame.ledger.LedgerEntry;
import org.trame.workflow.TrameClock;

/** Opening a round. */
class RoundOpeningTests extends SelectionTest {

  @LocalServerPort int port;
  @Autowired Notices notices;

  @Test
  void theBusinessKeyIsTheRoundWhateverWasTyped() {
    assertThat(round).isEqualTo("selection-" + year);
    assertThat(workflows.openTasks(round))
        .singleElement()
        .satisfies(
            t -> {
              assertThat(t.key()).isEqualTo("Task_RegisterCandidatures");
              assertThat(t.groups()).containsExactly("region-examiner-brussels");
              assertThat(t.due())
                  .isEqualTo(
                      Calendars.of("be")
                          .onOrAfter(LocalDate.of(year, 5, 1))
                          .atTime(23, 59, 59)
                          .atZone(TrameClock.BRUSSELS)
                          .toInstant());
            });
    assertThat(
            history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(round)
                .unfinished()
                .count())
        .isOne();
    assertThat(ledger.of(round)).extracting(LedgerEntry::act).containsExactly("round-opened");
    assertThat(ledger.of(round)).extracting(LedgerEntry::actor).containsExactly("region");
  }

  @Test
  void lateCandidaturesAreEscalatedToTheDirectorThenToTheDecider() {
    Job timer =
        management
            .createJobQuery()
            .timers()
            .activityId("Task_RegisterCandidatures")
            .processInstanceId(
                runtime
                    .createProcessInstanceQuery()
                    .processInstanceBusinessKey(round)
                    .singleResult()
                    .getId())
            .singleResult();
    clock.moveTo(timer.getDuedate().toInstant());
    management.executeJob(timer.getId());
    assertThat(groups()).containsExactly("region-director-brussels", "region-examiner-brussels");
    assertThat(ledger.of(round))
        .extracting(LedgerEntry::act)
        .endsWith("clock-missed", "clock-escalated");
    LocalDate missed = LocalDate.ofInstant(timer.getDuedate().toInstant(), TrameClock.BRUSSELS);
    LocalDate fifth = Calendars.of("be-brussels").plus(missed, 5);
    Set<String> others = others();
    notices.run(fifth.minusDays(1), others);
    assertThat(groups()).doesNotContain("region-decider-brussels");
    notices.run(fifth, others);
    assertThat(groups())
        .containsExactly(
            "region-decider-brussels", "region-director-brussels", "region-examiner-brussels");
  }

  private Set<String> others() {
    return Set.copyOf(
        jdbc.sql("select distinct subject from trame.legal_clock where subject <> ?")
            .param(round)
            .query(String.class)
            .list());
  }

  private List<String> groups() {
    return workflows.openTasks(round).get(0).groups();
  }

  @Test
  void bothAmountsArePositiveAndHaveTwoDecimals() {
    refusedToOpen(with(opening, "regionalEnvelope", "0"), "supérieur à zéro");
    refusedToOpen(with(opening, "federalEnvelope", "-1"), "supérieur à zéro");
    refusedToOpen(with(opening, "federalEnvelope", "1,234"), "plus de deux décimales");
    refusedToOpen(with(opening, "year", "1850"), "L’année des contrats va de " + (year - 1));
  }

  @Test
  void aDoubleClickOpensOneRound() {
    refusedToOpen(opening, "déjà ouverte : selection-" + year);
    assertThat(open(with(opening, "year", year + 1))).isEqualTo("selection-" + (year + 1));
  }

  @Test
  void theStartFormOffersTheRegimesThatHaveAGridInTheReadersLanguage() throws Exception {
    var form = get("deployed-start-form", "region");
    assertThat(form.statusCode()).isEqualTo(200);
    assertThat(form.body()).contains("contrat-de-quartier", "Wijkcontract", "Jaar van de");
    assertThat(submit("coordinateur", year + 1).statusCode()).isEqualTo(403);
    var refused = submit("region", year);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("Er is al een selectie van dit jaar open");
    assertThat(submit("region", year + 1).statusCode()).isEqualTo(200);
    assertThat(rounds.find("selection-" + (year + 1))).isPresent();
  }

  private HttpResponse<String> get(String what, String account) throws Exception {
    return send(request(what, account));
  }

  private HttpResponse<String> submit(String account, int year) throws Exception {
    String form =
        """
        {"businessKey": "typed", "variables": {"year": {"value": %d},
         "regionalEnvelope": {"value": "100"}, "federalEnvelope": {"value": "50.50"}}}
        """;
    return send(
        request("submit-form", account)
            .POST(HttpRequest.BodyPublishers.ofString(form.formatted(year))));
  }

  private HttpRequest.Builder request(String what, String account) {
    String credentials =
        Base64.getEncoder()
            .encodeToString((account + ":" + account).getBytes(StandardCharsets.UTF_8));
    return HttpRequest.newBuilder(
            URI.create(
                "http://localhost:"
                    + port
                    + "/engine-rest/process-definition/key/Selection/"
                    + what))
        .header("Content-Type", "application/json")
        .header("Accept-Language", "nl")
        .header("Authorization", "Basic " + credentials);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void anExaminerOfAnotherRegionMayNotOpen() {
    Actor walloon = new Actor("wallon", List.of("region-examiner-wallonia"));
    assertThatThrownBy(() -> as(walloon, () -> open(with(opening, "year", year + 1))))
        .isInstanceOf(BadUserRequestException.class)
        .hasMessageContaining("autre Région");
  }
}
