package org.trame.programme;

import java.util.List;
import org.trame.input.Violation;

/** Work of another module that has to be over when a programme is closed, or ends with it. */
public interface EndsWithProgramme {

  /** The reasons why this programme may not be closed yet; empty if none. */
  List<Violation> obstacles(String programme);

  /** The programme is being closed: what runs on ends, in the same transaction. */
  void end(String programme);
}
