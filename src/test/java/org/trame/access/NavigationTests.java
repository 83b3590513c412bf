package org.trame.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.trame.TrameTest;

/** Pages offer each role the applications it may open. */
@TrameTest
class NavigationTests {

  @Autowired WebApplicationContext context;

  private MockMvc mvc;

  @BeforeEach
  void browser() {
    mvc =
        MockMvcBuilders.webAppContextSetup(context)
            .apply(SecurityMockMvcConfigurers.springSecurity())
            .build();
  }

  @Test
  void eachRoleGetsItsApplications() throws Exception {
    assertThat(home("coordinateur", "coordinator-21009"))
        .contains("/tasklist/")
        .doesNotContain("/admin/", "/cockpit/");
    assertThat(home("auditeur", "auditor"))
        .contains("/cockpit/")
        .doesNotContain("/tasklist/", "/admin/");
    assertThat(home("admin", "camunda-admin"))
        .contains("/admin/", "/cockpit/")
        .doesNotContain("/tasklist/");
  }

  private String home(String account, String group) throws Exception {
    return mvc.perform(
            get("/").with(user(account).authorities(AuthorityUtils.createAuthorityList(group))))
        .andReturn()
        .getResponse()
        .getContentAsString();
  }
}
