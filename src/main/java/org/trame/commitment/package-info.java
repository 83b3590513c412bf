/**
 * The life of what the organisations of an agreement promise each other: due dates as they come,
 * what was declared, confirmed, contested or broken, changes both sides agree on, reviews. The
 * authority's own promises go the same way as its partners'.
 */
package org.trame.commitment;
