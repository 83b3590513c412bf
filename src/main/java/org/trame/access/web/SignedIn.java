package org.trame.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.trame.access.Actor;
import org.trame.access.Actors;
import org.trame.access.engine.EngineGroups;

/** For the engine's web applications: whoever signed in to our pages. */
public class SignedIn implements AuthenticationProvider {

  @Override
  public AuthenticationResult extractAuthenticatedUser(
      HttpServletRequest request, ProcessEngine engine) {
    Actor actor = Actors.current();
    if (actor.isSystem()) {
      return AuthenticationResult.unsuccessful();
    }
    var result = AuthenticationResult.successful(actor.userId());
    result.setGroups(EngineGroups.of(actor));
    return result;
  }

  @Override
  public void augmentResponseByAuthenticationChallenge(
      HttpServletResponse response, ProcessEngine engine) {
    // Our own sign-in page stands before: there is nothing to ask for here.
  }
}
