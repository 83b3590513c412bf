package org.trame.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trame.calendar.Calendars;
import org.trame.calendar.Computation;
import org.trame.calendar.Computed;
import org.trame.calendar.Counting;
import org.trame.calendar.DayOff;
import org.trame.calendar.Suspension;
import org.trame.calendar.Suspension.Resumption;
import org.trame.calendar.Term;
import org.trame.calendar.Unit;
import org.trame.calendar.Window;
import org.trame.calendar.WorkCalendar;
import org.trame.language.Languages;
import org.trame.language.Messages;

/** Each step of a computation is a sentence, in French and in Dutch, without a running program. */
class ExplanationTests {

  private final Explanation explanation = new Explanation(Messages.ofFiles());

  @Test
  void everyStepOfARuleIsSaidInFrench() {
    assertThat(explanation.of(suspended(), rule(), Languages.FRENCH))
        .containsExactly(
            "Le délai commence le mercredi 1er juillet 2026 : le dossier est reçu. Ce jour ne compte"
                + " pas.",
            "La règle : 30 jours, du jeudi 2 juillet 2026 au mercredi 2 septembre 2026. Source : Art."
                + " 14.",
            "Du lundi 6 juillet 2026 au mardi 7 juillet 2026, le délai est suspendu : 2 jours ne"
                + " comptent pas. Cause : la Région a envoyé des remarques.",
            "Du jeudi 16 juillet 2026 au samedi 15 août 2026, 31 jours ne comptent pas : chaque"
                + " année, le délai s’arrête du 16 juillet au 15 août.",
            "Une prolongation de 3 jours s’ajoute : jusqu’au samedi 5 septembre 2026.",
            "Le samedi 5 septembre 2026 n’est pas un jour ouvrable (fin de semaine) : la fin passe"
                + " au jour suivant.",
            "Le dimanche 6 septembre 2026 n’est pas un jour ouvrable (fin de semaine) : la fin passe"
                + " au jour suivant.",
            "Le lundi 7 septembre 2026 n’est pas un jour ouvrable (jour de fermeture, kermesse) : la"
                + " fin passe au jour suivant.",
            "Échéance : le mardi 8 septembre 2026. Un acte accompli ce jour-là est dans le délai.");
  }

  @Test
  void everyStepOfARuleIsSaidInDutch() {
    assertThat(explanation.of(suspended(), rule(), Languages.DUTCH))
        .hasSize(9)
        .startsWith(
            "De termijn begint op woensdag 1 juli 2026: het dossier wordt ontvangen. Die dag telt"
                + " niet mee.",
            "De regel: 30 dagen, van donderdag 2 juli 2026 tot en met woensdag 2 september 2026."
                + " Bron: Artikel 14.")
        .contains(
            "Zaterdag 5 september 2026 is geen werkdag (weekend): het einde schuift op naar de"
                + " volgende dag.")
        .endsWith("Vervaldag: dinsdag 8 september 2026. Een akte op die dag is tijdig.");
  }

  @Test
  void skippedDaysAreNamed() {
    Computed working =
        Computation.of(
            Counting.plainly(Term.parse("3 working days"), Calendars.of("be-brussels")),
            LocalDate.of(2026, 12, 23));
    assertThat(explanation.of(working, null, Languages.FRENCH))
        .contains(
            "Le vendredi 25 décembre 2026 ne compte pas : jour férié, Noël.",
            "Le samedi 26 décembre 2026 ne compte pas : jour férié, lendemain de Noël.",
            "Le dimanche 27 décembre 2026 ne compte pas : fin de semaine.")
        .last()
        .isEqualTo(
            "Échéance : le mardi 29 décembre 2026. Un acte accompli ce jour-là est dans le délai.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "nl"})
  void everyHolidayHasANameOfOurs(String language) {
    Locale locale = Locale.forLanguageTag(language + "-BE");
    for (String code : Calendars.codes()) {
      LocalDate.of(2026, 1, 1)
          .datesUntil(LocalDate.of(2027, 1, 1))
          .flatMap(day -> Calendars.of(code).dayOff(day).stream())
          .filter(off -> off.kind() == DayOff.Kind.HOLIDAY)
          .forEach(
              off ->
                  assertThat(ResourceBundle.getBundle("calendars/names", locale).keySet())
                      .contains(off.name()));
    }
  }

  private static Computed suspended() {
    WorkCalendar closed =
        Calendars.of("be-brussels").closedOn(Map.of(LocalDate.of(2026, 9, 7), "kermesse"));
    return Computation.of(
        rule().counting(closed),
        LocalDate.of(2026, 7, 1),
        List.of(
            new Suspension(
                LocalDate.of(2026, 7, 6),
                LocalDate.of(2026, 7, 7),
                Resumption.CONTINUE,
                "remarks-sent")),
        List.of(new Term(3, Unit.DAY)));
  }

  private static TimeLimit rule() {
    return new TimeLimit(
        "approval",
        new Term(30, Unit.DAY),
        "be-brussels",
        true,
        "receipt",
        Window.parse("07-16..08-15"),
        Set.of("remarks-sent"),
        Resumption.CONTINUE,
        null,
        TimeLimit.Silence.NONE,
        "region-examiner",
        List.of(),
        List.of(),
        TimeLimit.ChangeableBy.NOBODY,
        "Art. 14",
        "Artikel 14");
  }
}
