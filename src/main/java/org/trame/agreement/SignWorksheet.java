package org.trame.agreement;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.trame.language.Messages;
import org.trame.party.Parties;
import org.trame.party.Party;
import org.trame.worksheet.Worksheet;

/** What is signed, for the form of the task; the work is done on the page of the agreement. */
@Component
class SignWorksheet implements Worksheet {

  private final Agreements agreements;
  private final Signings signings;
  private final Parties parties;
  private final Messages messages;

  SignWorksheet(Agreements agreements, Signings signings, Parties parties, Messages messages) {
    this.agreements = agreements;
    this.signings = signings;
    this.parties = parties;
    this.messages = messages;
  }

  @Override
  public Set<String> tasks() {
    return Set.of(
        Signings.TASK,
        Signings.ENDORSE,
        Signings.CONFIRM,
        "Task_DecideAfterRefusal",
        "Task_NameMediator",
        "Task_RecordMediation");
  }

  @Override
  public String page(String subject, String task) {
    return "/agreements/" + Agreement.ofSubject(subject);
  }

  @Override
  public List<Section> sections(String subject) {
    return agreements.underWay(Agreement.ofSubject(subject)).map(this::sections).orElse(List.of());
  }

  private List<Section> sections(AgreementVersion version) {
    AgreementContent content = agreements.content(version);
    List<Signature> asked = signings.of(version);
    Map<Long, Party> known = parties.all(asked.stream().map(Signature::party).toList());
    return List.of(
        new Section(
            "agreement-text",
            List.of("number", "clauseHeading", "clauseBody"),
            content.clauses().stream()
                .map(
                    c ->
                        new Row(
                            "",
                            List.of(String.valueOf(c.number()), c.heading(), c.body()),
                            Map.of()))
                .toList(),
            "",
            "",
            List.of(
                new Note(
                    messages.say(
                        "note.agreement-hash",
                        version.number(),
                        version.sha256() == null ? "–" : version.sha256()),
                    false))),
        new Section(
            "agreement-signatures",
            List.of("party", "capacity", "state"),
            asked.stream()
                .filter(s -> s.state() != Signature.State.VOID)
                .map(
                    s ->
                        new Row(
                            "",
                            List.of(
                                known.get(s.party()).name(Messages.locale()),
                                messages.say("choice.Capacity." + s.capacity()),
                                messages.say("signature.state." + s.state())),
                            Map.of()))
                .toList(),
            "",
            "",
            List.of()));
  }
}
