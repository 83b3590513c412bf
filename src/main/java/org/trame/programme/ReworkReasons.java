package org.trame.programme;

import java.time.LocalDate;
import java.util.List;

/** Why a draft comes back to be worked on; implemented by whoever can send it back. */
public interface ReworkReasons {

  /** The reasons given so far for sending this programme back, oldest first. */
  List<Reason> of(String programme);

  /**
   * One reason.
   *
   * @param on day it was given
   * @param by message key of who gave it, for example {@code rework.council}
   * @param words what was said
   */
  record Reason(LocalDate on, String by, String words) {}
}
