/**
 * Counting of days: calendars, terms, suspensions, extensions, and the day on which a limit ends,
 * with every step of the way there. Knows no programme, no rule table and no database.
 */
package org.trame.calendar;
