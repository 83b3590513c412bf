/**
 * Money: the envelope of each programme, by source, what may be spent of it, and the payments that
 * agreements promise. Amounts are euros with two decimals.
 */
package org.trame.funding;
