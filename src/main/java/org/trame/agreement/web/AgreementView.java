package org.trame.agreement.web;

import java.util.List;
import org.trame.agreement.AgreementDifference;
import org.trame.agreement.Assents;
import org.trame.agreement.Clause;

/**
 * An agreement as its page shows it, in the reader's language.
 *
 * @param id number
 * @param kind what it is, and which of its programme
 * @param title what it is called
 * @param state code of its state
 * @param programme id of its programme
 * @param programmeName name of its programme
 * @param readsProgramme whether the reader may see the programme
 * @param ended when and why it ended, or empty
 * @param joint number of the joint agreement that took its place, or null
 * @param version the version shown
 * @param text what it says; empty while it is drafted, for whoever is not its drafter
 * @param change what the version shown changes in the one it amends, or null
 * @param turns its signatures, turn by turn
 * @param assents what the parties said
 * @param history answers to earlier versions
 * @param mediations its mediations, the latest first
 * @param versions every version
 * @param story what happened, the latest first
 */
public record AgreementView(
    long id,
    String kind,
    String title,
    String state,
    String programme,
    String programmeName,
    boolean readsProgramme,
    String ended,
    Long joint,
    Version version,
    Text text,
    Change change,
    List<Turn> turns,
    Assents assents,
    List<Answer> history,
    List<Mediated> mediations,
    List<Version> versions,
    List<Act> story) {

  /**
   * A version.
   *
   * @param number its number
   * @param state code of its state
   * @param when since when, in words, or empty
   * @param reason why it is void, or empty
   * @param sha256 hash of its text, or empty
   */
  public record Version(int number, String state, String when, String reason, String sha256) {}

  /**
   * What a version says.
   *
   * @param amount in words
   * @param endsOn in words
   * @param parties its organisations, in words
   * @param clauses its clauses
   * @param promises what they promise each other
   */
  public record Text(
      String amount,
      String endsOn,
      List<String> parties,
      List<Clause> clauses,
      List<Promise> promises) {}

  /** A promise of the text, in words. */
  public record Promise(
      String code,
      int clause,
      String author,
      String beneficiary,
      String promise,
      String due,
      int noticeDays,
      String evidence) {}

  /**
   * What a version changes.
   *
   * @param about which version it amends, and what it is about
   * @param kind what it has to go through and why, or empty before that is known
   * @param source where that rule comes from, or empty
   * @param terms terms and organisations that changed, in words
   * @param clauses clauses that changed
   */
  public record Change(
      String about,
      String kind,
      String source,
      List<String> terms,
      List<AgreementDifference.Change> clauses) {}

  /**
   * Groups that sign in the same turn.
   *
   * @param rank which turn
   * @param groups the groups
   */
  public record Turn(int rank, List<Group> groups) {}

  /**
   * A group.
   *
   * @param name its name
   * @param rule how many have to sign
   * @param source where it comes from
   * @param answers one for each signature
   */
  public record Group(String name, String rule, String source, List<Answer> answers) {}

  /**
   * A signature.
   *
   * @param party organisation
   * @param capacity as what
   * @param state code of its state
   * @param facts who, when, how, by which mandate, since when it is awaited
   * @param clock id of the clock that proves a silence or says until when, or null
   * @param document address of the scan or signed PDF, or empty
   * @param documentName what it is, or empty
   * @param reservations what was reserved
   * @param version number of the version answered
   */
  public record Answer(
      String party,
      String capacity,
      String state,
      List<String> facts,
      Long clock,
      String document,
      String documentName,
      List<Reserved> reservations,
      int version) {}

  /**
   * A mediation.
   *
   * @param facts why, by whom, since when
   * @param outcome code of what came of it, or empty while it is open
   * @param words the same in words, or empty
   */
  public record Mediated(List<String> facts, String outcome, String words) {}

  /** A reservation: on what, its words, and its id if the reader may take it back. */
  public record Reserved(String on, String words, String removable) {}

  /** An act of the ledger. */
  public record Act(String day, String by, String sentence) {}
}
