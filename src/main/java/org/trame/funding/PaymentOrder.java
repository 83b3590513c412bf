package org.trame.funding;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An order to pay an organisation what an agreement promises it.
 *
 * @param id number
 * @param agreement number of the agreement
 * @param payee number of the organisation that is paid
 * @param amount euros
 * @param purpose what is paid for
 * @param evidence document that shows it
 * @param state where it stands
 * @param preparedBy account
 * @param preparedOn day
 * @param decidedBy account, or null
 * @param decidedOn day, or null
 * @param mandate number of the mandate by which it was decided, or null
 * @param reason why it was refused, or null
 */
public record PaymentOrder(
    long id,
    long agreement,
    long payee,
    BigDecimal amount,
    String purpose,
    UUID evidence,
    State state,
    String preparedBy,
    LocalDate preparedOn,
    String decidedBy,
    LocalDate decidedOn,
    Long mandate,
    String reason) {

  private static final String SUBJECT = "payment-";

  /** Where an order stands. */
  public enum State {
    AWAITING,
    APPROVED,
    REFUSED
  }

  /** Its subject: business key of its process, and what its clock belongs to. */
  public String subject() {
    return subject(id);
  }

  /** The subject of the order of this number. */
  public static String subject(long id) {
    return SUBJECT + id;
  }

  /** The number of the order a subject stands for, or -1 if it is another's. */
  public static long ofSubject(String subject) {
    return subject != null && subject.matches(SUBJECT + "\\d{1,18}")
        ? Long.parseLong(subject.substring(SUBJECT.length()))
        : -1;
  }
}
