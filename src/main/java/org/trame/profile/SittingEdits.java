package org.trame.profile;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trame.access.Actor;
import org.trame.access.Role;
import org.trame.input.Choices;
import org.trame.programme.Programme;
import org.trame.programme.Programmes;
import org.trame.worksheet.Edit;

/**
 * Where sittings are planned: with the profile of the municipality, and on the page of each of its
 * programmes, by the council secretary or the coordinator.
 */
@Configuration
class SittingEdits {

  private static final String PROFILE_TASK = "Task_ConfirmMunicipalProfile";

  private final SittingDates dates;
  private final MunicipalProfiles profiles;
  private final Programmes programmes;
  private final Clock time;

  SittingEdits(SittingDates dates, MunicipalProfiles profiles, Programmes programmes, Clock time) {
    this.dates = dates;
    this.profiles = profiles;
    this.programmes = programmes;
    this.time = time;
  }

  @Bean
  Edit<PlanSittings> profileSittingsEdit() {
    return Edit.ofTask(
        "profile-sittings",
        PlanSittings.class,
        (subject, input) -> dates.plan(municipality(subject), input),
        PROFILE_TASK);
  }

  @Bean
  Edit<CancelSitting> profileSittingCancelEdit() {
    return Edit.ofTask(
        "profile-sitting-cancel",
        CancelSitting.class,
        (subject, input) -> dates.cancel(municipality(subject), input.id()),
        PROFILE_TASK);
  }

  @Bean
  Edit<PlanSittings> planSittingsEdit() {
    return Edit.ofRoles(
        "plan-sittings",
        PlanSittings.class,
        (programme, input) -> dates.plan(programmes.get(programme).nis(), input),
        this::mayPlan);
  }

  @Bean
  Edit<CancelOneSitting> cancelSittingEdit() {
    return Edit.ofRoles(
        "cancel-sitting",
        CancelOneSitting.class,
        (programme, input) ->
            dates.cancel(programmes.get(programme).nis(), LocalDate.parse(input.plannedSitting())),
        (actor, programme) -> mayPlan(actor, programme) && !toCome(programme).isEmpty());
  }

  @Bean
  Choices plannedSittings() {
    return new Choices() {
      @Override
      public String name() {
        return "plannedSittings";
      }

      @Override
      public List<Choice> of(String programme) {
        DateTimeFormatter written = DateTimeFormatter.ofPattern("dd/MM/yyyy");
        return toCome(programme).stream()
            .map(day -> new Choice(day.toString(), written.format(day)))
            .toList();
      }
    };
  }

  /** Of a programme that runs; what is no programme has no sittings. */
  private boolean mayPlan(Actor actor, String subject) {
    return programmes
        .find(subject)
        .filter(p -> p.state() == Programme.State.RUNNING)
        .filter(p -> mayPlan(actor, p))
        .isPresent();
  }

  private static boolean mayPlan(Actor actor, Programme programme) {
    return actor.in(Role.COUNCIL_SECRETARY.group(programme.nis(), programme.region()))
        || actor.in(Role.COORDINATOR.group(programme.nis(), programme.region()));
  }

  private List<LocalDate> toCome(String programme) {
    LocalDate today = LocalDate.now(time);
    return dates.of(programmes.get(programme).nis()).stream()
        .filter(day -> !day.isBefore(today))
        .toList();
  }

  private String municipality(String subject) {
    return profiles.municipality(subject).orElseThrow().nis();
  }
}
