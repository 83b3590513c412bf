/**
 * Scenarios: whole programmes played through the real engine in simulated time. They are tests,
 * demo data and documentation; their format is described in {@code docs/scenarios.md}.
 */
package org.trame.scenario;
