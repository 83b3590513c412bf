package org.trame.workflow;

import java.time.Instant;

/**
 * One time a subject went through an activity of one of its phases.
 *
 * @param subject programme or selection round
 * @param activity {@code <phase>/<activity>}
 * @param began when it was reached
 * @param ended when it was left, or null
 */
public record Passage(String subject, String activity, Instant began, Instant ended) {}
