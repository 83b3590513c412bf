/**
 * What people are told. An {@link org.trame.notification.Announcement} is written in the
 * transaction of what it announces; those of a person and a day make one {@link
 * org.trame.notification.Mail}, which leaves through the outbox, once.
 */
package org.trame.notification;
