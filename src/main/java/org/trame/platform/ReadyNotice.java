package org.trame.platform;

import java.util.List;

/**
 * Lines a module adds to what Trame prints once it is ready, such as the demo accounts. Beans are
 * asked in their order.
 */
@FunctionalInterface
public interface ReadyNotice {

  /**
   * @return short French lines, none if there is nothing to say
   */
  List<String> lines();
}
