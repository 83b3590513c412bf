package org.trame.approval;

import java.time.LocalDate;

/**
 * A piece of a dossier.
 *
 * @param code row of the regime's table {@code DossierPieces}
 * @param label what it is, in the reader's language
 * @param required whether the dossier may not leave without it
 * @param present whether it is in the dossier
 * @param reference number or name of the document, or null
 * @param datedOn date of the document, or null
 * @param source why it is asked
 */
public record Piece(
    String code,
    String label,
    boolean required,
    boolean present,
    String reference,
    LocalDate datedOn,
    String source) {}
