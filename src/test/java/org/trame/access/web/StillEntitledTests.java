package org.trame.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.trame.TrameTest;
import org.trame.access.account.Accounts;

@TrameTest
class StillEntitledTests {

  @Autowired Accounts accounts;

  @AfterEach
  void nobody() {
    SecurityContextHolder.clearContext();
  }

  @Test
  void aSessionLivesAsLongAsTheAccountAndItsGroups() throws Exception {
    assertThat(staysSignedIn("secretaire", List.of("council-secretary-21009"))).isTrue();
    assertThat(staysSignedIn("secretaire", List.of())).as("a group was added").isTrue();
    assertThat(staysSignedIn("secretaire", List.of("coordinator-21009"))).isFalse();
    assertThat(staysSignedIn("partie", List.of("coordinator-21009"))).isFalse();
  }

  private boolean staysSignedIn(String account, List<String> groups) throws Exception {
    SecurityContextHolder.getContext()
        .setAuthentication(
            UsernamePasswordAuthenticationToken.authenticated(
                account, null, AuthorityUtils.createAuthorityList(groups)));
    MockHttpSession session = new MockHttpSession();
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setSession(session);
    new StillEntitled(accounts, 0)
        .doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
    return !session.isInvalid() && SecurityContextHolder.getContext().getAuthentication() != null;
  }
}
