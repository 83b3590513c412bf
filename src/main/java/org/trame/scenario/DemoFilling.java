package org.trame.scenario;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trame.platform.Terminal;
import org.trame.workflow.TrameClock;

/**
 * Fills an empty database with programmes at different stages, by playing the scenarios of the
 * demonstration up to now. It runs before the port serves and before the job executor starts, so
 * nobody works while the time is simulated. A filling that was cut short is noticed by {@link
 * UnfinishedDemo} at the next start.
 */
@Component
class DemoFilling implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(DemoFilling.class);

  private final JdbcClient jdbc;
  private final Player player;
  private final boolean demo;
  private final String folder;
  private boolean running;

  DemoFilling(
      JdbcClient jdbc,
      Player player,
      @Value("${trame.demo:false}") boolean demo,
      @Value("${trame.demo-scenarios:scenarios/demo}") String folder) {
    this.jdbc = jdbc;
    this.player = player;
    this.demo = demo;
    this.folder = folder;
  }

  @Override
  public void start() {
    running = true;
    if (demo && isEmpty()) {
      jdbc.sql("insert into trame.demo_filling (started_at) values (?)").param(now()).update();
      fill(LocalDateTime.now(TrameClock.BRUSSELS));
      jdbc.sql("update trame.demo_filling set finished_at = ?").param(now()).update();
    }
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Before the web server, which starts with the last phases. */
  @Override
  public int getPhase() {
    return 0;
  }

  private static Timestamp now() {
    return Timestamp.from(Instant.now());
  }

  /** Nothing was ever written by anybody, and the demonstration was never filled in. */
  private boolean isEmpty() {
    return jdbc.sql(
            "select not exists (select 1 from trame.demo_filling)"
                + " and not exists (select 1 from trame.ledger_entry)"
                + " and not exists (select 1 from trame.programme)"
                + " and not exists (select 1 from camunda.act_hi_procinst)")
        .query(Boolean.class)
        .single();
  }

  /**
   * Plays every scenario of the demonstration up to this moment.
   *
   * @return what was played to its end, by the name of the file
   */
  Map<String, Player.Outcome> fill(LocalDateTime now) {
    Map<String, Player.Outcome> played = new LinkedHashMap<>();
    List<Resource> files = files();
    for (int n = 0; n < files.size(); n++) {
      long began = System.nanoTime();
      String label = "Démonstration %d/%d".formatted(n + 1, files.size());
      try {
        Scenario scenario = ScenarioReader.read(files.get(n));
        played.put(
            files.get(n).getFilename(),
            player.play(scenario, Narration.silent(), now.toLocalDate(), now));
        Terminal.print(
            String.format(
                Locale.FRENCH,
                "%s : %s (%.1f s)",
                label,
                scenario.name(),
                (System.nanoTime() - began) / 1e9));
      } catch (ScenarioError | ScenarioFailure e) {
        // What was played stays: a demonstration with one programme less is better than no start.
        Terminal.error(label + " interrompue : " + e.getMessage());
        LOG.debug("Demo scenario failed", e);
      }
    }
    return played;
  }

  private List<Resource> files() {
    try {
      return Arrays.stream(
              new PathMatchingResourcePatternResolver()
                  .getResources("classpath:" + folder + "/*.yaml"))
          .map(Resource::getFilename)
          .sorted()
          .map(name -> (Resource) new ClassPathResource(folder + "/" + name))
          .toList();
    } catch (FileNotFoundException noFolder) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
