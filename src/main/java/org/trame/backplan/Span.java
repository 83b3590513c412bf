package org.trame.backplan;

import java.time.LocalDate;
import java.util.List;
import org.trame.calendar.Computation;
import org.trame.calendar.Counting;
import org.trame.calendar.Term;

/**
 * How long a step usually takes: a term, and others that follow it.
 *
 * @param counting the first term and how days are counted
 * @param further terms counted after it
 */
public record Span(Counting counting, List<Term> further) {

  /** The day it ends if it begins on this day, which is not counted. */
  public LocalDate end(LocalDate from) {
    return Computation.of(counting, from, List.of(), further).due();
  }

  /** All terms, in their order. */
  public List<Term> terms() {
    return java.util.stream.Stream.concat(
            java.util.stream.Stream.of(counting.term()), further.stream())
        .toList();
  }
}
