package org.trame.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.trame.access.Actors;
import org.trame.access.engine.EngineDoors;

/** Stops what nobody may send to the engine before it gets there. */
final class EngineDoorsFilter extends OncePerRequestFilter {

  private final EngineDoors doors;
  private final Problems problems;

  EngineDoorsFilter(EngineDoors doors, Problems problems) {
    this.doors = doors;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String path =
        request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
    if (doors.open(Actors.current(), request.getMethod(), path)) {
      chain.doFilter(request, response);
    } else {
      problems.write(response, HttpStatus.FORBIDDEN, "problem.closed-door");
    }
  }
}
