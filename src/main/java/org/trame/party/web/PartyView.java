package org.trame.party.web;

import java.util.List;

/**
 * An organisation as its page shows it, in the reader's language.
 *
 * @param id number
 * @param name name
 * @param kind what it is
 * @param place its municipality or Region
 * @param number enterprise number, or empty
 * @param address where it is
 * @param mail where it is written to
 * @param powers who holds each power
 * @param people who acts for it
 * @param mandates its mandates, the latest to begin first
 * @param handovers those asked for, the latest first
 * @param history what happened, the latest first
 */
public record PartyView(
    long id,
    String name,
    String kind,
    String place,
    String number,
    String address,
    String mail,
    List<PowerLine> powers,
    List<PersonLine> people,
    List<MandateLine> mandates,
    List<HandoverLine> handovers,
    List<Act> history) {

  /**
   * A power.
   *
   * @param power in words
   * @param holders how many hold it today
   * @param level NONE, ONE or SEVERAL
   */
  public record PowerLine(String power, long holders, String level) {}

  /** A person; address and account are empty for who does not keep the organisation. */
  public record PersonLine(String name, String mail, String account) {}

  /**
   * A mandate.
   *
   * @param id number
   * @param person who holds it
   * @param powers in words
   * @param period in words
   * @param ceiling in words
   * @param act reference and day of the act
   * @param source what it derives from, or empty
   * @param state code of the state today
   * @param ended when and why it was ended early, or empty
   * @param delegable whether it may be delegated
   */
  public record MandateLine(
      long id,
      String person,
      String powers,
      String period,
      String ceiling,
      String act,
      String source,
      String state,
      String ended,
      boolean delegable) {}

  /** A handover: of which mandate, since when, and how it ended. */
  public record HandoverLine(
      long mandate, String asked, boolean done, String result, String note) {}

  /** An act of the ledger. */
  public record Act(String day, String by, String sentence) {}
}
