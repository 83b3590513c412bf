package org.trame.document;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trame.approval.ApprovalDriver;

/** A programme of Ixelles of which every document can be printed. */
final class PrintedProgramme {

  private PrintedProgramme() {}

  /** Kinds with the reference of the one there is. */
  static Map<String, String> references(JdbcClient jdbc, String programme) {
    long sitting =
        jdbc.sql("select id from trame.council_sitting where programme = ?")
            .param(programme)
            .query(Long.class)
            .single();
    return Map.of(
        "council-resolution", Long.toString(sitting),
        "approval-decision", "1",
        "remarks-letter", "1-1");
  }

  static String of(ApprovalDriver driver, JdbcClient jdbc) {
    String id = driver.programme("Cœur d’Ixelles <&> été 😀 – “oui”");
    jdbc.sql(
            "insert into trame.council_sitting (programme, attempt, notice_sent_on, sitting_at,"
                + " members_in_office, members_present, votes_for, votes_against, abstentions,"
                + " resolution_number, outcome) values (?, 1, '2026-03-02', '2026-03-12 20:00',"
                + " 43, 40, 30, 8, 2, '2026/117', 'ADOPTED')")
        .param(id)
        .update();
    long dossier =
        jdbc.sql(
                "insert into trame.approval_dossier (programme, number, opened_on, sent_on,"
                    + " complete, round, version, voted_version, outcome, motives, decided_by,"
                    + " decided_on) values (?, 1, '2026-03-13', '2026-03-20', true, 2, 1, 1,"
                    + " 'APPROVED_IN_PART', ?, 'ministre', '2026-06-01') returning id")
            .params(id, "Programme cohérent.\n\nLe volet 4 reste à préciser.")
            .query(Long.class)
            .single();
    jdbc.sql("insert into trame.approval_exclusion values (?, ?, 'A2', 'Hors périmètre')")
        .params(dossier, id)
        .update();
    for (int n : List.of(1, 2)) {
      jdbc.sql(
              "insert into trame.approval_remark (dossier, programme, round, number, topic,"
                  + " action, remark, sent_on) values (?, ?, 1, ?, 'BUDGET', ?, ?,"
                  + " '2026-04-10')")
          .params(dossier, id, n, n == 1 ? "A1" : null, "Justifier le coût au m². ".repeat(60 * n))
          .update();
    }
    return id;
  }
}
