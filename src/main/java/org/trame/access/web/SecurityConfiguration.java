package org.trame.access.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.SimpleUrlLogoutSuccessHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.trame.access.account.Accounts;

/**
 * Four doors. Programs sign in at each request (HTTP Basic); calendar programs only know a private
 * link; people sign in once, for our pages and the engine's web applications alike, and sign out
 * once.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SecurityConfiguration {

  private static final PathPatternRequestMatcher.Builder PATH =
      PathPatternRequestMatcher.withDefaults();

  /** The sign-out button of the web applications. */
  private static final RequestMatcher WEB_APPLICATION_LOGOUT =
      PATH.matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/*/logout");

  private static final RequestMatcher CALENDAR_FEED = PATH.matcher("/calendar/{token}.ics");

  private static final RequestMatcher WEB_APPLICATION_API = PATH.matcher("/camunda/api/**");

  private static final RequestMatcher OPEN =
      any(
          PATH.matcher("/css/**"),
          PATH.matcher("/js/**"),
          PATH.matcher("/images/**"),
          PATH.matcher("/webjars/**"),
          PATH.matcher("/favicon.ico"),
          PATH.matcher("/favicon.svg"),
          PATH.matcher(HttpMethod.POST, "/language"),
          PATH.matcher(HttpMethod.GET, "/verify/{code}"),
          PATH.matcher(LoginPage.PATH),
          PATH.matcher(HttpMethod.GET, "/actuator/health"));

  private static final String PAGE_POLICY =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; base-uri 'self';"
          + " form-action 'self'; frame-ancestors 'none'; object-src 'none'";

  /** The engine's REST interface and Trame's own. */
  @Bean
  @Order(1)
  SecurityFilterChain programs(HttpSecurity http, Problems problems) throws Exception {
    AuthenticationEntryPoint unknown =
        (request, response, e) -> {
          response.setHeader("WWW-Authenticate", "Basic realm=\"Trame\", charset=\"UTF-8\"");
          problems.write(response, HttpStatus.UNAUTHORIZED, "problem.unauthenticated");
        };
    return http.securityMatcher(any(PATH.matcher("/engine-rest/**"), PATH.matcher("/api/**")))
        .authorizeHttpRequests(all -> all.anyRequest().authenticated())
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .httpBasic(basic -> basic.authenticationEntryPoint(unknown))
        .exceptionHandling(
            e ->
                e.authenticationEntryPoint(unknown)
                    .accessDeniedHandler(
                        (request, response, denied) ->
                            problems.write(response, HttpStatus.FORBIDDEN, "problem.closed-door")))
        .build();
  }

  /** Tasklist, Cockpit and Admin: the engine adds its own CSRF check and content policy. */
  @Bean
  @Order(2)
  SecurityFilterChain webApplications(HttpSecurity http, Problems problems, Accounts accounts)
      throws Exception {
    AuthenticationEntryPoint unknown =
        (request, response, e) ->
            problems.write(response, HttpStatus.UNAUTHORIZED, "problem.unauthenticated");
    return http.securityMatcher(PATH.matcher("/camunda/**"))
        .addFilterAfter(new StillEntitled(accounts), SecurityContextHolderFilter.class)
        .authorizeHttpRequests(all -> all.anyRequest().authenticated())
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(cache -> cache.requestCache(pagesOnly()))
        .exceptionHandling(
            e ->
                e.defaultAuthenticationEntryPointFor(unknown, WEB_APPLICATION_API)
                    .defaultAuthenticationEntryPointFor(toLogin(), PATH.matcher("/camunda/**")))
        .logout(
            logout ->
                logout
                    .logoutRequestMatcher(WEB_APPLICATION_LOGOUT)
                    .logoutSuccessHandler(
                        (request, response, who) ->
                            response.setStatus(HttpServletResponse.SC_NO_CONTENT)))
        .headers(
            headers -> headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
        .build();
  }

  /** Calendar feeds: whoever has the private link may read, without a session. */
  @Bean
  @Order(3)
  SecurityFilterChain calendars(HttpSecurity http) throws Exception {
    return http.securityMatcher(CALENDAR_FEED)
        .authorizeHttpRequests(
            all ->
                all.dispatcherTypeMatchers(DispatcherType.ERROR)
                    .permitAll()
                    .requestMatchers(HttpMethod.GET)
                    .permitAll()
                    .requestMatchers(HttpMethod.HEAD)
                    .permitAll()
                    .anyRequest()
                    .denyAll())
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .exceptionHandling(
            e -> e.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.FORBIDDEN)))
        .headers(
            headers -> headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)))
        .build();
  }

  /** Our pages, and the one sign-in. */
  @Bean
  @Order(4)
  SecurityFilterChain pages(HttpSecurity http, Accounts accounts) throws Exception {
    return http.addFilterAfter(new StillEntitled(accounts), SecurityContextHolderFilter.class)
        .authorizeHttpRequests(
            all ->
                all.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                    .permitAll()
                    .requestMatchers(OPEN)
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .requestCache(cache -> cache.requestCache(pagesOnly()))
        .formLogin(
            form -> form.loginPage(LoginPage.PATH).failureHandler(LoginPage::refused).permitAll())
        .logout(
            logout -> {
              var goodbye = new SimpleUrlLogoutSuccessHandler();
              goodbye.setDefaultTargetUrl(LoginPage.PATH + "?goodbye");
              logout.logoutSuccessHandler(goodbye);
            })
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(csp -> csp.policyDirectives(PAGE_POLICY))
                    .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
        .build();
  }

  private static AuthenticationEntryPoint toLogin() {
    return new LoginUrlAuthenticationEntryPoint(LoginPage.PATH);
  }

  /** After the sign-in a person returns to the page asked for, never to a script or a fragment. */
  private static HttpSessionRequestCache pagesOnly() {
    var cache = new HttpSessionRequestCache();
    cache.setRequestMatcher(
        request -> {
          String accept = request.getHeader("Accept");
          return "GET".equals(request.getMethod())
              && accept != null
              && accept.contains("text/html")
              && request.getHeader("HX-Request") == null;
        });
    cache.setMatchingRequestParameterName(null);
    return cache;
  }

  private static RequestMatcher any(RequestMatcher... matchers) {
    return new OrRequestMatcher(matchers);
  }
}
