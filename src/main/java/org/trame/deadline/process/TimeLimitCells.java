package org.trame.deadline.process;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trame.access.Role;
import org.trame.calendar.Calendars;
import org.trame.calendar.Suspension;
import org.trame.calendar.Term;
import org.trame.calendar.Unit;
import org.trame.calendar.Window;
import org.trame.deadline.TimeLimit;
import org.trame.regime.RuleFault;
import org.trame.regime.RuleTable;

/** The cells of a table of time limits. */
final class TimeLimitCells {

  private static final List<String> COLUMNS =
      List.of(
          "amount",
          "unit",
          "calendar",
          "rollsForward",
          "startsWith",
          "notCounted",
          "suspendedBy",
          "resumption",
          "extension",
          "extendedBy",
          "extensions",
          "silence",
          "holder",
          "warn",
          "escalation",
          "changeableBy",
          "source",
          "sourceNl");

  private static final Pattern STEP = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final Pattern TERM = Pattern.compile("(\\d{1,5}) ([A-Z_]+)");
  private static final Pattern RUNG = Pattern.compile("(\\d{1,3}) ([a-z-]+)");
  private static final Pattern DATES = Pattern.compile("\\d\\d-\\d\\d\\.\\.\\d\\d-\\d\\d");
  private static final int DAYS_LEFT = 30;

  private final RuleTable table;
  private final List<RuleFault> faults = new ArrayList<>();
  private RuleTable.Row row;

  TimeLimitCells(RuleTable table) {
    this.table = table;
    List<String> names = table.outputs().stream().map(RuleTable.Column::name).toList();
    List<String> missing = COLUMNS.stream().filter(c -> !names.contains(c)).toList();
    boolean onStep = table.inputs().size() == 1 && table.inputs().get(0).name().equals("step");
    if (!missing.isEmpty()) {
      faults.add(RuleFault.of(table.file(), "la colonne « %s » manque".formatted(missing.get(0))));
    } else if (!onStep) {
      faults.add(RuleFault.of(table.file(), "sa seule entrée doit être « step »"));
    } else {
      table.rows().forEach(this::check);
    }
  }

  List<RuleFault> faults() {
    return faults;
  }

  private void check(RuleTable.Row checked) {
    row = checked;
    that(
        STEP.matcher(row.literal(0)).matches(), "l’étape n’est pas un code comme « council-vote »");
    term(row.value("amount"), row.value("unit"), "le délai");
    that(
        Calendars.codes().contains(row.value("calendar")),
        "le calendrier « %s » n’est pas connu (%s)"
            .formatted(row.value("calendar"), String.join(", ", Calendars.codes())));
    that(!row.value("rollsForward").isEmpty(), "il faut dire si la fin est reportée");
    that(
        STEP.matcher(row.value("startsWith")).matches(),
        "l’événement qui fait courir le délai, « %s », n’est pas un code"
            .formatted(row.value("startsWith")));
    windows();
    suspension();
    extension();
    that(
        names(TimeLimit.Silence.values()).contains(row.value("silence")),
        "l’effet du silence « %s » n’est pas connu".formatted(row.value("silence")));
    that(
        isRole(row.value("holder")),
        "« %s », qui doit agir, n’est pas un rôle".formatted(row.value("holder")));
    rungs("warn", "rappels");
    ladder(rungs("escalation", "retards"));
    origin();
  }

  private void term(String amount, String unit, String what) {
    if (!names(Unit.values()).contains(unit)) {
      that(false, "l’unité « %s » n’est pas connue".formatted(unit));
      return;
    }
    try {
      new Term(Integer.parseInt(amount), Unit.valueOf(unit));
    } catch (IllegalArgumentException e) {
      that(false, "%s « %s %s » est hors des bornes".formatted(what, amount, unit));
    }
  }

  private void windows() {
    String text = row.value("notCounted");
    try {
      for (String window : list(text)) {
        that(
            DATES.matcher(window).matches(),
            "« %s » n’est pas une période comme « 07-16..08-15 »".formatted(window));
      }
      List<Window> windows = Window.parse(text);
      long left =
          java.time.LocalDate.of(2001, 1, 1)
              .datesUntil(java.time.LocalDate.of(2002, 1, 1))
              .filter(day -> windows.stream().noneMatch(w -> w.contains(day)))
              .count();
      that(left >= DAYS_LEFT, "« %s » laisse trop peu de jours dans l’année".formatted(text));
    } catch (RuntimeException e) {
      that(false, "« %s » n’est pas faite de jours qui existent chaque année".formatted(text));
    }
  }

  private void suspension() {
    List<String> causes = list(row.value("suspendedBy"));
    that(
        causes.stream().allMatch(c -> STEP.matcher(c).matches()),
        "les événements qui suspendent, « %s », ne sont pas des codes"
            .formatted(row.value("suspendedBy")));
    String resumption = row.value("resumption");
    that(
        causes.isEmpty()
            ? resumption.isEmpty()
            : names(Suspension.Resumption.values()).contains(resumption),
        causes.isEmpty()
            ? "rien ne suspend le délai, mais la reprise est « %s »".formatted(resumption)
            : "la reprise « %s » n’est pas connue".formatted(resumption));
  }

  private void extension() {
    String extension = row.value("extension");
    String by = row.value("extendedBy");
    int times = number(row.value("extensions"));
    if (extension.isEmpty() && by.isEmpty() && times == 0) {
      return;
    }
    if (extension.isEmpty() || by.isEmpty() || times < 1) {
      that(false, "une prolongation dit sa durée, qui l’accorde et combien de fois, ou rien");
      return;
    }
    Matcher term = TERM.matcher(extension);
    if (term.matches()) {
      term(term.group(1), term.group(2), "la prolongation");
    } else {
      that(false, "la prolongation « %s » n’est pas comprise".formatted(extension));
    }
    that(isRole(by), "« %s », qui accorde la prolongation, n’est pas un rôle".formatted(by));
  }

  private List<TimeLimit.Rung> rungs(String column, String what) {
    List<TimeLimit.Rung> rungs = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String text : list(row.value(column))) {
      Matcher rung = RUNG.matcher(text);
      boolean understood =
          rung.matches() && (rung.group(2).equals(TimeLimit.HOLDER) || isRole(rung.group(2)));
      that(
          understood,
          "« %s », parmi les %s, n’est pas un nombre de jours et un rôle".formatted(text, what));
      that(seen.add(text), "« %s » y est deux fois, parmi les %s".formatted(text, what));
      if (understood) {
        rungs.add(new TimeLimit.Rung(Integer.parseInt(rung.group(1)), rung.group(2)));
      }
    }
    return rungs;
  }

  private void ladder(List<TimeLimit.Rung> rungs) {
    for (int i = 1; i < rungs.size(); i++) {
      that(
          rungs.get(i - 1).days() <= rungs.get(i).days(),
          "les jours de l’échelle « %s » ne montent pas".formatted(row.value("escalation")));
    }
  }

  private void origin() {
    String changeableBy = row.value("changeableBy");
    boolean local = row.value("source").startsWith(TimeLimit.LOCAL_PRACTICE);
    that(
        names(TimeLimit.ChangeableBy.values()).contains(changeableBy),
        "« %s » ne dit pas qui peut changer la ligne".formatted(changeableBy));
    boolean law = changeableBy.equals(TimeLimit.ChangeableBy.NOBODY.name());
    that(!(local && law), "la source est une pratique locale, quelqu’un peut donc la changer");
    that(
        local || law,
        "la source n’est pas une pratique locale, personne ne peut donc changer la ligne");
    that(!row.value("sourceNl").isBlank(), "la source manque en néerlandais, colonne « sourceNl »");
    that(
        row.value("sourceNl").isBlank()
            || row.value("sourceNl").startsWith(TimeLimit.LOCAL_PRACTICE_NL) == local,
        "les deux sources ne disent pas la même chose d’une pratique locale");
  }

  private void that(boolean holds, String reason) {
    if (!holds) {
      faults.add(
          new RuleFault(
              table.file(),
              row.number(),
              row.literal(0).isEmpty()
                  ? reason
                  : "étape « %s », %s".formatted(row.literal(0), reason)));
    }
  }

  private static int number(String text) {
    return text.isEmpty() ? 0 : Integer.parseInt(text);
  }

  private static boolean isRole(String code) {
    return Role.working().stream().anyMatch(r -> r.code().equals(code));
  }

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }

  private static List<String> list(String text) {
    return Arrays.stream(text.split(",", -1))
        .map(String::strip)
        .filter(t -> !t.isEmpty() || text.contains(","))
        .toList();
  }
}
