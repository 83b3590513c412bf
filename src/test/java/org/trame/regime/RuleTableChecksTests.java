package org.trame.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.trame.platform.StartupFailure;
import org.trame.regime.process.RuleTableChecks;
import org.trame.workflow.ModelFile;

/** A table with a mistake is refused with one sentence: file, row, reason. */
class RuleTableChecksTests {

  private static final String FILE = "bpmn/law/Essai.dmn";

  static Stream<Arguments> mistakes() {
    return Stream.of(
        arguments(
            "a row without a source",
            table("UNIQUE", "region string", "'a'|1|'loi'", "'b'|2|''"),
            ", ligne 2 : elle ne dit pas d’où elle vient, la case « source » est vide."),
        arguments(
            "the same text twice",
            table("UNIQUE", "region string", "'a'|1|'loi'", "'b','a'|2|'loi'"),
            ", ligne 2 : elle vaut en même temps que la ligne 1 (region : « a »)."),
        arguments(
            "a row for any text beside a row for one",
            table("UNIQUE", "region string", "'a'|1|'loi'", "-|2|'loi'"),
            ", ligne 2 : elle vaut en même temps que la ligne 1 (region : « a »)."),
        arguments(
            "all but one text, and another",
            table("UNIQUE", "region string", "not('a')|1|'loi'", "'b'|2|'loi'"),
            ", ligne 2 : elle vaut en même temps que la ligne 1 (region : « b »)."),
        arguments(
            "intervals that share a bound",
            table("UNIQUE", "habitants integer", "[1..10]|1|'loi'", "[10..20]|2|'loi'"),
            ", ligne 2 : elle vaut en même temps que la ligne 1 (habitants : 10)."),
        arguments(
            "a comparison over an interval",
            table("UNIQUE", "part double", "< 10|1|'loi'", "[5..20]|2|'loi'"),
            ", ligne 2 : elle vaut en même temps que la ligne 1 (part : entre 5" + " et 10)."),
        arguments(
            "the same answer twice",
            table("UNIQUE", "change boolean", "true|1|'loi'", "true,false|2|'loi'"),
            ", ligne 2 : elle vaut en même temps que la ligne 1 (change : vrai)."),
        arguments(
            "rows that differ in no input",
            table(
                "UNIQUE",
                "region string;habitants integer",
                "'a'|< 10|1|'loi'",
                "'a'|>= 10|2|'loi'",
                "'a','b'|[8..12]|3|'loi'"),
            ", ligne 3 : elle vaut en même temps que la ligne 1 (region : « a », habitants : de 8 à"
                + " 9)."),
        arguments(
            "whole numbers left out",
            table("UNIQUE", "habitants integer", "< 10|1|'loi'", "[15..20]|2|'loi'"),
            " : aucune ligne ne vaut pour habitants : de 10 à 14."),
        arguments(
            "a bound left out",
            table("UNIQUE", "part double", "< 10|1|'loi'", "> 10|2|'loi'"),
            " : aucune ligne ne vaut pour part : 10."),
        arguments(
            "decimals left out",
            table("UNIQUE", "part double", "[0..1]|1|'loi'", "[2..3]|2|'loi'"),
            " : aucune ligne ne vaut pour part : entre 1 et 2."),
        arguments(
            "numbers left out for one text only",
            table(
                "UNIQUE",
                "region string;essai integer",
                "'a'|1|1|'loi'",
                "'a'|2|2|'loi'",
                "'b'|1|1|'loi'",
                "'b'|3|2|'loi'"),
            " : aucune ligne ne vaut pour region : « b », essai : 2."),
        arguments(
            "an answer left out",
            table("UNIQUE", "change boolean", "true|1|'loi'"),
            " : aucune ligne ne vaut pour change : faux."),
        arguments(
            "a combination left out",
            table("UNIQUE", "a boolean;b boolean", "true|-|1|'loi'", "false|true|2|'loi'"),
            " : aucune ligne ne vaut pour a : faux, b : faux."),
        arguments(
            "a declared text left out",
            table("UNIQUE", "region string='a','b'", "'a'|1|'loi'"),
            " : aucune ligne ne vaut pour region : « b »."),
        arguments(
            "a declared number left out",
            table("UNIQUE", "essai integer=>= 1", "[1..3]|1|'loi'"),
            " : aucune ligne ne vaut pour essai : au moins 4."),
        arguments(
            "first wins, without a last row for the rest",
            table("FIRST", "change boolean", "true|1|'loi'", "false|2|'loi'"),
            " : la première ligne qui convient l’emporte, il faut donc une dernière ligne qui vaille"
                + " dans tous les autres cas."),
        arguments(
            "a row that never fires",
            table("FIRST", "change boolean", "true|1|'loi'", "-|2|'loi'", "false|3|'loi'"),
            ", ligne 3 : elle ne vaut jamais, la ligne 2 l’emporte toujours."),
        arguments(
            "a text without quotes",
            table("UNIQUE", "region string", "a|1|'loi'"),
            ", ligne 1 : colonne « region », « a » n’est pas compris, il faut un texte entre"
                + " guillemets."),
        arguments(
            "a text that does not end",
            table("UNIQUE", "region string", "'a|1|'loi'"),
            ", ligne 1 : colonne « region », « \"a » n’est pas compris, il faut un texte entre"
                + " guillemets."),
        arguments(
            "a test that cannot be decided",
            table("UNIQUE", "habitants integer", "> minimum + 1|1|'loi'"),
            ", ligne 1 : colonne « habitants », « > minimum + 1 » n’est pas compris, il faut un"
                + " nombre, une comparaison ou un intervalle."),
        arguments(
            "an interval that ends before it begins",
            table("UNIQUE", "habitants integer", "[20..10]|1|'loi'"),
            ", ligne 1 : colonne « habitants », aucun nombre n’est dans « [20..10] »."),
        arguments(
            "an answer that is none",
            table("UNIQUE", "change boolean", "oui|1|'loi'"),
            ", ligne 1 : colonne « change », « oui » n’est pas compris, il faut true ou false."),
        arguments(
            "an output that is no number",
            table("UNIQUE", "region string", "'a'|sept|'loi'"),
            ", ligne 1 : colonne « nombre », « sept » n’est pas compris, il faut un nombre entier."),
        arguments(
            "an output that is computed",
            table("UNIQUE", "region string", "'a'|1|'loi' + region"),
            ", ligne 1 : colonne « source », « \"loi\" + region » n’est pas compris, il faut un"
                + " texte entre guillemets."),
        arguments(
            "a policy that lets many rows fire",
            table("COLLECT", "region string", "'a'|1|'loi'"),
            " : la règle de choix est COLLECT, il faut UNIQUE ou FIRST."),
        arguments(
            "another expression language",
            table("UNIQUE", "region string", "'a'|1|'loi'")
                .replace("<inputEntry ", "<inputEntry expressionLanguage=\"groovy\" "),
            ", ligne 1 : le langage « groovy » n’est pas compris, il faut FEEL."),
        arguments(
            "an input that is computed",
            table("UNIQUE", "region string", "'a'|1|'loi'")
                .replace("<text>region</text>", "<text>upper case(region)</text>"),
            " : l’entrée « upper case(region) » n’est pas comprise, il faut un nom de donnée."),
        arguments(
            "a type nobody knows",
            table("UNIQUE", "region date", "'a'|1|'loi'"),
            " : le type de la colonne « region » n’est pas connu."),
        arguments(
            "no source column",
            table("UNIQUE", "region string", "'a'|1|'loi'").replace("\"source\"", "\"origine\""),
            " : la colonne « source » manque."),
        arguments(
            "a cell too few",
            table("UNIQUE", "region string", "'a'|1|'loi'", "'b'|1"),
            ", ligne 2 : elle n’a pas autant de cases que la table de colonnes."),
        arguments(
            "a name that is not the file’s",
            table("UNIQUE", "region string", "'a'|1|'loi'").replace("\"Essai\"", "\"Autre\""),
            " : la décision « Autre » ne porte pas le nom du fichier."),
        arguments("no row", table("UNIQUE", "region string"), " : elle n’a aucune ligne."),
        arguments(
            "a file cut short",
            table("UNIQUE", "region string", "'a'|1|'loi'").replace("</definitions>", ""),
            " : ce n’est pas un fichier DMN lisible."),
        arguments("no table", "<definitions/>", " : ce n’est pas un fichier DMN lisible."));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void aMistakeIsRefused(String mistake, String table, String sentence) {
    assertThatThrownBy(() -> new RuleTableChecks(List.of()).check(List.of(file(FILE, table))))
        .isInstanceOf(StartupFailure.class)
        .hasMessage("La table de règles " + FILE + " est refusée" + sentence);
  }

  static Stream<Arguments> wholeTables() {
    return Stream.of(
        arguments("codes", table("UNIQUE", "region string", "'a'|1|'loi'", "'b','c'|2|'loi'")),
        arguments(
            "all but some", table("UNIQUE", "region string", "'a'|1|'loi'", "not('a')|2|'loi'")),
        arguments(
            "half-open intervals",
            table("UNIQUE", "part double", "< 10|1|'loi'", "[10..20[|2|'loi'", ">= 20|3|'loi'")),
        arguments(
            "whole numbers that follow each other",
            table("UNIQUE", "essai integer", "1|1|'loi'", "]1..3]|2|'loi'", "> 3|3|'loi'")),
        arguments(
            "a step in decimals only as a code",
            table("UNIQUE", "part double", "1.5|1|'loi'", "2.5|2|'loi'")),
        arguments(
            "what has a row for the rest",
            table("FIRST", "change boolean;part double", "true|-|1|'loi'", "-|-|2|'loi'")),
        arguments(
            "a comma in a text",
            table("UNIQUE", "region string", "'a, b'|1|'loi, art. 1'", "'a'|2|'loi'")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wholeTables")
  void aWholeTableIsAccepted(String what, String table) {
    assertThat(new RuleTableChecks(List.of()).faults(List.of(file(FILE, table)))).isEmpty();
  }

  @Test
  void twoFilesOfOneNameAreRefused() {
    String table = table("UNIQUE", "region string", "'a'|1|'loi'");
    assertThat(
            new RuleTableChecks(List.of())
                .faults(List.of(file(FILE, table), file("bpmn/regimes/x/Essai.dmn", table))))
        .extracting(RuleFault::sentence)
        .containsExactly(
            "La table de règles bpmn/regimes/x/Essai.dmn est refusée : la table de"
                + " bpmn/law/Essai.dmn porte le même nom.");
  }

  static ModelFile file(String name, String content) {
    return new ModelFile(name, content.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * A table with the outputs {@code nombre} and {@code source}.
   *
   * @param inputs {@code name type=values it is declared complete for;...}
   * @param rows cells with {@code '} for the quotes
   */
  static String table(String policy, String inputs, String... rows) {
    StringBuilder dmn =
        new StringBuilder(
            """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="d" name="d" namespace="n">
            <decision id="Essai" name="Essai" camunda:historyTimeToLive="1">
            <decisionTable id="t" hitPolicy="%s">
            """
                .formatted(policy));
    List<String> columns = Arrays.asList(inputs.split(";"));
    for (String column : columns) {
      String[] declared = column.split("=", 2);
      String[] name = declared[0].split(" ");
      dmn.append(
          "<input id=\"i_%1$s\"><inputExpression id=\"e_%1$s\" typeRef=\"%2$s\"><text>%1$s</text></inputExpression>%3$s</input>"
              .formatted(
                  name[0],
                  name[1],
                  declared.length == 1
                      ? ""
                      : "<inputValues id=\"v_%s\"><text>%s</text></inputValues>"
                          .formatted(name[0], text(declared[1]))));
    }
    dmn.append("<output id=\"o1\" name=\"nombre\" typeRef=\"integer\"/>");
    dmn.append("<output id=\"o2\" name=\"source\" typeRef=\"string\"/>");
    for (int r = 0; r < rows.length; r++) {
      List<String> cells = new ArrayList<>(Arrays.asList(rows[r].split("\\|", -1)));
      dmn.append("<rule id=\"r%d\">".formatted(r));
      for (int c = 0; c < cells.size(); c++) {
        dmn.append(
            "<%1$s id=\"c%2$d_%3$d\"><text>%4$s</text></%1$s>"
                .formatted(
                    c < columns.size() ? "inputEntry" : "outputEntry", r, c, text(cells.get(c))));
      }
      dmn.append("</rule>");
    }
    return dmn.append("</decisionTable></decision></definitions>").toString();
  }

  private static String text(String cell) {
    return Stream.of(cell)
        .map(c -> c.replace("<", "&lt;").replace(">", "&gt;").replace('\'', '"'))
        .collect(Collectors.joining());
  }
}
