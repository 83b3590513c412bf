/**
 * The engine: its configuration, and the port through which every module starts, correlates and
 * looks at work. The only place that configures Camunda.
 */
@org.springframework.modulith.ApplicationModule(
    type = org.springframework.modulith.ApplicationModule.Type.OPEN)
package org.trame.workflow;
