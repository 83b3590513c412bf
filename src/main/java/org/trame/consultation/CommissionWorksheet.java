package org.trame.consultation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.trame.worksheet.Worksheet;

/** The page behind {@code Task_NominateMembers}: people by seat, and the seats still vacant. */
@Component
class CommissionWorksheet implements Worksheet {

  private final Commission commission;
  private final Wording wording;

  CommissionWorksheet(Commission commission, Wording wording) {
    this.commission = commission;
    this.wording = wording;
  }

  @Override
  public Set<String> tasks() {
    return Set.of("Task_NominateMembers");
  }

  @Override
  public List<Section> sections(String subject) {
    return List.of(nominations(subject), seats(subject));
  }

  private Section nominations(String subject) {
    List<Row> rows = commission.current(subject).stream().map(m -> nomination(m)).toList();
    return new Section(
        "nominations",
        List.of("seat", "person", "organisation", "account", "from", "to"),
        rows,
        "nomination",
        "remove-nomination",
        List.of());
  }

  private Row nomination(Mandate mandate) {
    Map<String, String> values = new HashMap<>();
    values.put("id", String.valueOf(mandate.id()));
    values.put("category", mandate.category());
    values.put("personName", mandate.personName());
    values.put("organisation", orEmpty(mandate.organisation()));
    values.put("account", orEmpty(mandate.account()));
    values.put("mandateFrom", mandate.from().toString());
    values.put("mandateTo", orEmpty(mandate.to()));
    return new Row(
        String.valueOf(mandate.id()),
        List.of(
            wording.seat(mandate.seat()),
            mandate.personName(),
            orEmpty(mandate.organisation()),
            orEmpty(mandate.account()),
            wording.day(mandate.from()),
            wording.day(mandate.to())),
        values);
  }

  private Section seats(String subject) {
    List<SeatCategory> seats = commission.seats(subject);
    List<Row> rows = new ArrayList<>();
    for (SeatCategory category : seats) {
      rows.add(
          new Row(
              category.category(),
              List.of(
                  wording.category(category.category()),
                  wording.say("seat-kind." + category.kind(), category.seats()),
                  String.valueOf(category.filled()),
                  String.valueOf(category.vacant()),
                  orEmpty(category.vacancyReason()),
                  category.source()),
              Map.of(
                  "category",
                  category.category(),
                  "vacancyReason",
                  orEmpty(category.vacancyReason()))));
    }
    return new Section(
        "seats",
        List.of("category", "required", "filled", "vacant", "vacancyReason", "source"),
        rows,
        "vacancy-reason",
        "",
        wording.blocking(commission.missing(subject)));
  }

  static String orEmpty(Object value) {
    return value == null ? "" : value.toString();
  }
}
