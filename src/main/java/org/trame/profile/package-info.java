/**
 * What a municipality is asked once: members of its council in office, office address, closing
 * days. Confirmed by its coordinator, and taken as the default wherever it is needed.
 */
package org.trame.profile;
