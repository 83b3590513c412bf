package org.trame.supervision;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trame.access.Role;
import org.trame.programme.Programme;
import org.trame.programme.Programmes;
import org.trame.worksheet.Edit;

/** What the municipality may send to the Government while its programme is implemented. */
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
}
