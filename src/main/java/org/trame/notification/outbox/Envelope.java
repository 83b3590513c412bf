package org.trame.notification.outbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;

/** Puts a mail in the form of RFC 5322: the plain text first, then the HTML. */
final class Envelope {

  private static final String CHARSET = "UTF-8";

  private Envelope() {}

  static byte[] source(Session session, Outgoing mail, String from, Instant now)
      throws MessagingException {
    MimeMessage message =
        new MimeMessage(session) {
          @Override
          protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", mail.messageId());
          }
        };
    message.setFrom(new InternetAddress(from, true));
    message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(mail.address(), true));
    message.setSubject(mail.subject(), CHARSET);
    message.setSentDate(Date.from(now));
    // RFC 3834: nobody's holiday answer comes back.
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setContentLanguage(new String[] {mail.language()});
    MimeMultipart parts = new MimeMultipart("alternative");
    parts.addBodyPart(part(mail.text(), "plain"));
    parts.addBodyPart(part(mail.html(), "html"));
    message.setContent(parts);
    message.saveChanges();
    var bytes = new ByteArrayOutputStream();
    try {
      message.writeTo(bytes);
    } catch (IOException e) {
      throw new MessagingException("The mail could not be written", e);
    }
    return bytes.toByteArray();
  }

  private static MimeBodyPart part(String content, String kind) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(content, CHARSET, kind);
    part.setHeader("Content-Transfer-Encoding", "quoted-printable");
    return part;
  }
}
