package org.trame.access.web;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Component;
import org.trame.access.Actor;
import org.trame.access.account.Accounts;

/** Sign-in with an account; its authorities are the groups it belongs to. */
@Component
class AccountAuthentication implements AuthenticationProvider {

  private final Accounts accounts;

  AccountAuthentication(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public Authentication authenticate(Authentication asked) {
    Object password = asked.getCredentials();
    Actor actor =
        accounts
            .authenticate(asked.getName(), password == null ? "" : password.toString())
            .orElseThrow(() -> new BadCredentialsException("Unknown name or password"));
    var known =
        UsernamePasswordAuthenticationToken.authenticated(
            actor.userId(), null, AuthorityUtils.createAuthorityList(actor.groups()));
    known.setDetails(asked.getDetails());
    return known;
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }
}
