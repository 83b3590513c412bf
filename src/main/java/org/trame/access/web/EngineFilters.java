package org.trame.access.web;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trame.access.engine.EngineDoors;

/**
 * What stands between the sign-in and the engine. These filters are mapped by the servlet container
 * itself, exactly as the engine's servlets are: no way of writing an address gets round them.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class EngineFilters {

  private static final int AFTER_SIGN_IN = 100;
  private static final String REST = "/engine-rest/*";
  private static final String WEB_API = "/camunda/api/*";

  @Bean
  FilterRegistrationBean<EngineDoorsFilter> engineDoorsRegistration(
      EngineDoors doors, Problems problems) {
    return on(new EngineDoorsFilter(doors, problems), AFTER_SIGN_IN, REST, WEB_API);
  }

  @Bean
  FilterRegistrationBean<EngineAuthenticationFilter> engineAuthenticationRegistration(
      IdentityService identities) {
    return on(new EngineAuthenticationFilter(identities), AFTER_SIGN_IN + 1, REST);
  }

  /** The web applications take over the person who signed in to our pages. */
  @Bean
  FilterRegistrationBean<ContainerBasedAuthenticationFilter> webApplicationSignIn() {
    var registration =
        on(new ContainerBasedAuthenticationFilter(), AFTER_SIGN_IN + 1, "/camunda/app/*", WEB_API);
    registration.addInitParameter("authentication-provider", SignedIn.class.getName());
    return registration;
  }

  private static <T extends jakarta.servlet.Filter> FilterRegistrationBean<T> on(
      T filter, int order, String... paths) {
    var registration = new FilterRegistrationBean<>(filter);
    registration.addUrlPatterns(paths);
    registration.setOrder(order);
    return registration;
  }
}
