package org.trame.consultation;

import java.time.LocalDate;

/**
 * A minority position that was annexed.
 *
 * @param meeting id of the meeting
 * @param category category of the author's seat
 * @param seatNumber number of the author's seat
 * @param text the position
 * @param annexedOn day it was annexed
 */
public record AnnexedDissent(
    long meeting, String category, int seatNumber, String text, LocalDate annexedOn) {}
