/** Pages that show what several modules know: home, the thread of a programme. */
package org.trame.board;
