package org.trame.workflow;

import java.util.List;

/** Looks at all models and forms of a start before any of them is deployed. */
public interface ModelCheck {

  /**
   * Looks at them.
   *
   * @throws org.trame.platform.StartupFailure if one is wrong: then none is deployed
   */
  void check(List<ModelFile> models);
}
