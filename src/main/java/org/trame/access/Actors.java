package org.trame.access;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** The actor of the current thread: the signed-in person, otherwise the system. */
public final class Actors {

  private static final Actor THE_SYSTEM = new Actor(Actor.SYSTEM, List.of());

  private Actors() {}

  /** Who acts now. Authorities of the signed-in person are the engine's group ids. */
  public static Actor current() {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    if (who == null || !who.isAuthenticated() || "anonymousUser".equals(who.getPrincipal())) {
      return THE_SYSTEM;
    }
    return new Actor(
        who.getName(), who.getAuthorities().stream().map(GrantedAuthority::getAuthority).toList());
  }

  /** Runs a piece of work on behalf of an actor, and restores the one before. */
  public static <T> T as(Actor actor, Supplier<T> work) {
    SecurityContext before = SecurityContextHolder.getContext();
    var token =
        UsernamePasswordAuthenticationToken.authenticated(
            actor.userId(), null, AuthorityUtils.createAuthorityList(actor.groups()));
    SecurityContextHolder.setContext(new SecurityContextImpl(token));
    try {
      return work.get();
    } finally {
      SecurityContextHolder.setContext(before);
    }
  }
}
