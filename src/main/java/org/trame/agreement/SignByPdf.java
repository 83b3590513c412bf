package org.trame.agreement;

import java.util.UUID;
import org.trame.input.OneOf;

/**
 * A signature given with the signer's own certificate.
 *
 * @param onBehalfOf number of the organisation that signs
 * @param signedPdf the printed text, signed
 */
public record SignByPdf(@OneOf("mySigningParties") String onBehalfOf, UUID signedPdf) {}
