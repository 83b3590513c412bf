/**
 * The calendar feed: what is due as iCalendar, at a private address that calendar programs read
 * without signing in.
 */
package org.trame.feed;
