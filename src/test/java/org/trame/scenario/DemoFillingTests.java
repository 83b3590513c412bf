package org.trame.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trame.TrameApplication;
import org.trame.deadline.Notices;
import org.trame.due.Due;
import org.trame.due.DueList;
import org.trame.due.When;
import org.trame.workflow.OpenTask;
import org.trame.workflow.TrameClock;
import org.trame.workflow.Workflows;

/** The demonstration in a database of its own: filled once, whole, with work for everybody. */
@Tag("own-jvm")
class DemoFillingTests {

  private static final String SMALL = "--trame.demo-scenarios=scenarios/small-demo";

  @Test
  void leavesWorkForEveryDemoAccount() {
    try (ConfigurableApplicationContext context = start("--trame.database.throw-away=true")) {
      Cast cast = context.getBean(Cast.class);
      Workflows workflows = context.getBean(Workflows.class);
      for (String account :
          List.of(
              "coordinateur",
              "coordinatrice-wallonne",
              "secretaire",
              "habitant",
              "association",
              "cpas",
              "region",
              "ministre",
              "evaluateur")) {
        assertThat(workflows.openTasksFor(cast.actor(account))).as(account).isNotEmpty();
      }
      for (String account : List.of("auditeur", "admin")) {
        assertThat(workflows.openTasksFor(cast.actor(account))).as(account).isEmpty();
      }
      var now = context.getBean(TrameClock.class).instant();
      assertThat(workflows.openTasksFor(cast.actor("region")))
          .extracting(OpenTask::since)
          .allMatch(since -> !since.isAfter(now));
      assertThat(phases(context)).hasSizeGreaterThanOrEqualTo(5);
    }
  }

  /**
   * A Monday; a Sunday that begins a year; the last day of a month, on which nothing can be due
   * this month, in a leap year.
   */
  @ParameterizedTest
  @CsvSource({"2026-11-23, true", "2040-01-01, true", "2052-02-29, false"})
  void isPlayedWholeAndShowsDueDatesOfEveryKindWhateverTheDay(
      LocalDate today, boolean moreOfTheMonth) throws IOException {
    try (ConfigurableApplicationContext context =
        run(
            "--trame.demo=false",
            "--trame.demo-accounts=true",
            "--trame.demo-certificates=true",
            "--trame.database.throw-away=true")) {
      LocalDateTime now = today.atTime(14, 0);
      Map<String, Player.Outcome> played = context.getBean(DemoFilling.class).fill(now);
      assertThat(played.keySet()).containsExactlyElementsOf(shipped());
      assertThat(played.values())
          .allSatisfy(
              outcome -> {
                assertThat(outcome.held()).isPositive();
                assertThat(outcome.to()).isBefore(today.atStartOfDay());
              });
      TrameClock clock = context.getBean(TrameClock.class);
      clock.moveTo(now.atZone(TrameClock.BRUSSELS).toInstant());
      Cast cast = context.getBean(Cast.class);
      List<Due> due = cast.onPages(cast.actor("coordinateur"), context.getBean(DueList.class)::all);
      assertThat(due)
          .filteredOn(Due::mine)
          .extracting(Due::when)
          .contains(When.OVERDUE)
          .containsAnyOf(When.TODAY, When.THIS_WEEK);
      assertThat(due).extracting(Due::when).contains(When.SUSPENDED, When.LATER);
      if (moreOfTheMonth) {
        assertThat(due).extracting(Due::when).contains(When.THIS_MONTH);
      }
      assertThat(due).anyMatch(d -> !d.clock().extensions().isEmpty());
      Due overdue = due.get(0);
      assertThat(context.getBean(Notices.class).climbed(overdue.clock()))
          .contains("holder", "department-head");
      assertThat(cast.onPages(cast.actor("chef"), context.getBean(DueList.class)::mine))
          .extracting(Due::id)
          .contains(overdue.id());
      Map<String, String> told =
          context
              .getBean(JdbcClient.class)
              .sql(
                  "select p.name, v.late from trame.backplan_verdict v join trame.programme p on p.id = v.programme")
              .query((row, n) -> Map.entry(row.getString(1), String.valueOf(row.getBoolean(2))))
              .list()
              .stream()
              .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
      assertThat(told).containsExactly(Map.entry("Maelbeek-Étangs", "true"));
      assertThat(sittings(context))
          .isNotEmpty()
          .allMatch(d -> d.getDayOfWeek() == DayOfWeek.THURSDAY);
    }
  }

  private static List<String> shipped() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("scenarios/demo"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static List<LocalDate> sittings(ConfigurableApplicationContext context) {
    return context
        .getBean(JdbcClient.class)
        .sql("select sitting_on from trame.council_sitting_date")
        .query(LocalDate.class)
        .list();
  }

  private static List<String> phases(ConfigurableApplicationContext context) {
    return context
        .getBean(JdbcClient.class)
        .sql("select distinct phase from trame.programme")
        .query(String.class)
        .list();
  }

  @Test
  void isFilledOnceAndBeginsAgainWhenItWasCutShort() {
    List<String> sameDatabase = new ArrayList<>();
    try (ConfigurableApplicationContext context =
        start("--trame.database.throw-away=true", SMALL)) {
      assertThat(rounds(context)).isOne();
      assertThat(unfinished(context)).isZero();
      for (String name : List.of("url", "username", "password")) {
        String property = "spring.datasource." + name;
        sameDatabase.add("--" + property + "=" + context.getEnvironment().getProperty(property));
      }
    }
    sameDatabase.add(SMALL);
    try (ConfigurableApplicationContext context = start(sameDatabase.toArray(String[]::new))) {
      assertThat(rounds(context)).as("a second start fills nothing in").isOne();
      jdbc(context).sql("update trame.demo_filling set finished_at = null").update();
      jdbc(context)
          .sql(
              "insert into trame.ledger_entry (subject, at, actor, by_system, act, details) values"
                  + " ('left-behind', now(), 'x', true, 'x', '{}')")
          .update();
    }
    try (ConfigurableApplicationContext context = start(sameDatabase.toArray(String[]::new))) {
      assertThat(rounds(context)).isOne();
      assertThat(unfinished(context)).isZero();
      assertThat(
              count(
                  context, "select count(*) from trame.ledger_entry where subject = 'left-behind'"))
          .as("what the cut filling left behind is gone")
          .isZero();
      assertThat(count(context, "select count(*) from camunda.act_ru_task")).isOne();
    }
  }

  private static JdbcClient jdbc(ConfigurableApplicationContext context) {
    return context.getBean(JdbcClient.class);
  }

  private static int rounds(ConfigurableApplicationContext context) {
    return count(context, "select count(*) from trame.selection_round");
  }

  private static int unfinished(ConfigurableApplicationContext context) {
    return count(context, "select count(*) from trame.demo_filling where finished_at is null");
  }

  private static int count(ConfigurableApplicationContext context, String sql) {
    return jdbc(context).sql(sql).query(Integer.class).single();
  }

  private static ConfigurableApplicationContext start(String... arguments) {
    return run(
        Stream.concat(Stream.of("--trame.demo=true"), Stream.of(arguments)).toArray(String[]::new));
  }

  private static ConfigurableApplicationContext run(String... arguments) {
    String[] all =
        Stream.concat(
                Stream.of(
                    "--camunda.bpm.job-execution.enabled=false",
                    "--spring.autoconfigure.exclude=" + PlayCommand.WEB_ONLY),
                Stream.of(arguments))
            .toArray(String[]::new);
    return new SpringApplicationBuilder(TrameApplication.class)
        .web(WebApplicationType.NONE)
        .logStartupInfo(false)
        .run(all);
  }
}
