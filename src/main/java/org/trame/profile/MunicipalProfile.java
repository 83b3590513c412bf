package org.trame.profile;

import java.time.LocalDate;

/**
 * The confirmed profile of a municipality.
 *
 * @param nis NIS code
 * @param membersInOffice members of the council in office
 * @param officeEmail address of the office that follows the programmes
 * @param confirmedOn day it was confirmed
 * @param confirmedBy account that confirmed it
 */
public record MunicipalProfile(
    String nis,
    int membersInOffice,
    String officeEmail,
    LocalDate confirmedOn,
    String confirmedBy) {}
