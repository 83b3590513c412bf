package org.trame.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.trame.access.Actors;

/** The sign-in page. */
@Controller
class LoginPage {

  static final String PATH = "/login";

  private static final String REFUSED = LoginPage.class.getName();

  private record Refused(String name) {}

  @GetMapping(PATH)
  String show(@RequestParam(required = false) String goodbye, HttpSession session, Model model) {
    if (!Actors.current().isSystem()) {
      return "redirect:/";
    }
    if (session.getAttribute(REFUSED) instanceof Refused refused) {
      session.removeAttribute(REFUSED);
      model.addAttribute("name", refused.name());
      model.addAttribute("refused", true);
    }
    model.addAttribute("goodbye", goodbye != null);
    return "login";
  }

  /** Back to the page, which says why and keeps the name. */
  static void refused(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
      throws IOException {
    String name = request.getParameter("username");
    request.getSession().setAttribute(REFUSED, new Refused(name == null ? "" : name));
    response.sendRedirect(request.getContextPath() + PATH);
  }
}
