package org.trame.duecommand;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The command {@code due}: what it prints and its exit code, without any context. */
class DueCommandTests {

  private static final String REGIME = DueRun.REGIMES.all().get(0);

  private DueRun run;

  @Test
  void saysEachDaySkippedAndWhy() {
    assertThat(due("--limit", "15 working days", "--from", "2026-12-18", "--calendar", "be"))
        .isZero();
    assertThat(lines()).first().isEqualTo("2027-01-12 : mardi 12 janvier 2027");
    assertThat(lines())
        .contains(
            "Le délai commence le vendredi 18 décembre 2026. Ce jour ne compte pas.",
            "Le vendredi 25 décembre 2026 ne compte pas : jour férié, Noël.",
            "Le vendredi 1er janvier 2027 ne compte pas : jour férié, Nouvel An.",
            "Le dimanche 10 janvier 2027 ne compte pas : fin de semaine.")
        .endsWith(
            "Échéance : le mardi 12 janvier 2027. Un acte accompli ce jour-là est dans le délai.");
    assertThat(complaint()).isEmpty();
  }

  @Test
  void asksTheRuleOfAStep() throws IOException {
    assertThat(
            due(
                "--regime",
                REGIME,
                "--step",
                "regional-approval",
                "--from",
                "2026-07-10",
                "--suspended",
                "2026-07-20..2026-08-03",
                "--format",
                "json"))
        .isZero();
    JsonNode answer = new ObjectMapper().readTree(text());
    assertThat(answer.path("due").asText()).isEqualTo("2026-09-23");
    assertThat(answer.path("basis").asText()).startsWith("Pratique locale : l’ordonnance de 1993");
    assertThat(answer.path("regime").asText()).isEqualTo(REGIME);
    assertThat(answer.path("step").asText()).isEqualTo("regional-approval");
    assertThat(answer.path("limit").asText()).isEqualTo("60 days");
    assertThat(answer.path("calendar").asText()).isEqualTo("be-brussels");
    assertThat(answer.path("from").asText()).isEqualTo("2026-07-10");
    assertThat(answer.path("steps").findValuesAsText("kind"))
        .containsExactly("START", "COUNT", "SUSPENDED", "DUE");
    JsonNode suspended = answer.path("steps").get(2);
    assertThat(suspended.path("from").asText()).isEqualTo("2026-07-20");
    assertThat(suspended.path("to").asText()).isEqualTo("2026-08-03");
    assertThat(suspended.path("text").asText()).contains("15 jours", "a envoyé des remarques");
  }

  @Test
  void speaksDutch() {
    due("--regime", REGIME, "--step", "supervision-budget", "--from", "2026-07-10", "--lang", "nl");
    assertThat(text())
        .startsWith("2026-08-19 : woensdag 19 augustus 2026")
        .contains("De termijn begint op vrijdag 10 juli 2026: het dossier wordt ontvangen.")
        .contains("Bron: Ordonnantie van 14 mei 1998, art. 14");
  }

  @ParameterizedTest
  @CsvSource({
    "--suspended 2026-03-10..2026-03-19,2026-04-10",
    "--suspended 2026-03-10..2026-03-19 --suspended 2026-03-15..2026-03-24,2026-04-15",
    "--suspended 2026-03-10..2026-03-19 --restart,2026-04-19",
    "--extended 10_days,2026-04-10",
    "--extended 10_days --extended 1_month,2026-05-10",
    "--not-counted 03-10..03-19,2026-04-10",
    "--roll-forward --closed 2026-03-31,2026-04-01",
    "--roll-forward,2026-03-31",
    "--calendar be-wallonia,2026-03-31"
  })
  void everyOptionCounts(String options, String date) {
    List<String> all = new ArrayList<>(List.of("--limit", "30 days", "--from", "2026-03-01"));
    Arrays.stream(options.split(" ")).map(o -> o.replace('_', ' ')).forEach(all::add);
    assertThat(due(all.toArray(String[]::new))).as(complaint()).isZero();
    assertThat(text()).startsWith(date + " : ");
  }

  @Test
  void anEndOnADayOffNamesTheOptionThatMovesIt() {
    due("--limit", "1 day", "--from", "2026-12-24");
    assertThat(lines()).first().isEqualTo("2026-12-25 : vendredi 25 décembre 2026");
    assertThat(lines())
        .last()
        .isEqualTo(
            "Le vendredi 25 décembre 2026 n’est pas un jour ouvrable ; avec --roll-forward,"
                + " l’échéance passe au lundi 28 décembre 2026.");
  }

  static Stream<Arguments> badInput() {
    String free = "--limit|3 days|--from|2026-03-02|";
    String ruled = "--regime|" + REGIME + "|--from|2026-03-02|--step|";
    return Stream.of(
        Arguments.of("", "quel délai"),
        Arguments.of("--limit|3 days", "Indiquez le jour de l’acte"),
        Arguments.of("--limit|3 days|--from|2026-02-30", "Le jour 2026-02-30 n’existe pas."),
        Arguments.of("--limit|3 days|--from|2026-13-01", "Le jour 2026-13-01 n’existe pas."),
        Arguments.of("--limit|3 days|--from|10/07/2026", "« 10/07/2026 » n’est pas un jour"),
        Arguments.of("--limit|3 days|--from|9999-12-31", "trop loin"),
        Arguments.of("--limit|0 days|--from|2026-03-02", "« 0 days » n’est pas un délai possible"),
        Arguments.of("--limit|-3 days|--from|2026-03-02", "le nombre est entier"),
        Arguments.of("--limit|99999999999 days|--from|2026-03-02", "le nombre est entier"),
        Arguments.of("--limit|51 years|--from|2026-03-02", "50 en ans"),
        Arguments.of(
            "--limit|3 weeks|--from|2026-03-02", "day, working day, clear day, month, year"),
        Arguments.of("--limit|days|--from|2026-03-02", "« days » n’est pas un délai"),
        Arguments.of(
            free + "--calendar|mars", "Calendriers possibles : be, be-brussels, be-wallonia, fr."),
        Arguments.of(free + "--regime|x|--step|y", "--limit ne va pas avec --regime"),
        Arguments.of(
            "--regime|" + REGIME + "|--from|2026-03-02", "--regime et --step vont ensemble"),
        Arguments.of("--regime|none|--step|y|--from|2026-03-02", "Régimes possibles : " + REGIME),
        Arguments.of(ruled + "fly", "Étapes possibles : council-convening, "),
        Arguments.of(ruled + "elaboration|--calendar|be", "--calendar ne va qu’avec --limit"),
        Arguments.of(ruled + "elaboration|--roll-forward", "--roll-forward ne va qu’avec --limit"),
        Arguments.of(free + "--suspended|2026-03-04", "n’est pas une période"),
        Arguments.of(free + "--suspended|2026-03-04..2026-03-03", "avant de commencer"),
        Arguments.of(free + "--suspended|2026-03-01..2026-03-03", "avant le délai lui-même"),
        Arguments.of(
            free + "--suspended|2026-03-06..2026-03-07", "après l’échéance, qui est le 05/03/2026"),
        Arguments.of(free + "--suspended|2026-03-04..2026-02-30", "2026-02-30 n’existe pas"),
        Arguments.of(free + "--restart", "--restart ne va qu’avec --suspended"),
        Arguments.of(free + "--closed|demain", "« demain » n’est pas un jour"),
        Arguments.of(free + "--extended|0 months", "« 0 months » n’est pas un délai possible"),
        Arguments.of(free + "--not-counted|07-16", "n’est pas une période de chaque année"),
        Arguments.of(free + "--not-counted|02-30..03-01", "n’est pas une période de chaque année"),
        Arguments.of(free + "--not-counted|01-01..12-31", "ne finit jamais"),
        Arguments.of(ruled + "elaboration|--extended|1 month", "ne se prolonge pas"),
        Arguments.of(ruled + "supervision-budget|--extended|41 days", "40 jours au plus"),
        Arguments.of(ruled + "supervision-budget|--extended|2 months", "40 jours au plus"),
        Arguments.of(
            ruled + "supervision-budget|--extended|20 days|--extended|20 days", "une seule fois"),
        Arguments.of(free + "--format|xml", "text ou json"),
        Arguments.of(free + "--lang|de", "fr ou nl"),
        Arguments.of(free + "--fly|away", "trame due --help"));
  }

  @ParameterizedTest
  @MethodSource("badInput")
  void refusesBadInputInOneSentence(String arguments, String sentence) {
    assertThat(due(arguments.isEmpty() ? new String[0] : arguments.split("\\|"))).isEqualTo(2);
    assertThat(text()).isEmpty();
    assertThat(complaint()).contains(sentence).doesNotContain("\n", "Exception", "refusal.");
  }

  @Test
  void refusesInDutchToo() {
    assertThat(due("--limit", "3 days", "--from", "2026-02-30", "--lang", "nl")).isEqualTo(2);
    assertThat(complaint()).isEqualTo("De dag 2026-02-30 bestaat niet.");
  }

  private int due(String... arguments) {
    run = DueRun.of(arguments);
    return run.code();
  }

  private String text() {
    return run.text();
  }

  private List<String> lines() {
    return run.lines();
  }

  private String complaint() {
    return run.complaint();
  }
}
