package org.trame.agreement;

/**
 * What a party agrees to only with a reservation.
 *
 * @param id technical number
 * @param signature number of the signature it stands with
 * @param clause number of the clause it is on, or null
 * @param action code of the action it is on, or null; without either it is on the whole
 * @param words what it says
 */
public record Reservation(long id, long signature, Integer clause, String action, String words) {}
