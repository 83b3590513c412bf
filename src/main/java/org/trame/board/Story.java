package org.trame.board;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Component;
import org.trame.deadline.LegalClock;
import org.trame.language.Messages;
import org.trame.ledger.Ledger;
import org.trame.ledger.LedgerEntry;

/** The acts of a programme in the reader's words, the latest first. */
@Component
class Story {

  private final Ledger ledger;
  private final Messages messages;
  private final Clock time;

  Story(Ledger ledger, Messages messages, Clock time) {
    this.ledger = ledger;
    this.messages = messages;
    this.time = time;
  }

  List<Line> of(String subject) {
    List<Line> lines = new ArrayList<>(ledger.of(subject).stream().map(this::line).toList());
    Collections.reverse(lines);
    return lines;
  }

  /** The acts on a clock, the latest first. */
  List<Line> ofClock(LegalClock clock) {
    String id = String.valueOf(clock.id());
    List<Line> lines =
        new ArrayList<>(
            ledger.of(clock.subject()).stream()
                .filter(e -> id.equals(e.details().get("clock")))
                .map(this::line)
                .toList());
    Collections.reverse(lines);
    return lines;
  }

  private Line line(LedgerEntry entry) {
    return new Line(
        LocalDateTime.ofInstant(entry.at(), time.getZone()),
        entry.bySystem() ? messages.say("board.system") : entry.actor(),
        messages.sayNamed("act." + entry.act(), entry.details()));
  }

  /**
   * One act.
   *
   * @param at when, in Brussels
   * @param who account, or the program
   * @param what a sentence
   */
  record Line(LocalDateTime at, String who, String what) {}
}
