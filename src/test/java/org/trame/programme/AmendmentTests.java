package org.trame.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
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
import org.trame.input.Refusal;
import org.trame.language.Messages;
import org.trame.workflow.TrameClock;
import org.trame.workflow.Workflows;
import org.trame.worksheet.Edits;
import org.trame.worksheet.Worksheet;

/** Amendments of a programme approved with 100 000 euros for A1 and 50 000 euros for A2. */
@TrameTest
class AmendmentTests {

  @Autowired Workflows workflows;
  @Autowired TaskService tasks;
  @Autowired FormService forms;
  @Autowired HistoryService history;
  @Autowired Contents contents;
  @Autowired Amendments amendments;
  @Autowired DraftForms draft;
  @Autowired Edits edits;
  @Autowired Messages messages;
  @Autowired Programmes programmes;
  @Autowired TestProgrammes bare;
  @Autowired TrameClock clock;

  private String programme;

  @BeforeEach
  void implemented() {
    clock.moveTo(Instant.parse("2026-03-02T09:00:00Z"));
    programme = bare.bare("Essai d’avenant", "21009");
    draft.elaborate(programme, 2027);
    contents.approve(programme, 1, Map.of());
    programmes.implementUntil(programme, LocalDate.of(2030, 12, 31));
    clock.moveTo(Instant.parse("2027-03-01T09:00:00Z"));
  }

  @AfterEach
  void realTime() {
    clock.release();
  }

  @Test
  void aProgrammeThatIsNotImplementedIsNotAmended() {
    String other = bare.bare("Pas encore approuvé", "21009");
    assertThat(amendments.mayBegin(other)).isFalse();
    refusedStart(other, "en cours de mise en œuvre");
    clock.moveTo(Instant.parse("2031-01-01T09:00:00Z"));
    assertThat(amendments.mayBegin(programme)).isFalse();
    refusedStart(programme, "en cours de mise en œuvre");
  }

  @Test
  void oneAmendmentAtATime() {
    start(programme);
    assertThat(amendments.mayBegin(programme)).isFalse();
    refusedStart(programme, "déjà en cours");
    submit(Map.of("reason", "Sans objet", "withdraw", true));
    assertThat(amendments.mayBegin(programme)).isTrue();
  }

  @Test
  void anAmendmentChangesSomethingAndHasAnObject() {
    start(programme);
    assertThat(notes())
        .contains("Rien n’est changé : modifiez le projet, ou renoncez à l’avenant.");
    refused(described(), "Rien n’est changé");
    draft.line(programme, "A2", 2027, "MUNICIPALITY", "45000.00");
    refused(Map.of("reason", "Retard"), "L’objet de l’avenant est requis");
  }

  @Test
  void anAmendmentLeavesAWholeProgramme() {
    start(programme);
    draft.make(programme, "remove-objective", "id", "O1");
    refused(described(), "n’a pas d’objectif");
  }

  @Test
  void aLightAmendmentIsInForceAtOnce() {
    start(programme);
    draft.make(
        programme,
        "action",
        "id",
        "A2",
        "code",
        "A2",
        "strand",
        4,
        "title",
        "Place Blyckaerts",
        "carrier",
        "Beliris");
    assertThat(notes()).anyMatch(n -> n.startsWith("Avenant léger"));
    submit(described());
    assertThat(amendment().state()).isEqualTo(Amendment.State.IN_FORCE);
    assertThat(amendment().kind()).isEqualTo(Amendment.Kind.LIGHT);
    assertThat(amendment().kindSource()).startsWith("Pratique locale");
    assertThat(contents.approvedVersion(programme)).contains(2);
    assertThat(contents.inForce(programme).orElseThrow().action("A2").orElseThrow().carrier())
        .isEqualTo("Beliris");
    assertThat(tasks.createTaskQuery().processInstanceBusinessKey(programme).count()).isZero();
  }

  @Test
  void anAmendmentThatIsGivenUpChangesNothing() {
    Content before = contents.draft(programme);
    start(programme);
    draft.make(programme, "perimeter", "description", "Ailleurs");
    submit(Map.of("reason", "Plus nécessaire", "withdraw", true));
    assertThat(contents.draft(programme)).isEqualTo(before);
    assertThat(amendment().state()).isEqualTo(Amendment.State.WITHDRAWN);
    assertThat(amendment().outcomeReason()).isEqualTo("Plus nécessaire");
    assertThat(contents.versions(programme)).hasSize(1);
  }

  @Test
  void theTableSaysWhatIsHeavy() {
    Content before = contents.draft(programme);
    start(programme);
    draft.line(programme, "A1", 2027, "REGION", "99999.99");
    assertHeavy("le total à charge d’une source change");
    draft.line(programme, "A1", 2027, "REGION", "89999.99");
    draft.line(programme, "A2", 2027, "REGION", "10000.01");
    // 10 000,01 of 150 000: 6,67 % goes from strand 1 to strand 4.
    assertHeavy("plus de 5 % du budget passent d’un volet à l’autre");
    draft.line(programme, "A1", 2027, "REGION", "92500.00");
    draft.line(programme, "A2", 2027, "REGION", "7500.00");
    assertThat(notes()).anyMatch(n -> n.startsWith("Avenant léger"));
    draft.action(programme, "A3", 1, "Autre immeuble");
    assertHeavy("une action est ajoutée ou retirée");
    draft.action(programme, "A4", 5, "Maison de quartier");
    assertHeavy("un volet est ajouté ou retiré");
    draft.make(programme, "perimeter", "description", "Jusqu’à la chaussée de Wavre");
    assertHeavy("le périmètre change");
    contents.revertDraft(programme);
    assertThat(contents.draft(programme)).isEqualTo(before);
    draft.make(
        programme,
        "objective",
        "id",
        "O1",
        "code",
        "O1",
        "action",
        "A1",
        "statement",
        "Rénover des logements",
        "indicator",
        "Logements rénovés",
        "baseline",
        "0",
        "target",
        "12",
        "source",
        "Réceptions provisoires",
        "evaluateOn",
        "2029-06-30");
    assertHeavy("un objectif change");
  }

  @Test
  void budgetMovedWithinAStrandIsHeavyAboveTenPercent() {
    start(programme);
    Content base =
        new Content(
            "P",
            List.of(),
            List.of(action("A1"), action("A2")),
            List.of(line("A1", "100.00"), line("A2", "100.00")),
            List.of(),
            List.of());
    assertThat(moved(base, "120.00", "80.00")).isEqualByComparingTo("10.00");
    assertThat(moved(base, "120.01", "79.99")).isEqualByComparingTo("10.01");
    assertThat(Difference.between(base, base).shareMovedBetweenStrands()).isZero();
  }

  private static BigDecimal moved(Content base, String first, String second) {
    Content after =
        new Content(
            "P",
            List.of(),
            base.actions(),
            List.of(line("A1", first), line("A2", second)),
            List.of(),
            List.of());
    Difference difference = Difference.between(base, after);
    assertThat(difference.shareMovedBetweenStrands()).isZero();
    return difference.shareMovedBetweenActions();
  }

  private static Content.Action action(String code) {
    return new Content.Action(code, 1, "Action", "", "Commune");
  }

  private static Content.BudgetLine line(String action, String amount) {
    return new Content.BudgetLine(action, 2027, BudgetSource.REGION, new BigDecimal(amount));
  }

  private void assertHeavy(String reason) {
    assertThat(notes())
        .anyMatch(n -> n.startsWith("Avenant lourd") && n.contains(reason) && n.contains("Source"));
  }

  private void start(String subject) {
    workflows.start("Amendment", subject, Map.of("regime", "contrat-de-quartier"));
  }

  private void refusedStart(String subject, String words) {
    assertThatThrownBy(() -> start(subject))
        .satisfies(e -> assertThat(messages.say(Refusal.in(e))).contains(words));
  }

  private static Map<String, Object> described() {
    Map<String, Object> form = new HashMap<>();
    form.put("object", "Place Blyckaerts");
    form.put("reason", "Changement de porteur");
    return form;
  }

  private Amendment amendment() {
    List<Amendment> all = amendments.of(programme);
    return all.get(all.size() - 1);
  }

  private void submit(Map<String, Object> form) {
    forms.submitTaskForm(
        tasks.createTaskQuery().processInstanceBusinessKey(programme).singleResult().getId(), form);
  }

  private void refused(Map<String, Object> form, String words) {
    assertThatThrownBy(() -> submit(form))
        .isInstanceOf(BadUserRequestException.class)
        .hasMessageContaining(words);
  }

  private List<String> notes() {
    return edits.worksheet("Task_DescribeAmendment").sections(programme).stream()
        .flatMap(s -> s.notes().stream())
        .map(Worksheet.Note::sentence)
        .toList();
  }
}
