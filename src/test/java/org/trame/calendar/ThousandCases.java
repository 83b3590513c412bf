package org.trame.calendar;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/** A property that checked fewer than a thousand cases has not been tested. */
final class ThousandCases implements AroundPropertyHook {

  static final int CASES = 1_000;

  @Override
  public PropertyExecutionResult aroundProperty(
      PropertyLifecycleContext context, PropertyExecutor property) {
    PropertyExecutionResult result = property.execute();
    return result.status() == PropertyExecutionResult.Status.SUCCESSFUL
            && result.countChecks() < CASES
        ? result.mapToFailed("only " + result.countChecks() + " cases")
        : result;
  }
}
