package org.trame.agreement;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.trame.input.Violation;
import org.trame.language.Messages;
import org.trame.party.Mandates;
import org.trame.party.Parties;
import org.trame.party.Party;
import org.trame.party.Power;
import org.trame.worksheet.Worksheet;

/** The draft of an agreement: terms, clauses, signing groups, organisations. */
@Component
class DraftAgreementWorksheet implements Worksheet {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private final AgreementDrafts drafts;
  private final Parties parties;
  private final Mandates mandates;
  private final Messages messages;

  DraftAgreementWorksheet(
      AgreementDrafts drafts, Parties parties, Mandates mandates, Messages messages) {
    this.drafts = drafts;
    this.parties = parties;
    this.mandates = mandates;
    this.messages = messages;
  }

  @Override
  public Set<String> tasks() {
    return Set.of("Task_DraftAgreement");
  }

  @Override
  public List<Section> sections(String subject) {
    return drafts.draft(Agreement.ofSubject(subject)).map(this::sections).orElse(List.of());
  }

  private List<Section> sections(AgreementContent draft) {
    List<Note> missing = drafts.missing(draft).stream().map(v -> new Note(said(v), true)).toList();
    return List.of(
        new Section(
            "agreement-terms",
            List.of("agreementTitle", "agreementAmount", "agreementEndsOn"),
            List.of(terms(draft.version())),
            "agreement-terms",
            "",
            missing),
        new Section(
            "agreement-clauses",
            List.of("number", "clauseHeading", "clauseBody", "clauseAction"),
            draft.clauses().stream().map(this::clause).toList(),
            "agreement-clause",
            "agreement-clause-remove",
            List.of()),
        new Section(
            "agreement-groups",
            List.of("group", "groupCapacity", "groupRank", "groupNeeded", "groupSigners", "source"),
            draft.groups().stream().map(this::group).toList(),
            "agreement-group",
            "agreement-group-remove",
            List.of()),
        parties(draft),
        commitments(draft));
  }

  private Section commitments(AgreementContent draft) {
    Map<Long, Party> known =
        parties.all(draft.participants().stream().map(Participant::party).toList());
    return new Section(
        "agreement-commitments",
        List.of(
            "code",
            "commitmentClause",
            "commitmentAuthor",
            "commitmentBeneficiary",
            "promise",
            "due",
            "noticeDays",
            "evidence"),
        draft.commitments().stream().map(c -> commitment(c, known)).toList(),
        "agreement-commitment",
        "agreement-commitment-remove",
        List.of());
  }

  private Row commitment(DraftedCommitment c, Map<Long, Party> known) {
    Map<String, String> values = new HashMap<>();
    values.put("id", c.code());
    values.put("commitmentClause", String.valueOf(c.clause()));
    values.put("commitmentAuthor", String.valueOf(c.author()));
    values.put("commitmentBeneficiary", String.valueOf(c.beneficiary()));
    values.put("promise", c.promise());
    values.put("firstDue", c.firstDue().toString());
    values.put("recurrence", c.recurrence().name());
    values.put("lastDue", c.lastDue() == null ? "" : c.lastDue().toString());
    values.put("noticeDays", String.valueOf(c.noticeDays()));
    values.put("evidence", c.evidence());
    return new Row(
        c.code(),
        List.of(
            c.code(),
            String.valueOf(c.clause()),
            known.get(c.author()).name(Messages.locale()),
            known.get(c.beneficiary()).name(Messages.locale()),
            c.promise(),
            CommitmentWords.due(messages, Messages.locale(), c),
            String.valueOf(c.noticeDays()),
            c.evidence()),
        values);
  }

  private String said(Violation violation) {
    return messages.say(violation);
  }

  private Row terms(AgreementVersion version) {
    String amount = version.amount() == null ? "" : version.amount().toPlainString();
    LocalDate end = version.endsOn();
    return new Row(
        "terms",
        List.of(
            version.title(),
            version.amount() == null ? "–" : messages.say("agreement.euros", version.amount()),
            end == null ? "–" : DAY.format(end)),
        Map.of(
            "agreementTitle",
            version.title(),
            "agreementAmount",
            amount,
            "agreementEndsOn",
            end == null ? "" : end.toString()));
  }

  private Row clause(Clause clause) {
    String action = clause.action() == null ? "" : clause.action();
    return new Row(
        String.valueOf(clause.number()),
        List.of(
            String.valueOf(clause.number()),
            clause.heading(),
            clause.body(),
            action.isEmpty() ? "–" : action),
        Map.of(
            "id",
            String.valueOf(clause.number()),
            "clauseHeading",
            clause.heading(),
            "clauseBody",
            clause.body(),
            "clauseAction",
            action));
  }

  private Row group(SigningGroup group) {
    Map<String, String> values = new HashMap<>();
    values.put("id", group.code());
    values.put("groupLabelFr", group.frenchLabel());
    values.put("groupLabelNl", group.dutchLabel());
    values.put("groupCapacity", group.capacity().name());
    values.put("groupRank", String.valueOf(group.rank()));
    values.put("groupNeeded", group.needed() == null ? "" : String.valueOf(group.needed()));
    values.put("groupSigners", String.valueOf(group.signers()));
    values.put("silenceAgrees", String.valueOf(group.silence() != null));
    return new Row(
        group.code(),
        List.of(
            group.label(Messages.locale()),
            messages.say("choice.Capacity." + group.capacity()),
            String.valueOf(group.rank()),
            group.needed() == null ? messages.say("agreement.all") : String.valueOf(group.needed()),
            String.valueOf(group.signers()),
            source(group)),
        values);
  }

  private String source(SigningGroup group) {
    if (!group.ofRegime()) {
      return messages.say("agreement.ownGroup");
    }
    return "nl".equals(Messages.locale().getLanguage()) ? group.sourceNl() : group.source();
  }

  /** Who takes part, and whether anybody may sign for each today (guide P27). */
  private Section parties(AgreementContent draft) {
    List<Long> numbers = draft.participants().stream().map(Participant::party).toList();
    Map<Long, Party> known = parties.all(numbers);
    var holders = mandates.holders(numbers);
    List<Row> rows = new ArrayList<>();
    List<Note> notes = new ArrayList<>();
    for (Participant p : draft.participants()) {
      SigningGroup group = draft.group(p.group());
      Party party = known.get(p.party());
      Power power = group.capacity() == Capacity.SIGNATORY ? Power.SIGN : Power.GIVE_OPINION;
      long able = holders.get(p.party()).get(power);
      rows.add(
          new Row(
              String.valueOf(p.party()),
              List.of(
                  party.name(Messages.locale()),
                  messages.say("choice.Kind." + party.kind()),
                  group.label(Messages.locale()),
                  String.valueOf(able)),
              Map.of("agreementParty", String.valueOf(p.party()), "partyGroup", p.group())));
      if (able < group.signers() && group.capacity() != Capacity.WITNESS) {
        notes.add(
            new Note(
                messages.say(
                    "note.agreement-mandates",
                    party.name(Messages.locale()),
                    group.signers(),
                    able),
                false));
      }
    }
    return new Section(
        "agreement-parties",
        List.of("party", "partyKind", "partyGroup", "mandates"),
        rows,
        "agreement-party",
        "agreement-party-remove",
        notes);
  }
}
