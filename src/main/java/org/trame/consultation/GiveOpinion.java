package org.trame.consultation;

import org.trame.input.LongText;
import org.trame.input.MayBeEmpty;
import org.trame.input.OneOf;

/**
 * What a member hands in with the task: a last opinion, or none.
 *
 * @param answer what it comes to, or that the member has no (other) opinion
 * @param about an action, or the programme as a whole; required with an opinion
 * @param text the opinion; required with one
 */
public record GiveOpinion(
    Answer answer,
    @MayBeEmpty @OneOf("opinion-subjects") String about,
    @MayBeEmpty @LongText String text) {

  /** A position, or none. */
  public enum Answer {
    FAVOURABLE,
    RESERVED,
    UNFAVOURABLE,
    /** No opinion: said, not guessed from silence. */
    NO_OPINION
  }
}
