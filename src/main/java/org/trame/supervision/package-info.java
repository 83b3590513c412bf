/**
 * Supervision by approval of the acts of municipalities (ordinance of 14 May 1998, numac
 * 1998031259): acts sent to the Government while a programme is implemented, its decrees, and what
 * its silence is worth. Approved by decree and deemed approved are two different things here, and
 * never counted together.
 */
package org.trame.supervision;
