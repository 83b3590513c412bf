package org.trame.language;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
    LocaleContextHolder.setLocale(choose(request));
    try {
      chain.doFilter(request, response);
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
            ? java.util.Collections.<Locale>emptyEnumeration()
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
}
