package org.trame.agreement;

import org.trame.input.Hidden;
import org.trame.input.OneOf;
import org.trame.input.Secret;

/**
 * A signature given in Trame.
 *
 * @param signature number of the signature that is awaited
 * @param shownSha256 hash of the text that was shown
 * @param password password of the account, typed again
 */
public record SignElectronically(
    @OneOf("mySignatures") String signature, @Hidden String shownSha256, @Secret String password) {}
