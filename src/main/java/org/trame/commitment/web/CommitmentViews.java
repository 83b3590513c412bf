package org.trame.commitment.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.trame.agreement.Agreement;
import org.trame.agreement.Agreements;
import org.trame.agreement.CommitmentWords;
import org.trame.commitment.Change;
import org.trame.commitment.Commitment;
import org.trame.commitment.Commitments;
import org.trame.commitment.Kept;
import org.trame.commitment.Occurrence;
import org.trame.commitment.Terms;
import org.trame.language.Messages;
import org.trame.party.Parties;
import org.trame.party.Party;
import org.trame.worksheet.Edits;

/** Commitments in the words of their pages. */
@Component
class CommitmentViews {

  /** What the reader may do, in the order of the page. */
  static final List<String> ACTS =
      List.of(
          "commitment-declare",
          "commitment-confirm",
          "commitment-contest",
          "commitment-answer",
          "commitment-concede",
          "commitment-change-accept",
          "commitment-change-refuse",
          "commitment-propose");

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final Set<Party.Kind> AUTHORITIES =
      Set.of(Party.Kind.MUNICIPALITY, Party.Kind.REGION, Party.Kind.COMMUNITY, Party.Kind.CPAS);

  private final Commitments commitments;
  private final Agreements agreements;
  private final Parties parties;
  private final Edits edits;
  private final Messages messages;

  CommitmentViews(
      Commitments commitments,
      Agreements agreements,
      Parties parties,
      Edits edits,
      Messages messages) {
    this.commitments = commitments;
    this.agreements = agreements;
    this.parties = parties;
    this.edits = edits;
    this.messages = messages;
  }

  /** These commitments, with the queries of one. */
  List<CommitmentView> of(Collection<Commitment> all) {
    List<Long> ids = all.stream().map(Commitment::id).toList();
    Map<Long, List<Occurrence>> due = commitments.occurrences(ids);
    Map<Long, List<Change>> proposed = commitments.changes(ids);
    Map<Long, Party> known =
        parties.all(
            all.stream()
                .flatMap(c -> Stream.of(c.text().author(), c.text().beneficiary()))
                .distinct()
                .toList());
    Map<Long, Agreement> of =
        agreements.all(all.stream().map(Commitment::agreement).distinct().toList()).stream()
            .collect(Collectors.toMap(Agreement::id, Function.identity()));
    return all.stream()
        .map(
            c ->
                view(
                    c,
                    of.get(c.agreement()),
                    known,
                    due.getOrDefault(c.id(), List.of()),
                    proposed.getOrDefault(c.id(), List.of())))
        .toList();
  }

  /** How each organisation keeps its word in an agreement, the authority first. */
  List<CommitmentView.Count> counts(long agreement) {
    Map<Long, Kept> kept = commitments.kept(List.of(agreement));
    Map<Long, Party> known = parties.all(kept.keySet());
    return kept.entrySet().stream()
        .map(
            e ->
                new CommitmentView.Count(
                    name(known, e.getKey()),
                    authority(known.get(e.getKey())),
                    e.getValue().kept(),
                    e.getValue().late(),
                    e.getValue().broken(),
                    e.getValue().unconfirmed(),
                    e.getValue().toCome()))
        .sorted(
            Comparator.comparing((CommitmentView.Count c) -> !c.authority())
                .thenComparing(CommitmentView.Count::party))
        .toList();
  }

  private static boolean authority(Party party) {
    return AUTHORITIES.contains(party.kind());
  }

  private static String name(Map<Long, Party> known, long party) {
    return known.get(party).name(Messages.locale());
  }

  private CommitmentView view(
      Commitment c,
      Agreement agreement,
      Map<Long, Party> known,
      List<Occurrence> due,
      List<Change> proposed) {
    List<Change> latestFirst = new ArrayList<>(proposed);
    Collections.reverse(latestFirst);
    return new CommitmentView(
        c.id(),
        c.text().code(),
        c.text().clause(),
        c.agreement(),
        agreement.title(),
        name(known, c.text().author()),
        name(known, c.text().beneficiary()),
        authority(known.get(c.text().author())),
        c.text().promise(),
        words(c.terms()),
        c.terms().noticeDays(),
        c.terms().evidence(),
        due.stream()
            .filter(Occurrence::open)
            .map(Occurrence::dueOn)
            .min(Comparator.naturalOrder())
            .map(DAY::format)
            .orElse(""),
        c.endedOn() == null
            ? ""
            : messages.say(
                "commitment.ended",
                c.endedOn(),
                new Messages.Key("commitment.end." + c.endReason())),
        due.stream().map(this::due).toList(),
        earlier(c),
        latestFirst.stream().map(change -> change(change, known)).toList(),
        ACTS.stream().filter(act -> edits.available(act, c.subject())).toList());
  }

  private String words(Terms terms) {
    Locale language = Messages.locale();
    return CommitmentWords.due(
        messages, language, terms.firstDue(), terms.recurrence(), terms.lastDue());
  }

  private List<String> earlier(Commitment c) {
    return c.terms().number() == 1
        ? List.of()
        : commitments.terms(c.id()).stream()
            .filter(t -> t.number() < c.terms().number())
            .map(t -> messages.say("commitment.earlier", t.since(), words(t), t.evidence()))
            .toList();
  }

  private CommitmentView.Proposed change(Change change, Map<Long, Party> known) {
    return new CommitmentView.Proposed(
        change.state().name(),
        messages.say(
            "commitment.proposed",
            name(known, change.party()),
            change.proposedOn(),
            words(change.terms()),
            change.terms().evidence(),
            change.reason()),
        change.answeredOn() == null
            ? ""
            : DAY.format(change.answeredOn())
                + (change.answerReason() == null ? "" : " : " + change.answerReason()),
        change.clock());
  }

  private CommitmentView.Due due(Occurrence o) {
    List<String> documents = new ArrayList<>();
    if (o.declaration() != null && o.declaration().document() != null) {
      documents.add("/documents/" + o.declaration().document());
    }
    if (o.contest() != null && o.contest().document() != null) {
      documents.add("/documents/" + o.contest().document());
    }
    return new CommitmentView.Due(
        o.id(), DAY.format(o.dueOn()), shown(o), badge(o), facts(o), documents);
  }

  /** What is contested and not settled is said so, though it counts as declared. */
  private static String shown(Occurrence o) {
    return o.toAnswer() ? "CONTESTED" : o.state().name();
  }

  private static String badge(Occurrence o) {
    return switch (o.state()) {
      case KEPT -> "good";
      case KEPT_LATE, DUE -> "wait";
      case BROKEN -> "late";
      case DECLARED -> o.toAnswer() ? "late" : "tacit";
      case TO_COME, NOT_NEEDED -> "";
    };
  }

  private List<String> facts(Occurrence o) {
    List<String> facts = new ArrayList<>();
    if (o.state() == Occurrence.State.DUE) {
      facts.add(messages.say("commitment.fact.grace", o.graceUntil()));
    }
    if (o.declaration() != null) {
      facts.add(
          messages.say("commitment.fact.declared", o.declaration().on(), o.declaration().doneOn()));
      add(facts, o.declaration().words());
    }
    if (o.contest() != null) {
      facts.add(messages.say("commitment.fact.contested", o.contest().on(), o.contest().reason()));
      if (o.contest().answeredOn() != null) {
        facts.add(
            messages.say(
                "commitment.fact.answered", o.contest().answeredOn(), o.contest().answer()));
      }
    }
    if (o.brokenWhy() != null) {
      facts.add(messages.say("commitment.broken." + o.brokenWhy()));
    } else if (o.settledOn() != null) {
      facts.add(messages.say("commitment.fact.confirmed", o.settledOn()));
    }
    add(facts, o.settledWords());
    if (o.notNeededWhy() != null) {
      facts.add(messages.say("commitment.notNeeded." + o.notNeededWhy()));
    }
    return facts;
  }

  private static void add(List<String> facts, String words) {
    if (words != null) {
      facts.add(words);
    }
  }

  static LocalDate nextDue(Collection<Occurrence> due) {
    return due.stream()
        .filter(Occurrence::open)
        .map(Occurrence::dueOn)
        .min(Comparator.naturalOrder())
        .orElse(LocalDate.MAX);
  }
}
