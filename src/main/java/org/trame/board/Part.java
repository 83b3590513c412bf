package org.trame.board;

import java.util.Map;
import org.trame.programme.Programme;

/** A part of a programme's page. */
interface Part {

  /** The values of this part by name. */
  Map<String, Object> of(Programme programme);
}
