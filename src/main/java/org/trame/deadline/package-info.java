/**
 * Legal clocks. A regime's table {@code TimeLimits} says how long a step may take; a {@link
 * org.trame.deadline.LegalClock} is one such limit running in one programme: started, suspended,
 * resumed, extended, met or missed.
 */
package org.trame.deadline;
