package org.trame.profile;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.trame.language.Messages;
import org.trame.programme.Municipality;
import org.trame.worksheet.Worksheet;

/** What the directory, the law and the last confirmation say of a municipality. */
@Component
class ProfileWorksheet implements Worksheet {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private final MunicipalProfiles profiles;
  private final SittingDates sittings;
  private final MunicipalClosingDays closingDays;
  private final Messages messages;

  ProfileWorksheet(
      MunicipalProfiles profiles,
      SittingDates sittings,
      MunicipalClosingDays closingDays,
      Messages messages) {
    this.profiles = profiles;
    this.sittings = sittings;
    this.closingDays = closingDays;
    this.messages = messages;
  }

  @Override
  public Set<String> tasks() {
    return Set.of("Task_ConfirmMunicipalProfile");
  }

  @Override
  public List<Section> sections(String subject) {
    Municipality municipality = profiles.municipality(subject).orElseThrow();
    OptionalInt legal = profiles.legalSize(municipality.nis());
    List<Row> known =
        List.of(
            row("name", municipality.name(Messages.locale())),
            row("inhabitants", municipality.inhabitants() + " (" + municipality.year() + ")"),
            row(
                "legalSize",
                legal.isPresent()
                    ? String.valueOf(legal.getAsInt())
                    : messages.say("profile.legalSize.unknown")));
    List<Row> confirmed =
        profiles
            .find(municipality.nis())
            .map(
                p ->
                    List.of(
                        row("members", String.valueOf(p.membersInOffice())),
                        row("email", p.officeEmail())))
            .orElse(List.of());
    return List.of(
        section("profile-known", known, noteOnMembers(municipality.nis())),
        section("profile-confirmed", confirmed, List.of()),
        sittings(municipality.nis()),
        closings(municipality.nis()));
  }

  private Section closings(String nis) {
    List<Row> rows =
        closingDays.closings(nis).stream()
            .map(
                c ->
                    new Row(
                        c.id(),
                        List.of(DAY.format(c.from()), DAY.format(c.until()), c.name()),
                        Map.of(
                            "id", c.id(),
                            "closedFrom", c.from().toString(),
                            "closedUntil", c.until().toString(),
                            "closingName", c.name())))
            .toList();
    return new Section(
        "closing-days",
        List.of("from", "until", "name"),
        rows,
        "closing-days",
        "closing-days-remove",
        List.of());
  }

  private Section sittings(String nis) {
    List<Row> rows =
        sittings.of(nis).stream()
            .map(d -> new Row(d.toString(), List.of(DAY.format(d)), Map.of()))
            .toList();
    return new Section(
        "profile-sittings",
        List.of("sitting"),
        rows,
        "profile-sittings",
        "profile-sitting-cancel",
        List.of());
  }

  /** The summary in the task's form shows what an empty field stands for. */
  private List<Note> noteOnMembers(String nis) {
    OptionalInt members = profiles.membersInOffice(nis);
    String sentence =
        members.isPresent()
            ? messages.say("profile.default", members.getAsInt())
            : messages.say("refusal.profile.members");
    return List.of(new Note(sentence, false));
  }

  private static Section section(String name, List<Row> rows, List<Note> notes) {
    return new Section(name, List.of("item", "value"), rows, "", "", notes);
  }

  private Row row(String item, String value) {
    return new Row(item, List.of(messages.say("profile." + item), value), Map.of());
  }
}
