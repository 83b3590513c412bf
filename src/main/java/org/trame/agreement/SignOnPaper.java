package org.trame.agreement;

import java.time.LocalDate;
import java.util.UUID;
import org.trame.input.Hidden;
import org.trame.input.OneOf;

/**
 * A signature given on paper, written down by one person and confirmed by another.
 *
 * @param awaitedParty number of the organisation whose signature is awaited
 * @param paperSigner number of the person who signed
 * @param paperSignedOn day it was signed
 * @param scan scan of the signed text
 * @param shownSha256 hash of the text that was shown
 */
public record SignOnPaper(
    @OneOf("awaitedParties") String awaitedParty,
    @OneOf("paperSigners") String paperSigner,
    LocalDate paperSignedOn,
    UUID scan,
    @Hidden @OneOf("agreementTexts") String shownSha256) {}
