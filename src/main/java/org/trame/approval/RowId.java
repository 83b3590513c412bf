package org.trame.approval;

import org.trame.input.Hidden;

/** Which row of a worksheet is meant. */
record RowId(@Hidden String id) {}
