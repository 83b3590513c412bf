package org.trame.consultation.process;

/** Variables of the process {@code CommissionConsultation}. */
final class CommissionConsultationVariables {

  /** Whether the commission meets again. */
  static final String MEET_AGAIN = "meetAgain";

  /** How many members are asked for an opinion of their own. */
  static final String MEMBERS_ASKED = "membersAsked";

  /** Mandate of the member asked, in each instance of {@code Task_GiveOpinion}. */
  static final String MANDATE = "mandate";

  private CommissionConsultationVariables() {}
}
