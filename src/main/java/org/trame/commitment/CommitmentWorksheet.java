package org.trame.commitment;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.trame.language.Messages;
import org.trame.worksheet.Worksheet;

/** What was promised, for the form of the task; the work is done on the page of the commitment. */
@Component
class CommitmentWorksheet implements Worksheet {

  private final Commitments commitments;
  private final Messages messages;

  CommitmentWorksheet(Commitments commitments, Messages messages) {
    this.commitments = commitments;
    this.messages = messages;
  }

  @Override
  public Set<String> tasks() {
    return Set.of(FollowUps.KEEP, FollowUps.CONFIRM, FollowUps.ANSWER, CommitmentChanges.DECIDE);
  }

  @Override
  public String page(String subject, String task) {
    return "/commitments/" + Commitment.ofSubject(subject);
  }

  @Override
  public List<Section> sections(String subject) {
    return commitments.find(Commitment.ofSubject(subject)).map(this::sections).orElse(List.of());
  }

  private List<Section> sections(Commitment commitment) {
    return List.of(
        new Section(
            "commitment-promise",
            List.of("promise", "evidence"),
            List.of(
                new Row(
                    "",
                    List.of(commitment.text().promise(), commitment.terms().evidence()),
                    Map.of())),
            "",
            "",
            List.of()),
        new Section(
            "commitment-occurrences",
            List.of("due", "state", "done"),
            commitments
                .occurrences(List.of(commitment.id()))
                .getOrDefault(commitment.id(), List.of())
                .stream()
                .map(this::row)
                .toList(),
            "",
            "",
            List.of()));
  }

  private Row row(Occurrence o) {
    return new Row(
        "",
        List.of(
            messages.say("commitment.dueOn", o.dueOn()),
            messages.say("commitment.state." + o.state()),
            o.declaration() == null
                ? "–"
                : messages.say("commitment.doneOn", o.declaration().doneOn())),
        Map.of());
  }
}
