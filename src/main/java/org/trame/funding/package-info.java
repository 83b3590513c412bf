/**
 * Money: the envelope of each programme, by source, and what may be spent of it. Amounts are euros
 * with two decimals.
 */
package org.trame.funding;
