package org.trame.profile;

import java.time.LocalDate;

/**
 * The confirmed profile of a municipality.
 *
 * @param nis NIS code
 * @param membersInOffice members of the council in office
 * @param officeEmail address of the office that follows the programmes
 * @param closingDays days of the year on which the office is closed, as {@code 24/12, 31/12}; may
 *     be empty
 * @param confirmedOn day it was confirmed
 * @param confirmedBy account that confirmed it
 */
public record MunicipalProfile(
    String nis,
    int membersInOffice,
    String officeEmail,
    String closingDays,
    LocalDate confirmedOn,
    String confirmedBy) {}
