package org.trame.scenario;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.FileSystemResource;
import org.trame.platform.StartupFailure;
import org.trame.platform.Terminal;
import org.trame.workflow.TrameClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code trame play scenarios/blyckaerts-matonge.yaml}. */
@Command(
    name = "play",
    description = "Joue un scénario en temps simulé et vérifie ce qu'il attend.",
    mixinStandardHelpOptions = true)
public final class PlayCommand implements Callable<Integer> {

  /** Everything held. */
  static final int HELD = 0;

  /** Something was not as expected. */
  static final int FAILED = 1;

  /** The scenario is not understood. */
  static final int NOT_UNDERSTOOD = 2;

  /** The engine's web parts do not notice by themselves that nothing is served. */
  static final String WEB_ONLY =
      "org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration,"
          + "org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappAutoConfiguration";

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private static final Logger LOG = LoggerFactory.getLogger(PlayCommand.class);

  private final Class<?> application;

  @Parameters(paramLabel = "FICHIER", description = "Le scénario (voyez docs/scenarios.md).")
  private Path file;

  @Option(
      names = "--database",
      description =
          "Joue dans la base de données configurée, au lieu d'une base vide qui disparaît ensuite.")
  private boolean database;

  @Option(
      names = "--today",
      paramLabel = "AAAA-MM-JJ",
      description = "Le jour que désigne « today » (par défaut, aujourd'hui).")
  private LocalDate today;

  /**
   * @param application the application whose context plays
   */
  public PlayCommand(Class<?> application) {
    this.application = application;
  }

  @Override
  public Integer call() {
    Scenario scenario;
    try {
      if (!Files.isRegularFile(file)) {
        throw new StartupFailure("Le scénario " + file + " n'existe pas.");
      }
      scenario = ScenarioReader.read(new FileSystemResource(file));
    } catch (ScenarioError e) {
      return notUnderstood(e);
    }
    ConfigurableApplicationContext context;
    try {
      context = start();
    } catch (RuntimeException reported) {
      return FAILED;
    }
    try (context) {
      return play(context.getBean(Player.class), scenario);
    } catch (ScenarioError e) {
      return notUnderstood(e);
    } catch (ScenarioFailure e) {
      Terminal.error(e.problem().toString());
      LOG.debug("Scenario failed", e);
      return FAILED;
    }
  }

  private int play(Player player, Scenario scenario) {
    long began = System.nanoTime();
    LocalDate day = today == null ? LocalDate.now(TrameClock.BRUSSELS) : today;
    Narration narration = new Narration(Terminal::print, Ansi.AUTO);
    Player.Outcome outcome = player.play(scenario, narration, day);
    narration.end(
        String.format(
            Locale.FRENCH,
            "Tout s'est passé comme attendu : %d pas, %d refus attendus, %d attentes vérifiées,"
                + " du %s au %s, en %.1f s.",
            outcome.steps(),
            outcome.refusals(),
            outcome.held(),
            DAY.format(outcome.from()),
            DAY.format(outcome.to()),
            (System.nanoTime() - began) / 1e9));
    return HELD;
  }

  private static int notUnderstood(ScenarioError error) {
    error.problems().forEach(problem -> Terminal.error(problem.toString()));
    return NOT_UNDERSTOOD;
  }

  /** Command line arguments win over every other configuration. */
  private ConfigurableApplicationContext start() {
    return new SpringApplicationBuilder(application)
        .web(WebApplicationType.NONE)
        .logStartupInfo(false)
        .run(
            "--trame.database.throw-away=" + !database,
            "--trame.demo=false",
            "--trame.demo-accounts=" + !database,
            "--trame.demo-certificates=true",
            "--camunda.bpm.job-execution.enabled=false",
            "--trame.mail.dispatch=false",
            "--spring.autoconfigure.exclude=" + WEB_ONLY);
  }
}
