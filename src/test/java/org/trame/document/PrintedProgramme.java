package org.trame.document;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trame.approval.ApprovalDriver;

/** A programme of Ixelles of which every document can be printed. */
final class PrintedProgramme {

  /** A name that letters, marks and markup of all sorts are in. */
  static final String NAME = "Cœur d’Ixelles <&> été 😀 – “oui”";

  private PrintedProgramme() {}

  /** Kinds with the reference of the one there is. */
  static Map<String, String> references(JdbcClient jdbc, String programme) {
    String sitting = id(jdbc, "council_sitting", programme);
    String meeting = id(jdbc, "commission_meeting", programme);
    return Map.of(
        "council-notice",
        sitting,
        "council-resolution",
        sitting,
        "convening-notice",
        meeting,
        "meeting-minutes",
        meeting,
        "approval-decision",
        "1",
        "remarks-letter",
        "1-1",
        "yearly-report",
        "1",
        "evaluation-report",
        "final");
  }

  private static String id(JdbcClient jdbc, String table, String programme) {
    return jdbc.sql("select id::text from trame." + table + " where programme = ?")
        .param(programme)
        .query(String.class)
        .single();
  }

  static String of(ApprovalDriver driver, JdbcClient jdbc) {
    String id = driver.programme(NAME);
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
    meeting(jdbc, id);
    report(jdbc, id);
    evaluation(jdbc, id);
    return id;
  }

  private static void meeting(JdbcClient jdbc, String id) {
    write(jdbc, id, "insert into trame.commission (programme) values (?)");
    write(
        jdbc,
        id,
        "insert into trame.commission_seat (programme, category, position, kind, seats, hard, source)"
            + " values (?, 'INHABITANT', 1, 'MINIMUM', 8, true, 'art. 6')");
    for (int seat : List.of(1, 2)) {
      write(
          jdbc,
          id,
          "insert into trame.commission_mandate (programme, category, seat, person_name,"
              + " mandate_from, designated_on) values (?, 'INHABITANT', "
              + seat
              + ", 'Nom Secret', '2025-10-01', '2025-10-01')");
    }
    write(
        jdbc,
        id,
        "insert into trame.consultation_round (programme, number, opened_on) values (?, 1,"
            + " '2026-01-05')");
    write(
        jdbc,
        id,
        "insert into trame.commission_meeting (programme, round, convening, meeting_at, place,"
            + " agenda, documents_sent_on, quorum_percent, members, present, outcome) select"
            + " programme, id, 1, '2026-02-17 18:30', 'Chaussée d’Ixelles 168', E'Diagnostic\nAvis',"
            + " '2026-02-03', 50, 2, 1, 'QUORUM' from trame.consultation_round where programme = ?");
    write(
        jdbc,
        id,
        "insert into trame.meeting_attendance (programme, meeting, mandate, presence, spoke) select"
            + " c.programme, c.id, m.id, case when seat = 1 then 'PRESENT' else 'EXCUSED' end, seat"
            + " = 1 from trame.commission_meeting c join trame.commission_mandate m using"
            + " (programme) where programme = ?");
    write(
        jdbc,
        id,
        "insert into trame.opinion (programme, round, number, meeting, mandate, action, position,"
            + " text, given_on) select c.programme, c.round, 1, c.id, m.id, 'A1', 'RESERVED',"
            + " 'Plus d’arbres <&>', '2026-02-17' from trame.commission_meeting c join"
            + " trame.commission_mandate m on m.programme = c.programme and seat = 1 where"
            + " c.programme = ?");
    write(
        jdbc,
        id,
        "insert into trame.dissent (programme, meeting, mandate, text, annexed_on) select"
            + " c.programme, c.id, m.id, 'Contre la démolition', '2026-02-18' from"
            + " trame.commission_meeting c join trame.commission_mandate m on m.programme ="
            + " c.programme and seat = 2 where c.programme = ?");
  }

  private static void report(JdbcClient jdbc, String id) {
    write(
        jdbc,
        id,
        "update trame.programme_version set approved_on = '2026-06-01' where programme = ?");
    write(
        jdbc,
        id,
        "insert into trame.yearly_report (programme, year, state, opened_on) values (?, 1, 'DRAFT',"
            + " '2027-06-01')");
    write(
        jdbc,
        id,
        "insert into trame.indicator_value values (?, 1, 'O1', '7', '2027-05-01', null, 'En cours')");
    write(jdbc, id, "insert into trame.action_spending values (?, 1, 'A1', 'REGION', 12345.67)");
    write(jdbc, id, "insert into trame.participation values (?, 1, 'INHABITANT', 14, 9)");
    write(
        jdbc,
        id,
        "update trame.yearly_report set state = 'SUBMITTED', words = 'Sept logements',"
            + " conditions = 'Prix des matériaux', submitted_on = '2027-07-01' where programme = ?");
  }

  private static void evaluation(JdbcClient jdbc, String id) {
    write(
        jdbc,
        id,
        "insert into trame.evaluation (programme, organisation, account, contract_on,"
            + " declared_links, designated_on) values (?, 'Bureau Perspective', 'evaluateur',"
            + " '2030-03-01', 'Aucun lien', '2030-03-02')");
    write(
        jdbc,
        id,
        "insert into trame.evaluation_criterion values (?, 'C1', 'O1', 'Combien ?', 'Comptage')");
    write(
        jdbc,
        id,
        "update trame.evaluation set criteria_fixed_on = '2030-04-01' where programme = ?");
    write(
        jdbc,
        id,
        "insert into trame.evaluation_result values (?, 'O1', '20', 'PARTLY', 'Quatre manquent')");
    write(
        jdbc,
        id,
        "update trame.evaluation set results_on = '2030-09-01', conclusions = 'Objectif presque"
            + " atteint' where programme = ?");
  }

  private static void write(JdbcClient jdbc, String programme, String sql) {
    jdbc.sql(sql).param(programme).update();
  }
}
