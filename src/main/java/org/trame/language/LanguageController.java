package org.trame.language;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The language switch: it stays on the page. */
@Controller
class LanguageController {

  @PostMapping("/language")
  String choose(
      @RequestParam String language, HttpServletRequest request, HttpServletResponse response) {
    String chosen = "nl".equals(language) ? "nl" : "fr";
    // Tasklist's own script reads it too, hence not HttpOnly.
    ResponseCookie cookie =
        ResponseCookie.from(LanguageFilter.COOKIE, chosen)
            .path("/")
            .maxAge(Duration.ofDays(365))
            .sameSite("Lax")
            .secure(request.isSecure())
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    return "redirect:" + pageOf(request.getHeader(HttpHeaders.REFERER));
  }

  /** Path of the page the reader came from; never another site. */
  static String pageOf(String referer) {
    if (referer == null) {
      return "/";
    }
    try {
      URI page = URI.create(referer);
      String query = page.getRawQuery() == null ? "" : "?" + page.getRawQuery();
      String path = page.getRawPath();
      return path == null || !path.startsWith("/") || path.startsWith("//") ? "/" : path + query;
    } catch (IllegalArgumentException e) {
      return "/";
    }
  }
}
