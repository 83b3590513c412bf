package org.trame.consultation;

import java.time.LocalDate;
import org.trame.input.LongText;

/**
 * The public inquiry is announced.
 *
 * @param announcedOn day of the announcement
 * @param opensOn first day
 * @param closesOn last day
 * @param places where the file can be read
 */
public record AnnounceInquiry(
    LocalDate announcedOn, LocalDate opensOn, LocalDate closesOn, @LongText String places) {}
