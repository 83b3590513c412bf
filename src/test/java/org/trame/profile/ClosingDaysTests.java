package org.trame.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trame.TestProgrammes;
import org.trame.TrameTest;
import org.trame.access.Actor;
import org.trame.access.Actors;
import org.trame.calendar.Step;
import org.trame.deadline.Clocks;
import org.trame.deadline.Explanation;
import org.trame.deadline.LegalClock;
import org.trame.input.Refusal;
import org.trame.language.Messages;
import org.trame.ledger.Ledger;
import org.trame.ledger.LedgerEntry;
import org.trame.workflow.TrameClock;
import org.trame.workflow.Workflows;
import org.trame.worksheet.Edits;
import org.trame.worksheet.Worksheet;

/** Uccle writes its closing days with its profile, and its time limits skip them. */
@TrameTest
class ClosingDaysTests {

  private static final String NIS = "21016";
  private static final String SUBJECT = "commune-" + NIS;
  private static final Actor UCCLE = new Actor("uccle", List.of("coordinator-" + NIS));

  @Autowired MunicipalClosingDays days;
  @Autowired Workflows workflows;
  @Autowired Edits edits;
  @Autowired Clocks clocks;
  @Autowired Explanation explanation;
  @Autowired TestProgrammes programmes;
  @Autowired Ledger ledger;
  @Autowired Messages messages;
  @Autowired JdbcClient jdbc;
  @Autowired TrameClock clock;
  @Autowired org.camunda.bpm.engine.RuntimeService runtime;

  @BeforeEach
  void theProfileIsAsked() {
    clock.moveTo(Instant.parse("2072-03-01T09:00:00Z"));
    Actors.as(
        UCCLE,
        () -> {
          workflows.start("MunicipalProfile", SUBJECT, Map.of());
          return true;
        });
  }

  @AfterEach
  void everythingAsBefore() {
    runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(SUBJECT)
        .list()
        .forEach(i -> runtime.deleteProcessInstance(i.getId(), "end of test"));
    jdbc.sql("delete from trame.closing_day where nis = ?").param(NIS).update();
    clock.release();
  }

  @Test
  void aDueDateSkipsAClosingDayAndSaysItsName() {
    String programme = programmes.bare("Quartier d’Uccle", NIS);
    LegalClock before = start(programme, "one");
    assertThat(before.dueOn()).as("thirty days after 1 March").isEqualTo("2072-03-31");

    close("2072-03-31", "2072-04-01", "Fermeture de printemps");

    LegalClock after = start(programme, "two");
    assertThat(after.dueOn()).as("31 March and 1 April are closed").isEqualTo("2072-04-04");
    assertThat(after.computed().steps())
        .filteredOn(s -> s.kind() == Step.Kind.MOVED)
        .extracting(Step::from, Step::detail)
        .startsWith(
            org.assertj.core.groups.Tuple.tuple(
                LocalDate.of(2072, 3, 31), "CLOSING_DAY Fermeture de printemps"));
    assertThat(explanation.of(after.computed(), after.limit()))
        .contains(
            "Le jeudi 31 mars 2072 n’est pas un jour ouvrable (jour de fermeture, Fermeture de"
                + " printemps) : la fin passe au jour suivant.");
    assertThat(clocks.get(before.id()).orElseThrow().dueOn())
        .as("what was computed before stays")
        .isEqualTo("2072-03-31");
    String elsewhere = programmes.bare("Quartier d’Evere", "21006");
    assertThat(start(elsewhere, "one").dueOn()).isEqualTo("2072-03-31");
  }

  @Test
  void theyProlongNoLimitOfTheLawOrOfTheRegion() {
    close("2072-03-21", "2072-06-30", "Travaux");
    String programme = programmes.bare("Quartier du Parc", NIS);
    assertThat(start(programme, "send-to-region", "law").dueOn()).isEqualTo("2072-03-21");
    assertThat(start(programme, "supervision-contract", "Region").dueOn()).isEqualTo("2072-03-31");
    assertThat(start(programme, "commission-rules", "own").dueOn()).isEqualTo("2072-07-01");
    for (String step : List.of("send-to-region", "supervision-contract", "commission-rules")) {
      LegalClock started = start(programme, step, "same");
      assertThat(clocks.due(started.regime(), programme, step, started.startedOn()))
          .as("told before it starts: %s", step)
          .isEqualTo(started.dueOn());
    }
  }

  @Test
  void theyAreWrittenRowByRowInTheProfile() {
    close("2072-12-24", "2072-12-31", "Fin d’année");
    close("2072-05-20", "", "Pont de l’Ascension");
    assertThat(section().rows())
        .extracting(Worksheet.Row::cells)
        .containsExactly(
            List.of("20/05/2072", "20/05/2072", "Pont de l’Ascension"),
            List.of("24/12/2072", "31/12/2072", "Fin d’année"));

    Map<String, String> row = new java.util.HashMap<>(section().rows().get(1).values());
    row.put("closedUntil", "2073-01-02");
    make("closing-days", row);
    assertThat(days.closings(NIS))
        .containsExactly(
            new Closing(
                LocalDate.of(2072, 5, 20), LocalDate.of(2072, 5, 20), "Pont de l’Ascension"),
            new Closing(LocalDate.of(2072, 12, 24), LocalDate.of(2073, 1, 2), "Fin d’année"));

    make("closing-days-remove", Map.of("id", "2072-12-24..2073-01-02"));
    assertThat(days.of(NIS)).containsOnlyKeys(LocalDate.of(2072, 5, 20));
    List<LedgerEntry> acts = ledger.of(SUBJECT);
    assertThat(acts.subList(acts.size() - 2, acts.size()))
        .extracting(e -> messages.sayNamed("act." + e.act(), e.details()))
        .containsExactly(
            "Bureaux fermés du 24/12/2072 au 02/01/2073 : Fin d’année.",
            "Bureaux de nouveau ouverts du 24/12/2072 au 02/01/2073.");
  }

  @Test
  void daysThatAreNoneAreRefused() {
    close("2072-12-24", "2072-12-31", "Fin d’année");
    assertThat(refused("2072-02-30", "", "X")).contains("closedFrom");
    assertThat(refused("2072-12-20", "2072-12-24", "X"))
        .contains("Les bureaux sont déjà fermés le 24/12/2072 : Fin d’année.");
    assertThat(refused("2072-12-31", "", "X")).contains("déjà fermés le 31/12/2072");
    assertThat(refused("2073-05-02", "2073-05-01", "X")).contains("vient avant le premier");
    assertThat(refused("2073-01-01", "2074-01-02", "X")).contains("un an au plus");
    assertThat(refused("2073-01-01", "", "")).contains("closingName");
    assertThat(refusal(() -> make("closing-days-remove", Map.of("id", "2073-01-01..2073-01-02"))))
        .contains("ne sont pas des jours de fermeture");
    assertThat(refusal(() -> make("closing-days-remove", Map.of("id", "demain"))))
        .contains("ne sont pas des jours de fermeture");
    assertThat(days.of(NIS)).hasSize(8);
  }

  @Test
  void aWholeYearIsTheLongestClosing() {
    close("2073-01-01", "2074-01-01", "Travaux");
    assertThat(days.of(NIS)).hasSize(366);
  }

  @Test
  void onlyTheCoordinatorWritesThem() {
    for (Actor other :
        List.of(
            new Actor("ixelles", List.of("coordinator-21009")),
            new Actor("region", List.of("region-examiner-brussels")))) {
      assertThat(
              refusal(
                  () ->
                      Actors.as(
                          other,
                          () -> {
                            edits.make("closing-days", SUBJECT, typed("2073-01-01", "", "X"));
                            return true;
                          })))
          .as(other.userId())
          .isNotEmpty();
    }
    assertThat(days.of(NIS)).isEmpty();
  }

  private LegalClock start(String programme, String occurrence) {
    return start(programme, "commission-rules", occurrence);
  }

  private LegalClock start(String programme, String step, String occurrence) {
    return clocks.start(
        "contrat-de-quartier", programme, step, occurrence, LocalDate.of(2072, 3, 1));
  }

  private Worksheet.Section section() {
    return edits.worksheet("Task_ConfirmMunicipalProfile").sections(SUBJECT).stream()
        .filter(s -> s.name().equals("closing-days"))
        .findFirst()
        .orElseThrow();
  }

  private void close(String from, String until, String name) {
    make("closing-days", typed(from, until, name));
  }

  private static Map<String, String> typed(String from, String until, String name) {
    return Map.of("closedFrom", from, "closedUntil", until, "closingName", name);
  }

  private void make(String edit, Map<String, String> values) {
    Actors.as(
        UCCLE,
        () -> {
          edits.make(edit, SUBJECT, values);
          return true;
        });
  }

  private String refused(String from, String until, String name) {
    return refusal(() -> close(from, until, name));
  }

  /** The fields and sentences of a refusal. */
  private String refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable what) {
    Throwable thrown = org.assertj.core.api.Assertions.catchThrowable(what);
    assertThat(thrown).isInstanceOf(Refusal.class);
    return ((Refusal) thrown)
        .violations().stream()
            .flatMap(v -> Stream.of(v.field(), messages.say(v)))
            .reduce("", (a, b) -> a + " " + b);
  }
}
