package org.trame.agreement;

import java.util.UUID;
import org.trame.input.OneOf;

/**
 * A signature given with the signer's own certificate.
 *
 * @param signature number of a signature that is awaited from the signer's organisation
 * @param signedPdf the printed text, signed
 */
public record SignByPdf(@OneOf("mySignatures") String signature, UUID signedPdf) {}
