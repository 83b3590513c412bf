package org.trame.notification.outbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;

/** The mail server. */
interface PostOffice {

  /** How mails for it are written. */
  Session session();

  /** A connection, ready for mails. */
  OnceTransport connect() throws MessagingException;
}
