package org.trame.approval;

import java.time.LocalDate;
import org.trame.input.MayBeEmpty;
import org.trame.input.OneOf;

/**
 * A piece is put in the dossier, or said to be absent.
 *
 * @param piece code of the piece
 * @param present whether it is there
 * @param reference number or name of the document; required if it is there
 * @param datedOn date of the document; required if it is there
 */
public record PutPiece(
    @OneOf("dossierPieces") String piece,
    Boolean present,
    @MayBeEmpty String reference,
    @MayBeEmpty LocalDate datedOn) {}
