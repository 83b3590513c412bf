package org.trame.supervision;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.trame.language.Messages;
import org.trame.worksheet.Worksheet;

/** The acts of a programme that await an answer, behind the tasks on one of them. */
@Component
class ActsWorksheet implements Worksheet {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private final SupervisedActs acts;
  private final Messages messages;

  ActsWorksheet(SupervisedActs acts, Messages messages) {
    this.acts = acts;
    this.messages = messages;
  }

  @Override
  public Set<String> tasks() {
    return Set.of("Task_ExamineAct", "Task_DecideAct");
  }

  @Override
  public List<Section> sections(String subject) {
    List<SupervisedAct> awaited = acts.awaited(subject);
    return List.of(
        new Section(
            "supervised-acts",
            List.of("reference", "kind", "title", "receivedOn", "due", "proposal"),
            awaited.stream().map(this::row).toList(),
            "",
            "",
            awaited.stream()
                .map(
                    a ->
                        new Note(
                            messages.say(
                                "note.supervised-act",
                                a.label(),
                                a.dueOn(),
                                a.source(Messages.locale())),
                            false))
                .toList()));
  }

  private Row row(SupervisedAct act) {
    return new Row(
        "",
        List.of(
            act.reference(),
            messages.say("choice.ActKind." + act.kind()),
            act.title(),
            DAY.format(act.receivedOn()),
            DAY.format(act.dueOn()),
            act.proposal() == null
                ? "–"
                : messages.say("choice.ActDecision." + act.proposal())
                    + " – "
                    + act.proposalMotives()),
        Map.of());
  }
}
