package org.trame.agreement;

import org.trame.input.Hidden;
import org.trame.input.OneOf;
import org.trame.input.Secret;

/**
 * A signature given in Trame.
 *
 * @param onBehalfOf number of the organisation that signs
 * @param shownSha256 hash of the text that was shown
 * @param password password of the account, typed again
 */
public record SignElectronically(
    @OneOf("mySigningParties") String onBehalfOf,
    @Hidden @OneOf("agreementTexts") String shownSha256,
    @Secret String password) {}
