package org.trame.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.trame.deadline.process.TimeLimitChecks;
import org.trame.regime.RuleFault;
import org.trame.regime.process.RuleTableChecks;
import org.trame.workflow.ModelFile;

/** Time limits that no clock could count are refused with one sentence: file, row, reason. */
class TimeLimitChecksTests {

  private static final String FILE = "bpmn/regimes/essai/EssaiTimeLimits.dmn";
  private static final String LIFECYCLE = "bpmn/regimes/essai/Essai.bpmn";
  private static final String REFUSED = "La table de règles " + FILE + " est refusée";
  private static final List<String> NUMBERS = List.of("amount", "extensions");

  static Stream<Arguments> mistakes() {
    return Stream.of(
        arguments("unit", "WEEK", "l’unité « WEEK » n’est pas connue"),
        arguments("amount", "0", "le délai « 0 DAY » est hors des bornes"),
        arguments("amount", "18301", "le délai « 18301 DAY » est hors des bornes"),
        arguments(
            "calendar",
            "be-flanders",
            "le calendrier « be-flanders » n’est pas connu (be, be-brussels, be-wallonia, fr)"),
        arguments("rollsForward", "", "il faut dire si la fin est reportée"),
        arguments(
            "startsWith", "", "l’événement qui fait courir le délai, «  », n’est pas un code"),
        arguments(
            "notCounted",
            "07-16-08-15",
            "« 07-16-08-15 » n’est pas une période comme « 07-16..08-15 »"),
        arguments(
            "notCounted",
            "02-01..02-30",
            "« 02-01..02-30 » n’est pas faite de jours qui existent chaque année"),
        arguments(
            "notCounted",
            "01-01..06-30, 07-01..12-31",
            "« 01-01..06-30, 07-01..12-31 » laisse trop peu de jours dans l’année"),
        arguments(
            "suspendedBy",
            "remarks sent",
            "les événements qui suspendent, « remarks sent », ne sont pas des codes"),
        arguments(
            "resumption", "CONTINUE", "rien ne suspend le délai, mais la reprise est « CONTINUE »"),
        arguments(
            "extension",
            "40 DAY",
            "une prolongation dit sa durée, qui l’accorde et combien de fois, ou rien"),
        arguments("silence", "YES", "l’effet du silence « YES » n’est pas connu"),
        arguments("holder", "holder", "« holder », qui doit agir, n’est pas un rôle"),
        arguments("holder", "mayor", "« mayor », qui doit agir, n’est pas un rôle"),
        arguments(
            "warn",
            "ten holder",
            "« ten holder », parmi les rappels, n’est pas un nombre de jours et un rôle"),
        arguments("warn", "3 holder, 3 holder", "« 3 holder » y est deux fois, parmi les rappels"),
        arguments(
            "escalation",
            "0 holder, 3 mayor",
            "« 3 mayor », parmi les retards, n’est pas un nombre de jours et un rôle"),
        arguments(
            "escalation",
            "5 holder, 3 alderman",
            "les jours de l’échelle « 5 holder, 3 alderman » ne montent pas"),
        arguments(
            "changeableBy", "EVERYBODY", "« EVERYBODY » ne dit pas qui peut changer la ligne"),
        arguments(
            "changeableBy",
            "NOBODY",
            "la source est une pratique locale, quelqu’un peut donc la changer"),
        arguments(
            "source",
            "Ordonnance du 14 mai 1998, art. 6",
            "la source n’est pas une pratique locale, personne ne peut donc changer la ligne"),
        arguments("sourceNl", "", "la source manque en néerlandais, colonne « sourceNl »"),
        arguments(
            "sourceNl",
            "Ordonnantie van 14 mei 1998, art. 6",
            "les deux sources ne disent pas la même chose d’une pratique locale"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("mistakes")
  void aCellThatMeansNothingIsRefused(String column, String value, String reason) {
    Map<String, String> row = row("vote");
    row.put(column, value);
    assertThat(ofRegime(table(row)))
        .first()
        .isEqualTo(REFUSED + ", ligne 1 : étape « vote », " + reason + ".");
  }

  @Test
  void aStepIsACode() {
    assertThat(ofRegime(table(row("Vote du conseil"))))
        .singleElement()
        .asString()
        .contains("n’est pas un code comme « council-vote »");
  }

  static Stream<Map<String, String>> understood() {
    return Stream.of(
        Map.of("suspendedBy", "remarks-sent, request", "resumption", "RESTART"),
        Map.of("extension", "2 MONTH", "extendedBy", "alderman", "extensions", "1"),
        Map.of("notCounted", "12-24..01-02, 02-29..02-29"),
        Map.of("changeableBy", "NOBODY", "source", "Loi, art. 1", "sourceNl", "Wet, art. 1"),
        Map.of("warn", "", "escalation", ""));
  }

  @ParameterizedTest
  @MethodSource("understood")
  void whatClocksCanCountIsAccepted(Map<String, String> cells) {
    Map<String, String> row = row("vote");
    row.putAll(cells);
    assertThat(ofRegime(table(row))).isEmpty();
  }

  @Test
  void anExtensionIsATermWithinBoundsAndGrantedByARole() {
    Map<String, String> row = row("vote");
    row.putAll(Map.of("extension", "40 jours", "extendedBy", "alderman", "extensions", "1"));
    assertThat(ofRegime(table(row)))
        .singleElement()
        .asString()
        .contains("la prolongation « 40 jours » n’est pas comprise");
    row.putAll(Map.of("extension", "601 MONTH", "extendedBy", "holder"));
    assertThat(ofRegime(table(row)))
        .hasSize(2)
        .anyMatch(s -> s.contains("la prolongation « 601 MONTH » est hors des bornes"))
        .anyMatch(s -> s.contains("« holder », qui accorde la prolongation, n’est pas un rôle"));
  }

  @Test
  void aMissingColumnIsRefused() {
    Map<String, String> row = row("vote");
    row.remove("silence");
    assertThat(ofRegime(table(row))).containsExactly(REFUSED + " : la colonne « silence » manque.");
  }

  @Test
  void everyStepThatTheLifecycleReachesHasARow() {
    ModelFile called =
        process("bpmn/phases/Phase.bpmn", "", "<camunda:property name='timeLimit' value='plan'/>");
    ModelFile lifecycle =
        process(LIFECYCLE, "<bpmn:callActivity id='c' calledElement='Phase'/>" + asks("vote"), "");
    assertThat(faults(table(row("vote")), called, lifecycle))
        .containsExactly(
            REFUSED + " : aucune ligne pour l’étape « plan », que demande bpmn/phases/Phase.bpmn.");
    assertThat(faults(table(row("plan")), called, lifecycle))
        .containsExactly(
            REFUSED + " : aucune ligne pour l’étape « vote », que demande " + LIFECYCLE + ".");
    assertThat(faults(table(row("vote"), row("plan")), called, lifecycle)).isEmpty();
    assertThat(faults(called, lifecycle))
        .containsExactly(REFUSED + " : elle manque, le processus « Essai » demande des délais.");
  }

  @Test
  void aProcessThatNoLifecycleCallsServesTheRegimesThatKnowIt() {
    ModelFile lifecycle = process(LIFECYCLE, "", "");
    ModelFile round = process("bpmn/phases/Round.bpmn", asks("first") + asks("second"), "");
    assertThat(faults(table(row("vote")), lifecycle, round))
        .hasSize(2)
        .first()
        .asString()
        .contains("aucune ligne pour l’étape « first », que demande bpmn/phases/Round.bpmn");
    assertThat(faults(table(row("first")), lifecycle, round))
        .singleElement()
        .asString()
        .contains("« second »");
    assertThat(faults(table(row("first"), row("second")), lifecycle, round)).isEmpty();
  }

  @Test
  void aStepThatAnotherTableNamesHasARow() {
    ModelFile lifecycle = process(LIFECYCLE, "", "");
    assertThat(faults(table(row("vote")), lifecycle, law("vote"))).isEmpty();
    assertThat(faults(table(row("vote")), lifecycle, law("veto")))
        .containsExactly(
            "La table de règles bpmn/law/Acts.dmn est refusée, ligne 1 : aucune table de délais n’a"
                + " de ligne pour l’étape « veto ».");
  }

  private static ModelFile law(String step) {
    return file(
        "bpmn/law/Acts.dmn",
        """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="d" name="d" namespace="n">
        <decision id="Acts" name="Acts" camunda:historyTimeToLive="1"><decisionTable id="t" hitPolicy="UNIQUE">
        <input id="i"><inputExpression id="e" typeRef="string"><text>kind</text></inputExpression></input>
        <output id="o1" name="step" typeRef="string"/><output id="o2" name="source" typeRef="string"/>
        <rule id="r"><inputEntry id="c1"><text>"budget"</text></inputEntry>
        <outputEntry id="c2"><text>"%s"</text></outputEntry><outputEntry id="c3"><text>"Loi"</text></outputEntry></rule>
        </decisionTable></decision></definitions>
        """
            .formatted(step));
  }

  @Test
  void aTableOfNoRegimeIsRefused() {
    assertThat(faults(table(row("vote"))))
        .containsExactly(REFUSED + " : aucun processus ne s’appelle « Essai ».");
  }

  private static List<String> ofRegime(ModelFile table) {
    return faults(table, process(LIFECYCLE, "", ""));
  }

  private static List<String> faults(ModelFile... models) {
    return new RuleTableChecks(List.of(new TimeLimitChecks()))
        .faults(List.of(models)).stream().map(RuleFault::sentence).toList();
  }

  private static Map<String, String> row(String step) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("step", step);
    row.put("amount", "30");
    row.put("unit", "DAY");
    row.put("calendar", "be-brussels");
    row.put("rollsForward", "true");
    row.put("startsWith", "task-opened");
    row.put("notCounted", "07-16..08-15");
    row.put("suspendedBy", "");
    row.put("resumption", "");
    row.put("extension", "");
    row.put("extendedBy", "");
    row.put("extensions", "0");
    row.put("silence", "NONE");
    row.put("holder", "coordinator");
    row.put("warn", "10 holder, 3 holder");
    row.put("escalation", "0 holder, 0 department-head, 5 alderman");
    row.put("changeableBy", "MUNICIPALITY");
    row.put("source", "Pratique locale");
    row.put("sourceNl", "Lokale praktijk");
    return row;
  }

  @SafeVarargs
  private static ModelFile table(Map<String, String>... rows) {
    StringBuilder dmn =
        new StringBuilder(
            """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="d" name="d" namespace="n">
            <decision id="EssaiTimeLimits" name="Essai" camunda:historyTimeToLive="1">
            <decisionTable id="t" hitPolicy="UNIQUE">
            <input id="i"><inputExpression id="e" typeRef="string"><text>step</text></inputExpression></input>
            """);
    List<String> columns = new ArrayList<>(rows[0].keySet());
    for (String column : columns.subList(1, columns.size())) {
      dmn.append(
          "<output id=\"o_%1$s\" name=\"%1$s\" typeRef=\"%2$s\"/>".formatted(column, type(column)));
    }
    for (int r = 0; r < rows.length; r++) {
      dmn.append("<rule id=\"r%d\">".formatted(r));
      for (String column : columns) {
        String value = rows[r].get(column);
        boolean quoted = type(column).equals("string") && !value.isEmpty();
        dmn.append(
            "<%1$s id=\"c%2$d_%3$s\"><text>%4$s</text></%1$s>"
                .formatted(
                    column.equals("step") ? "inputEntry" : "outputEntry",
                    r,
                    column,
                    quoted ? "\"" + value + "\"" : value));
      }
      dmn.append("</rule>");
    }
    return file(FILE, dmn.append("</decisionTable></decision></definitions>").toString());
  }

  private static String type(String column) {
    return NUMBERS.contains(column)
        ? "integer"
        : column.equals("rollsForward") ? "boolean" : "string";
  }

  private static String asks(String step) {
    return "<bpmn:serviceTask id='%1$s' camunda:expression=\"${limits.due(execution, '%1$s')}\"/>"
        .formatted(step);
  }

  private static ModelFile process(String file, String elements, String property) {
    String id = file.replaceAll(".*/|\\.bpmn", "");
    return file(
        file,
        """
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="n">
        <bpmn:process id="%s" isExecutable="true">%s
        <bpmn:userTask id="u"><bpmn:extensionElements><camunda:properties>%s</camunda:properties></bpmn:extensionElements></bpmn:userTask>
        </bpmn:process></bpmn:definitions>
        """
            .formatted(id, elements, property));
  }

  private static ModelFile file(String name, String content) {
    return new ModelFile(name, content.getBytes(StandardCharsets.UTF_8));
  }
}
