package org.trame.notification.outbox;

import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/**
 * Why a mail was not taken.
 *
 * @param code the server's reply code, or 0 if it said nothing
 * @param ofSender whether the server refuses our own address: no mail will pass
 * @param words what it said, or what went wrong
 */
record Trouble(int code, boolean ofSender, String words) {

  private static final int LONGEST = 1000;

  static Trouble of(Exception thrown) {
    Exception told = thrown;
    Exception last = thrown;
    int code = 0;
    boolean ofSender = false;
    for (Exception e = thrown; e != null; e = next(e)) {
      last = e;
      int itsCode = code(e);
      if (itsCode > 0) {
        code = itsCode;
        told = e;
        ofSender |= e instanceof SMTPSenderFailedException;
      }
    }
    String words = String.valueOf((code > 0 ? told : last).getMessage()).strip();
    return new Trouble(
        code, ofSender, words.length() > LONGEST ? words.substring(0, LONGEST) : words);
  }

  /** Whether the server refuses the mail for good. */
  boolean isFinal() {
    return code >= 500 && !ofSender;
  }

  /** Whether the server said at all what became of the mail. */
  boolean isAnswer() {
    return code > 0;
  }

  private static Exception next(Exception e) {
    return e instanceof MessagingException m ? m.getNextException() : null;
  }

  private static int code(Exception e) {
    if (e instanceof SMTPAddressFailedException address) {
      return address.getReturnCode();
    } else if (e instanceof SMTPSenderFailedException sender) {
      return sender.getReturnCode();
    } else if (e instanceof SMTPSendFailedException send) {
      return send.getReturnCode();
    }
    return 0;
  }
}
