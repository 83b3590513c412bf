package org.trame.notification.outbox;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * An SMTP connection that asks a witness immediately before it writes the final dot. Until then the
 * server throws away what it has when the connection breaks (RFC 5321, 3.8 and 4.1.1.4); from then
 * on it may have taken the mail.
 */
class OnceTransport extends SMTPTransport {

  /** They would send a mail otherwise, or change it on the way. */
  private static final Set<String> NOT_USED = Set.of("CHUNKING", "8BITMIME");

  private Witness witness;
  private MessageDigest digest;

  OnceTransport(Session session, String protocol) {
    super(session, new URLName(protocol, null, -1, null, null, null), protocol, isSafe(protocol));
  }

  private static boolean isSafe(String protocol) {
    return "smtps".equals(protocol);
  }

  /** Keeps that the final dot is about to be written. */
  interface Witness {

    /**
     * Whether the dot may be written.
     *
     * @param sha256 of the whole mail as it went over the connection
     */
    boolean beforeDot(String sha256) throws SQLException;
  }

  /**
   * Sends a mail.
   *
   * @return what the server answered to the final dot
   * @throws Withheld if the witness forbade the dot
   */
  String send(Outgoing mail, byte[] source, Witness told) throws MessagingException {
    witness = told;
    digest = sha256();
    MimeMessage message = new MimeMessage(session, new ByteArrayInputStream(source));
    sendMessage(message, new Address[] {new InternetAddress(mail.address(), true)});
    return getLastServerResponse().strip();
  }

  @Override
  protected OutputStream data() throws MessagingException {
    return new DigestOutputStream(super.data(), digest);
  }

  @Override
  protected void finishData() throws IOException, MessagingException {
    try {
      if (!witness.beforeDot(HexFormat.of().formatHex(digest.digest()))) {
        throw new Withheld("the mail is somebody else's", null);
      }
    } catch (SQLException e) {
      throw new Withheld("the witness is away", e);
    }
    super.finishData();
  }

  @Override
  public boolean supportsExtension(String extension) {
    return !NOT_USED.contains(extension.toUpperCase(Locale.ROOT))
        && super.supportsExtension(extension);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An exception of the connection, for that is what makes the transport drop it. */
  static final class Withheld extends IOException {
    Withheld(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
