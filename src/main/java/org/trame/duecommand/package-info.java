/** The command {@code due}: computes a due date and says why, without a server or a database. */
package org.trame.duecommand;
