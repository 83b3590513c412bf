package org.trame.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A signature, given or awaited: one row for each person an organisation needs.
 *
 * @param id technical number
 * @param agreement number of the agreement
 * @param version number of the version
 * @param party number of the organisation
 * @param group code of the signing group
 * @param capacity as what it signs
 * @param rank its turn
 * @param state where it stands
 * @param askedOn day it was asked, or null
 * @param mode how it was given, or null
 * @param person number of the person who signed or refused, or null
 * @param personName name of that person, or null
 * @param mandate number of the mandate by which, or null
 * @param signedOn day it was given, or null
 * @param signedAt moment it was given or written down, or null
 * @param sha256 SHA-256 of the text that was signed, or null
 * @param document signed PDF or scan, or null
 * @param certificate SHA-256 of the certificate of a signed PDF, or null
 * @param certificateName name on that certificate, or null
 * @param certificateLevel level of that signature, or null
 * @param enteredBy account that gave it or wrote it down, or null
 * @param confirmedBy second account that confirmed a signature on paper, or null
 * @param clock id of the clock whose silence is the assent, or null
 * @param reason why it was refused, or null
 * @param voidReason why it is void, or null
 * @param remindedOn day its signers were reminded by a person, or null
 */
public record Signature(
    long id,
    long agreement,
    int version,
    long party,
    String group,
    Capacity capacity,
    int rank,
    State state,
    LocalDate askedOn,
    Mode mode,
    Long person,
    String personName,
    Long mandate,
    LocalDate signedOn,
    Instant signedAt,
    String sha256,
    UUID document,
    String certificate,
    String certificateName,
    String certificateLevel,
    String enteredBy,
    String confirmedBy,
    Long clock,
    String reason,
    String voidReason,
    LocalDate remindedOn) {

  /** Where a signature stands. */
  public enum State {
    /** It is not its turn yet. */
    TO_COME,
    AWAITED,
    /** Written down from paper; a second person has to confirm it. */
    TO_CONFIRM,
    /** Given: an explicit assent. */
    SIGNED,
    REFUSED,
    /** Nobody answered in time, and a rule makes an assent of it. */
    TACIT,
    /** Enough of its group have signed. */
    NOT_NEEDED,
    /** The text was changed, or the agreement given up. */
    VOID
  }

  /** How a signature is given. */
  public enum Mode {
    /** In Trame, with the password typed again. */
    ELECTRONIC,
    /** By a PDF signed with the signer's own certificate. */
    PDF,
    /** On paper, kept as a scan. */
    PAPER
  }

  /** Whether an answer is still awaited from its organisation. */
  public boolean awaited() {
    return state == State.AWAITED || state == State.TO_CONFIRM;
  }

  /** Whether its organisation agreed, by saying so or by silence. */
  public boolean agreed() {
    return state == State.SIGNED || state == State.TACIT;
  }
}
