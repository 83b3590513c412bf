package org.trame.consultation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.trame.worksheet.Worksheet;

/** The page behind {@code Task_ConveneMeeting}: members who leave, and who takes their seat. */
@Component
class MembersWorksheet implements Worksheet {

  private final Commission commission;
  private final Wording wording;

  MembersWorksheet(Commission commission, Wording wording) {
    this.commission = commission;
    this.wording = wording;
  }

  @Override
  public Set<String> tasks() {
    return Set.of("Task_ConveneMeeting");
  }

  @Override
  public List<Section> sections(String subject) {
    List<Row> members =
        commission.current(subject).stream()
            .map(
                m ->
                    new Row(
                        m.seat(),
                        List.of(
                            wording.seat(m.seat()),
                            m.personName(),
                            CommissionWorksheet.orEmpty(m.organisation()),
                            wording.day(m.from()),
                            wording.day(m.to())),
                        Map.of("seat", m.seat())))
            .toList();
    List<Row> vacant =
        commission.seats(subject).stream()
            .filter(s -> s.vacant() > 0)
            .map(
                s ->
                    new Row(
                        s.category(),
                        List.of(
                            wording.category(s.category()),
                            String.valueOf(s.vacant()),
                            CommissionWorksheet.orEmpty(s.vacancyReason()),
                            s.source()),
                        Map.of("category", s.category())))
            .toList();
    return List.of(
        new Section(
            "members",
            List.of("seat", "person", "organisation", "from", "to"),
            members,
            "end-mandate",
            "",
            List.of()),
        new Section(
            "vacant-seats",
            List.of("category", "vacant", "vacancyReason", "source"),
            vacant,
            "replacement",
            "",
            List.of()));
  }
}
