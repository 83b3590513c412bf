package org.trame.supervision;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trame.access.Role;
import org.trame.input.Choices;
import org.trame.programme.Programme;
import org.trame.programme.Programmes;
import org.trame.worksheet.Edit;

/**
 * What the municipality may send to the Government while its programme is implemented, and the
 * decree whoever decides may still write down.
 */
@Configuration(proxyBeanMethods = false)
class SupervisionEdits {

  @Bean
  Edit<TransmitAct> transmitActEdit(Supervision supervision, Programmes programmes) {
    return Edit.ofRole(
        "transmit-act",
        TransmitAct.class,
        supervision::transmit,
        Role.COORDINATOR,
        (actor, subject) ->
            programmes
                .find(subject)
                .filter(p -> p.state() == Programme.State.RUNNING)
                .filter(p -> actor.in(Role.COORDINATOR.group(p.nis(), p.region())))
                .filter(supervision::applies)
                .isPresent());
  }

  @Bean
  Edit<RecordDecree> recordDecreeEdit(FoundDecrees decrees, Programmes programmes) {
    return Edit.ofRole(
        "record-decree",
        RecordDecree.class,
        decrees::record,
        Role.REGION_DECIDER,
        (actor, subject) ->
            programmes
                .find(subject)
                .filter(p -> p.state() == Programme.State.RUNNING)
                .filter(p -> actor.in(Role.REGION_DECIDER.group(p.nis(), p.region())))
                .filter(p -> !decrees.tacit(p.id()).isEmpty())
                .isPresent());
  }

  @Bean
  Choices tacitActs(FoundDecrees decrees) {
    return new Choices() {
      @Override
      public String name() {
        return "tacitActs";
      }

      @Override
      public List<Choice> of(String programme) {
        return decrees.tacit(programme).stream()
            .map(act -> new Choice(act.reference(), act.label()))
            .toList();
      }
    };
  }
}
