package org.trame.supervision;

import java.time.LocalDate;

/**
 * The municipality sends an act to the Government.
 *
 * @param kind what it is, which sets the time to decide
 * @param title what it is about
 * @param reference number of the resolution
 * @param resolutionOn day it was taken
 * @param receivedOn day the Government received it
 * @param receipt reference of the proof: acknowledgement of receipt, or receipt
 */
public record TransmitAct(
    ActKind kind,
    String title,
    String reference,
    LocalDate resolutionOn,
    LocalDate receivedOn,
    String receipt) {}
