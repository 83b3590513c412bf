package org.trame.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.web.filter.OncePerRequestFilter;
import org.trame.access.Actor;
import org.trame.access.Actors;
import org.trame.access.engine.EngineGroups;

/**
 * Tells the engine on whose behalf its REST interface is called, so that it checks their rights.
 */
final class EngineAuthenticationFilter extends OncePerRequestFilter {

  private final IdentityService identities;

  EngineAuthenticationFilter(IdentityService identities) {
    this.identities = identities;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Actor actor = Actors.current();
    identities.setAuthentication(actor.userId(), EngineGroups.of(actor));
    try {
      chain.doFilter(request, response);
    } finally {
      identities.clearAuthentication();
    }
  }
}
