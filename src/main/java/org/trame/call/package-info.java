/**
 * Calls: how the Region chooses the programmes of a year. A selection round has an envelope, a grid
 * that is frozen when it opens, candidatures with reasoned scores, a reasoned decision on each; at
 * its end the programmes that were kept are opened with their shares.
 */
package org.trame.call;
