package org.trame.programme;

import java.util.List;
import java.util.Optional;

/** Something beside the programme that an amendment may be about, and goes through with it. */
public interface AmendmentMatter {

  /** What changes in it, a sentence each, in the reader's language; empty if it is not of here. */
  Optional<List<String>> changes(String subject);
}
