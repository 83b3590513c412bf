package org.trame.document.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A form larger than the server reads gets the error page with its sentence. It comes before the
 * sign-in: the token against forgery is in the form, which nobody will read.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class TooLargeFilter extends OncePerRequestFilter {

  private final DataSize limit;

  TooLargeFilter(@Value("${trame.documents.max-size}") DataSize limit) {
    this.limit = limit;
  }

  /** Programs get their problem document from {@link UploadErrors}. */
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String type = request.getContentType();
    return type == null
        || !type.startsWith("multipart/")
        || request.getRequestURI().startsWith("/api/")
        || request.getContentLengthLong() <= MultipartLimits.ofRequest(limit).toBytes();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    request.setAttribute("largestFile", limit.toMegabytes());
    request.setAttribute(
        RequestDispatcher.ERROR_STATUS_CODE, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
    request.getRequestDispatcher("/error").forward(new Unread(request), response);
  }

  /** The request without its body: the error page would try to read it again. */
  private static final class Unread extends HttpServletRequestWrapper {

    Unread(HttpServletRequest request) {
      super(request);
    }

    @Override
    public String getMethod() {
      return "GET";
    }

    @Override
    public String getContentType() {
      return null;
    }
  }
}
