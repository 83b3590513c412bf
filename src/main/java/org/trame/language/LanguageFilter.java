package org.trame.language;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * Chooses the language of a request: the cookie {@value #COOKIE} if the reader chose one, otherwise
 * what the browser asks for, otherwise French. It stands before every servlet, so that the engine's
 * REST interface, the web applications and our pages speak the same language.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class LanguageFilter extends OncePerRequestFilter {

  static final String COOKIE = "trame-lang";

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Locale chosen = choose(request);
    LocaleContextHolder.setLocale(chosen);
    try {
      chain.doFilter(new InLanguage(request, chosen), response);
    } finally {
      LocaleContextHolder.resetLocaleContext();
    }
  }

  static Locale choose(HttpServletRequest request) {
    Cookie chosen = WebUtils.getCookie(request, COOKIE);
    if (chosen != null) {
      return "nl".equals(chosen.getValue()) ? Languages.DUTCH : Languages.FRENCH;
    }
    var asked =
        request.getHeader("Accept-Language") == null
            ? Collections.<Locale>emptyEnumeration()
            : request.getLocales();
    while (asked.hasMoreElements()) {
      switch (asked.nextElement().getLanguage()) {
        case "nl":
          return Languages.DUTCH;
        case "fr":
          return Languages.FRENCH;
        default:
      }
    }
    return Languages.FRENCH;
  }

  /** Whatever asks the request for its language afterwards, Spring's servlet first, hears ours. */
  private static final class InLanguage extends HttpServletRequestWrapper {
    private final Locale chosen;

    InLanguage(HttpServletRequest request, Locale chosen) {
      super(request);
      this.chosen = chosen;
    }

    @Override
    public Locale getLocale() {
      return chosen;
    }

    @Override
    public Enumeration<Locale> getLocales() {
      return Collections.enumeration(List.of(chosen));
    }
  }
}
