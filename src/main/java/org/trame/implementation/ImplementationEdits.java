package org.trame.implementation;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trame.access.Actor;
import org.trame.access.Role;
import org.trame.programme.Programme;
import org.trame.programme.Programmes;
import org.trame.worksheet.Edit;

/** What the municipality may ask for while its programme is implemented. */
@Configuration(proxyBeanMethods = false)
class ImplementationEdits {

  @Bean
  Edit<RequestAmendment> requestAmendmentEdit(
      AmendmentRequests requests, Implementations implementations, Programmes programmes) {
    return Edit.ofRole(
        "request-amendment",
        RequestAmendment.class,
        requests::request,
        Role.COORDINATOR,
        (actor, subject) ->
            drives(actor, subject, programmes)
                && implementations.running(subject)
                && !requests.underWay(subject));
  }

  @Bean
  Edit<RequestExtension> requestExtensionEdit(
      Extensions extensions, Implementations implementations, Programmes programmes) {
    return Edit.ofRole(
        "request-extension",
        RequestExtension.class,
        extensions::request,
        Role.COORDINATOR,
        (actor, subject) ->
            drives(actor, subject, programmes)
                && implementations.running(subject)
                && !extensions.taken(subject));
  }

  private static boolean drives(Actor actor, String subject, Programmes programmes) {
    return programmes
        .find(subject)
        .filter(p -> p.state() == Programme.State.RUNNING)
        .filter(p -> actor.in(Role.COORDINATOR.group(p.nis(), p.region())))
        .isPresent();
  }
}
