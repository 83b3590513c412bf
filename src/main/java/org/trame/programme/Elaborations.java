package org.trame.programme;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.input.Check;
import org.trame.ledger.Ledger;

/** Diagnosis and drafting of programmes. */
@Component
@Transactional
public class Elaborations {

  private final JdbcClient jdbc;
  private final Contents contents;
  private final Completeness completeness;
  private final Ledger ledger;
  private final Clock time;

  Elaborations(
      JdbcClient jdbc, Contents contents, Completeness completeness, Ledger ledger, Clock time) {
    this.jdbc = jdbc;
    this.contents = contents;
    this.completeness = completeness;
    this.ledger = ledger;
    this.time = time;
  }

  /** The words of a programme's elaboration, once its diagnosis is established. */
  @Transactional(readOnly = true)
  public Optional<Elaboration> of(String programme) {
    return jdbc.sql(
            "select method, findings, established_on, guiding_thread, drafted_on from"
                + " trame.programme_elaboration where programme = ?")
        .param(programme)
        .query(
            (row, n) ->
                new Elaboration(
                    row.getString(1),
                    row.getString(2),
                    row.getDate(3).toLocalDate(),
                    row.getString(4),
                    row.getDate(5) == null ? null : row.getDate(5).toLocalDate()))
        .optional();
  }

  /** Whether the diagnosis is done: it is not asked again when a draft comes back. */
  @Transactional(readOnly = true)
  public boolean diagnosed(String programme) {
    return of(programme).isPresent();
  }

  /**
   * Establishes the diagnosis.
   *
   * @throws org.trame.input.Refusal if it names no need
   */
  public void establish(String programme, EstablishDiagnosis diagnosis) {
    Content draft = contents.draft(programme);
    completeness.ofDiagnosis(draft).refuse();
    jdbc.sql(
            "insert into trame.programme_elaboration (programme, method, findings, established_on)"
                + " values (?, ?, ?, ?)")
        .params(programme, diagnosis.method(), diagnosis.findings(), today())
        .update();
    ledger.record(programme, "diagnosis-established", Map.of("needs", draft.needs().size()));
  }

  /**
   * Submits the draft to opinions.
   *
   * @throws org.trame.input.Refusal if something is missing in the draft, or nobody has said yet
   *     what holds it together
   */
  public void submit(String programme, DraftProgramme form) {
    Content draft = contents.draft(programme);
    completeness.of(draft).refuse();
    String before = of(programme).map(Elaboration::guidingThread).orElse(null);
    new Check()
        .that(
            form.guidingThread() != null || before != null,
            "guidingThread",
            "refusal.programme.guidingThread")
        .done();
    jdbc.sql(
            "update trame.programme_elaboration set guiding_thread = ?, drafted_on = ? where"
                + " programme = ?")
        .params(form.guidingThread() == null ? before : form.guidingThread(), today(), programme)
        .update();
    ledger.record(
        programme,
        "draft-submitted",
        Map.of(
            "actions", draft.actions().size(),
            "objectives", draft.objectives().size(),
            "total", draft.total().toPlainString(),
            "orphanNeeds", draft.orphanNeeds().size(),
            "actionsWithoutNeed", draft.actionsWithoutNeed().size()));
  }

  /**
   * Freezes what the council is asked to vote, if opinions have changed the draft since its last
   * version.
   *
   * @throws org.trame.input.Refusal if the change left the draft incomplete
   */
  public void settle(String programme) {
    contents
        .lastVersion(programme)
        .filter(last -> !contents.draftSince(programme, last.number()).isEmpty())
        .ifPresent(
            last -> {
              completeness.of(contents.draft(programme)).refuse();
              contents.freeze(programme, "submitted-to-council");
            });
  }

  private Date today() {
    return Date.valueOf(LocalDate.now(time));
  }
}
