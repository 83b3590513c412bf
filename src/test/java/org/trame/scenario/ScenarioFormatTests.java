package org.trame.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.FileSystemResource;
import org.trame.TrameTest;

/** Whatever is not in the format, or names what does not exist, is refused with its line. */
@TrameTest
class ScenarioFormatTests {

  @Autowired Player player;
  @TempDir Path folder;

  @Test
  void aScenarioHasANameAStartAndSteps() {
    refused("name: Essai\n", "1: Il manque « start ».", "1: Il manque « steps ».");
    refused("", "1: Le fichier est vide.");
    refused("- a\n- b\n", "1: un scénario s'écrit avec des champs « nom: valeur », pas une liste.");
    refused("name: [\n", "2: Ce n'est pas du YAML : ");
  }

  @Test
  void keysAreKnown() {
    refused(
        "name: Essai\nstart: 2026-03-02\ncolour: red\nsteps: []\n",
        "3: « colour » n'existe pas dans un scénario ; possibles : name, start, steps.");
    refusedStep("  - {at: +1 day,\n     whom: region}\n", "5: « whom » n'existe pas dans un pas ;");
    refusedStep("  - expect:\n      weather: fine\n", "5: On ne peut pas attendre « weather » ;");
    refusedStep(
        "  - {who: region, complete: Task_RecordVote,\n     complete: Task_RecordVote}\n",
        "5: « complete » est écrit deux fois.");
  }

  @Test
  void datesAreDates() {
    refused(
        "name: Essai\nstart: demain\nsteps: []\n", "2: « demain » n'est pas un moment : écrivez");
    refused(
        "name: Essai\nstart: +3 days\nsteps: []\n",
        "2: Le début d'un scénario est un jour ou « today »");
    refusedStep("  - at: 3 days\n", "4: « 3 days » n'est pas un moment");
    refusedStep(
        "  - expect:\n      due: {Task_RecordVote: bientôt}\n",
        "5: « bientôt » n'est ni une date ni un état de délai.");
  }

  @Test
  void timeDoesNotGoBack() {
    refusedStep(
        "  - at: +3 days\n  - at: 2026-03-03\n", "5: Le temps ne recule pas : ce pas est le");
  }

  @Test
  void aStepDoesOneThing() {
    refusedStep(
        "  - {who: region, edit: seat, complete: Task_RecordVote}\n",
        "4: Un pas fait une seule chose, pas : complete, edit");
    refusedStep("  - {complete: Task_RecordVote}\n", "4: Il manque « who ».");
    refusedStep("  - {who: region}\n", "4: « who » accompagne start, complete ou edit.");
    refusedStep("  - demain\n", "4: Un pas s'écrit avec des champs");
  }

  @Test
  void tasksProcessesEditsAndActivitiesExist() {
    refusedStep(
        "  - {who: secretaire, complete: Task_RecordVotes}\n",
        "4: La tâche « Task_RecordVotes » n'existe pas ; possibles : Task_RecordVote");
    refusedStep("  - {who: region, start: Selektion}\n", "4: Le processus « Selektion » n'existe");
    refusedStep(
        "  - who: region\n    edits:\n      nothing: [{a: 1}]\n",
        "6: L'écriture « nothing » n'existe pas");
    refusedStep(
        "  - expect: {tasks: [Task_Nothing]}\n", "4: La tâche « Task_Nothing » n'existe pas");
    refusedStep(
        "  - expect: {phase: Phase_Nothing}\n",
        "4: L'élément « Phase_Nothing » n'est dans aucun diagramme.");
    refusedStep(
        "  - expect: {history: Task_Nothing}\n",
        "4: L'élément « Task_Nothing » n'est dans aucun diagramme.");
    refusedStep("  - expect: {state: DONE}\n", "4: L'état « DONE » n'existe pas");
    refusedStep(
        "  - expect: {clock: {council-votes: MET}}\n", "4: Le délai « council-votes » n'existe");
    refusedStep(
        "  - expect: {ledger: council-closed}\n", "4: L'acte « council-closed » n'existe pas.");
  }

  @Test
  void accountsExist() {
    refusedStep(
        "  - {who: personne, complete: Task_RecordVote}\n",
        "4: Le compte « personne » n'existe pas");
  }

  @Test
  void fieldsExist() {
    refusedStep(
        "  - {who: secretaire, complete: Task_RecordVote,\n     with: {votes: 12}}\n",
        "5: Le champ « votes » n'existe pas dans Task_RecordVote ; possibles : membersPresent,");
    refusedStep(
        "  - {who: secretaire, complete: Task_RecordVote,\n     with: {votesFor: [1, 2]}}\n",
        "5: Le champ « votesFor » prend une valeur, pas une liste.");
  }

  @Test
  void whatIsWrongInAPartIsSaidWithItsOwnLineAndItsCaller() throws IOException {
    write("part.yaml", "name: Partie\nsteps:\n  - {who: secretaire, complete: Task_Nothing}\n");
    assertThat(problems("name: Essai\nstart: 2026-03-02\nsteps:\n  - play: part.yaml\n"))
        .singleElement()
        .asString()
        .startsWith(folder + "/part.yaml:3 (joué par " + folder + "/essai.yaml:4) : La tâche");
  }

  @Test
  void partsHaveParameters() throws IOException {
    write(
        "part.yaml",
        """
        name: Partie
        parameters: {task: , days: 3}
        steps:
          - {at: "+${days} days", who: secretaire, complete: "${task}"}
          - chapter: ${nothing}
        """);
    refusedStep("  - play: part.yaml\n", "Le paramètre « task » doit être donné.");
    refusedStep(
        "  - {play: part.yaml, with: {task: T, colour: red}}\n",
        "Cette partie n'a pas de paramètre « colour ».");
    refusedStep(
        "  - {play: part.yaml, with: {task: T}}\n", "Le paramètre « nothing » est inconnu.");
    refusedStep("  - {play: none.yaml}\n", "Le fichier ");
    write("part.yaml", "name: Partie\nsteps:\n  - play: part.yaml\n");
    refusedStep("  - play: part.yaml\n", "s'appellent l'un l'autre sans fin.");
  }

  private void refusedStep(String step, String... sentences) {
    refused("name: Essai\nstart: 2026-03-02\nsteps:\n" + step, sentences);
  }

  /** Each sentence is {@code line: words}, or words alone. */
  private void refused(String yaml, String... sentences) {
    List<String> problems = problems(yaml);
    for (String sentence : sentences) {
      String written =
          sentence.matches("\\d+: .*")
              ? "essai.yaml:" + sentence.replaceFirst(": ", " : ")
              : sentence;
      assertThat(problems).as(yaml).anySatisfy(p -> assertThat(p).contains(written));
    }
  }

  private List<String> problems(String yaml) {
    Path file = write("essai.yaml", yaml);
    List<String> problems = new java.util.ArrayList<>();
    assertThatThrownBy(
            () ->
                player.play(
                    ScenarioReader.read(new FileSystemResource(file)),
                    Narration.silent(),
                    LocalDate.of(2026, 11, 20)))
        .as(yaml)
        .asInstanceOf(type(ScenarioError.class))
        .satisfies(e -> e.problems().forEach(p -> problems.add(p.toString())));
    return problems;
  }

  private Path write(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
