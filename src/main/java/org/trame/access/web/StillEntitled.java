package org.trame.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.trame.access.Actor;
import org.trame.access.Actors;
import org.trame.access.account.Accounts;

/**
 * Ends the session of a person whose account was removed, or taken out of a group, since the
 * sign-in: looked up at most every half minute. A group that was added counts from the next sign-in
 * on: nobody loses what he types because somebody gave him a mandate.
 */
final class StillEntitled extends OncePerRequestFilter {

  private static final String LOOKED_UP = StillEntitled.class.getName();
  private static final long PAUSE = TimeUnit.SECONDS.toNanos(30);

  private final Accounts accounts;
  private final long pause;

  StillEntitled(Accounts accounts) {
    this(accounts, PAUSE);
  }

  StillEntitled(Accounts accounts, long pause) {
    this.accounts = accounts;
    this.pause = pause;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    HttpSession session = request.getSession(false);
    Actor actor = Actors.current();
    if (session != null && !actor.isSystem() && due(session)) {
      if (entitled(actor)) {
        session.setAttribute(LOOKED_UP, System.nanoTime());
      } else {
        session.invalidate();
        SecurityContextHolder.clearContext();
      }
    }
    chain.doFilter(request, response);
  }

  private boolean due(HttpSession session) {
    return !(session.getAttribute(LOOKED_UP) instanceof Long last)
        || System.nanoTime() - last >= pause;
  }

  private boolean entitled(Actor actor) {
    return accounts
        .find(actor.userId())
        .map(now -> Set.copyOf(now.groups()).containsAll(actor.groups()))
        .orElse(false);
  }
}
