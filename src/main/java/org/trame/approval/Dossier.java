package org.trame.approval;

import java.time.LocalDate;

/**
 * A dossier handed to the Region for approval.
 *
 * @param id technical id
 * @param programme programme
 * @param number 1 for the approval of the programme, then one for each heavy amendment
 * @param openedOn day the programme was ready to be sent
 * @param sentOn day it was last sent, or null
 * @param complete whether the Region found it complete, or null before it looked
 * @param missing what was missing, or null
 * @param round round of the examination, from 1
 * @param version version of the programme that is examined
 * @param previousVersion version the examiner compares it with, or null
 * @param votedVersion version the council last voted
 * @param proposal what the administration proposes, or null
 * @param proposalMotives why, or null
 * @param proposedBy account that proposed, or null
 * @param outcome decision, or null while it is awaited
 * @param motives motives of the decision, or null
 * @param decidedBy account that decided, or null
 * @param decidedOn day of the decision, or null
 */
public record Dossier(
    long id,
    String programme,
    int number,
    LocalDate openedOn,
    LocalDate sentOn,
    Boolean complete,
    String missing,
    int round,
    int version,
    Integer previousVersion,
    int votedVersion,
    ApprovalOutcome proposal,
    String proposalMotives,
    String proposedBy,
    ApprovalOutcome outcome,
    String motives,
    String decidedBy,
    LocalDate decidedOn) {}
