package org.trame.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trame.TestProgrammes;
import org.trame.TrameTest;
import org.trame.input.Refusal;
import org.trame.language.Languages;
import org.trame.language.Messages;
import org.trame.workflow.TrameClock;
import org.trame.workflow.Workflows;

/** Versions, what changed between them, whether the council votes again, approval in part. */
@TrameTest
class ContentVersionTests {

  @Autowired Contents contents;
  @Autowired Programmes all;
  @Autowired JdbcClient jdbc;
  @Autowired Differences differences;
  @Autowired ChangeRules rules;
  @Autowired DraftForms draft;
  @Autowired Workflows workflows;
  @Autowired Messages messages;
  @Autowired TestProgrammes programmes;
  @Autowired TrameClock clock;

  private String programme;

  @BeforeEach
  void firstVersion() {
    clock.moveTo(Instant.parse("2026-03-02T09:00:00Z"));
    programme = programmes.bare("Essai de versions", "21009");
    draft.elaborate(programme, 2027);
    workflows.start("Elaboration", programme, Map.of("regime", "contrat-de-quartier"));
  }

  @AfterEach
  void realTime() {
    clock.release();
    LocaleContextHolder.resetLocaleContext();
  }

  @Test
  void theDifferenceIsReadInFrenchAndInDutch() {
    draft.line(programme, "A2", 2027, "MUNICIPALITY", "60000.00");
    draft.action(programme, "A3", 5, "Maison de quartier");
    draft.make(programme, "remove-need-link", "id", "B1/A1");
    int second = contents.freeze(programme, "submitted-to-opinions");
    assertThat(differences.between(programme, 1, second))
        .map(l -> l.replaceAll("[\\u00a0\\u202f]", " "))
        .containsExactly(
            "Action A3 ajoutée : volet « 5 » ; intitulé « Maison de quartier » ; porteur « Commune ».",
            "Budget modifié (A2, 2027, Commune) : montant « 50 000,00 » → « 60 000,00 ».",
            "Lien retiré : B1 → A1.",
            "Total à charge de « Commune » : 50 000,00 → 60 000,00 EUR.");
    LocaleContextHolder.setLocale(Languages.DUTCH);
    assertThat(differences.between(programme, 1, second))
        .contains("Verband geschrapt: B1 → A1.")
        .anyMatch(l -> l.startsWith("Actie A3 toegevoegd: luik “5”"));
    assertThat(contents.difference(programme, 1, second).strandsTouched()).containsExactly(4, 5);
  }

  @Test
  void aSmallChangeNeedsNoNewVoteAndABigOneDoes() {
    draft.line(programme, "A1", 2027, "REGION", "90000.00");
    draft.line(programme, "A2", 2027, "REGION", "10000.00");
    int second = contents.freeze(programme, "remarks");
    assertThat(rules.revote(programme, 1, second).needed()).isFalse();
    draft.line(programme, "A1", 2027, "REGION", "80000.00");
    draft.line(programme, "A2", 2027, "REGION", "20000.00");
    int third = contents.freeze(programme, "remarks");
    assertThat(rules.revote(programme, 1, third))
        .satisfies(r -> assertThat(r.needed()).isTrue())
        .satisfies(r -> assertThat(r.reason()).contains("10 %"))
        .satisfies(r -> assertThat(r.source()).startsWith("Pratique locale"));
    draft.line(programme, "A2", 2027, "REGION", "20000.01");
    draft.line(programme, "A1", 2027, "REGION", "80000.00");
    int fourth = contents.freeze(programme, "remarks");
    assertThat(rules.revote(programme, 1, fourth).reason()).isEqualTo("le budget total augmente");
  }

  @Test
  void anApprovalInPartLeavesOutActionsForAReason() {
    assertThatThrownBy(() -> contents.approve(programme, 1, Map.of("A2", " ")))
        .satisfies(e -> assertThat(messages.say(Refusal.in(e))).contains("doit être motivée"));
    assertThatThrownBy(() -> contents.approve(programme, 1, Map.of("A9", "Inconnue")))
        .satisfies(e -> assertThat(messages.say(Refusal.in(e))).contains("pas d’action A9"));
    contents.approve(programme, 1, Map.of("A2", "Hors périmètre"));
    assertThat(contents.approvedVersion(programme)).contains(1);
    assertThat(contents.version(programme, 1).action("A2")).isPresent();
    assertThat(contents.inForce(programme).orElseThrow().action("A2")).isEmpty();
    assertThat(contents.draft(programme).action("A2")).isEmpty();
    assertThat(contents.draft(programme).total()).isEqualByComparingTo("100000.00");
    assertThatThrownBy(() -> contents.approve(programme, 1, Map.of()))
        .satisfies(e -> assertThat(messages.say(Refusal.in(e))).contains("déjà approuvée"));
  }

  @Test
  void nothingIsWrittenOnceTheProgrammeHasEnded() {
    all.end(programme, Programme.State.CLOSED);
    assertThatThrownBy(() -> contents.freeze(programme, "late"))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("has ended");
    for (String table : List.of("perimeter", "need", "action", "budget_line", "objective")) {
      assertThatThrownBy(
              () ->
                  jdbc.sql("delete from trame.programme_" + table + " where programme = ?")
                      .param(programme)
                      .update())
          .hasMessageContaining("has ended");
    }
  }
}
