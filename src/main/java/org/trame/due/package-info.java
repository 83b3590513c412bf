/** What is due, for whom, when: the open clocks as a reader sees them. */
package org.trame.due;
