/**
 * Time limits that no text fixes, as a municipality or a Region has set them for its own
 * programmes, with their history.
 */
package org.trame.localpractice;
