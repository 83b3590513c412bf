/**
 * The back-plan: from the end that the law sets to a period of a programme, the day on which each
 * remaining step must begin at the latest, what is left in between, and what happens to the end if
 * something goes otherwise. {@link org.trame.backplan.CriticalPath} computes and knows only
 * calendars; {@link org.trame.backplan.BackPlans} reads the regime's table {@code BackPlan}, the
 * history and the clocks.
 */
package org.trame.backplan;
