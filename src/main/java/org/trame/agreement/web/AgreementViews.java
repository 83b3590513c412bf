package org.trame.agreement.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.trame.access.Actors;
import org.trame.agreement.Agreement;
import org.trame.agreement.AgreementContent;
import org.trame.agreement.AgreementVersion;
import org.trame.agreement.Agreements;
import org.trame.agreement.Assents;
import org.trame.agreement.Clause;
import org.trame.agreement.CommitmentWords;
import org.trame.agreement.DraftedCommitment;
import org.trame.agreement.Participant;
import org.trame.agreement.Reservation;
import org.trame.agreement.Signature;
import org.trame.agreement.SignatureActs;
import org.trame.agreement.SigningGroup;
import org.trame.agreement.Signings;
import org.trame.agreement.amendment.AgreementAmendments;
import org.trame.agreement.amendment.DifferenceLines;
import org.trame.agreement.mediation.Mediation;
import org.trame.agreement.mediation.Mediations;
import org.trame.deadline.Clocks;
import org.trame.deadline.LegalClock;
import org.trame.language.Languages;
import org.trame.language.Messages;
import org.trame.ledger.Ledger;
import org.trame.ledger.LedgerEntry;
import org.trame.party.Parties;
import org.trame.party.Party;
import org.trame.programme.Programme;
import org.trame.programme.Programmes;
import org.trame.regime.Regimes;
import org.trame.workflow.TrameClock;

/** Agreements in the words of their pages. */
@Component
class AgreementViews {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private final Agreements agreements;
  private final Signings signings;
  private final SignatureActs acts;
  private final Mediations mediations;
  private final AgreementAmendments amendments;
  private final DifferenceLines lines;
  private final Parties parties;
  private final Programmes programmes;
  private final Regimes regimes;
  private final Clocks clocks;
  private final Ledger ledger;
  private final Messages messages;
  private final Clock time;

  AgreementViews(
      Agreements agreements,
      Signings signings,
      SignatureActs acts,
      Mediations mediations,
      AgreementAmendments amendments,
      DifferenceLines lines,
      Parties parties,
      Programmes programmes,
      Regimes regimes,
      Clocks clocks,
      Ledger ledger,
      Messages messages,
      Clock time) {
    this.agreements = agreements;
    this.signings = signings;
    this.acts = acts;
    this.mediations = mediations;
    this.amendments = amendments;
    this.lines = lines;
    this.parties = parties;
    this.programmes = programmes;
    this.regimes = regimes;
    this.clocks = clocks;
    this.ledger = ledger;
    this.messages = messages;
    this.time = time;
  }

  AgreementView of(Agreement agreement, AgreementVersion shown) {
    Programme programme = programmes.get(agreement.programme());
    AgreementContent content = agreements.content(shown);
    List<Signature> all = signings.of(List.of(agreement.id()));
    List<Signature> current = all.stream().filter(s -> s.version() == shown.number()).toList();
    Set<Long> numbers = all.stream().map(Signature::party).collect(Collectors.toSet());
    content.participants().forEach(p -> numbers.add(p.party()));
    Map<Long, Party> known = parties.all(numbers);
    boolean drafter = agreements.drives(Actors.current(), agreement);
    boolean hidden = shown.state() == AgreementVersion.State.DRAFT && !drafter;
    List<Reservation> reservations = signings.reservations(shown);
    Words words = new Words(agreement, known, reservations);
    return new AgreementView(
        agreement.id(),
        messages.say("agreement.kindAndNumber", kind(programme, agreement), agreement.number()),
        shown.title(),
        agreement.state().name(),
        programme.id(),
        programme.name(),
        Programmes.mayRead(Actors.current(), programme),
        agreement.endedOn() == null
            ? ""
            : messages.say("agreement.ended", agreement.endedOn(), endReason(agreement)),
        agreement.mergedInto(),
        version(shown),
        hidden ? null : text(content, known),
        hidden ? null : change(shown),
        current.isEmpty() ? List.of() : turns(content, current, words),
        Assents.of(current, reservations),
        all.stream()
            .filter(s -> s.version() != shown.number() && answered(s))
            .map(words::answer)
            .toList(),
        mediations(agreement.id()),
        agreements.versions(agreement.id()).stream()
            .filter(v -> drafter || v.state() != AgreementVersion.State.DRAFT)
            .map(this::version)
            .toList(),
        story(agreement));
  }

  private List<AgreementView.Mediated> mediations(long agreement) {
    List<Mediation> all = new ArrayList<>(mediations.of(agreement));
    Collections.reverse(all);
    return all.stream().map(this::mediated).toList();
  }

  private AgreementView.Mediated mediated(Mediation m) {
    List<String> facts = new ArrayList<>();
    facts.add(
        messages.say(
            "mediation.cause", m.openedOn(), new Messages.Key("choice.Cause." + m.cause())));
    if (m.mediator() == null && m.closedOn() == null) {
      facts.add(messages.say("mediation.nobody"));
    }
    if (m.mediator() != null) {
      facts.add(
          messages.say(
              "mediation.mediator", m.mediatorName(), name(m.mediatorParty()), m.namedOn()));
      facts.add(messages.say("mediation.consent", m.consent()));
    }
    if (m.closedOn() != null) {
      facts.add(messages.say("mediation.closed", m.closedOn()));
    }
    if (m.leaving() != null) {
      facts.add(messages.say("mediation.leaves", name(m.leaving())));
    }
    if (m.joined() != null) {
      facts.add(messages.say("mediation.joined", agreements.get(m.joined()).title()));
    }
    return new AgreementView.Mediated(
        facts, m.outcome() == null ? "" : m.outcome().name(), m.words() == null ? "" : m.words());
  }

  private String name(long party) {
    return parties.find(party).orElseThrow().name(Messages.locale());
  }

  private String endReason(Agreement agreement) {
    return messages.sayOr("agreement.end." + agreement.endReason(), agreement.endReason());
  }

  private static boolean answered(Signature s) {
    return s.person() != null || s.clock() != null;
  }

  private String kind(Programme programme, Agreement agreement) {
    return regimes
        .rows(programme.regime(), Agreements.KINDS)
        .get(agreement.kind())
        .string(Languages.DUTCH.equals(Messages.locale()) ? "nameNl" : "nameFr");
  }

  private AgreementView.Version version(AgreementVersion version) {
    String when = "";
    if (version.inForceOn() != null) {
      when = messages.say("agreement.inForceSince", version.inForceOn());
    } else if (version.frozenAt() != null) {
      when =
          messages.say(
              "agreement.frozen", version.frozenAt().atZone(TrameClock.BRUSSELS).toLocalDate());
    }
    return new AgreementView.Version(
        version.number(),
        version.state().name(),
        when,
        version.voidReason() == null ? "" : version.voidReason(),
        version.sha256() == null ? "" : version.sha256());
  }

  /** What a version changes in the one it amends, or null for a first text. */
  private AgreementView.Change change(AgreementVersion version) {
    return amendments
        .difference(version)
        .map(
            d ->
                new AgreementView.Change(
                    messages.say("agreement.amendment.about", version.amends(), version.object()),
                    version.kind() == null
                        ? ""
                        : messages.say(
                            "agreement.amendment.kind." + version.kind(), version.kindReason()),
                    version.kindSource() == null ? "" : version.kindSource(),
                    lines.terms(d),
                    d.changes()))
        .orElse(null);
  }

  /** The text that was in force on a day, or empty if none was. */
  Optional<ConsolidatedText> inForce(Agreement agreement, LocalDate on) {
    return agreements
        .inForce(agreement.id(), on)
        .map(
            v -> {
              AgreementContent content = agreements.content(v);
              List<AgreementContent> earlier = earlier(v);
              return new ConsolidatedText(
                  version(v),
                  text(content, parties.all(numbers(content))),
                  content.clauses().stream()
                      .collect(Collectors.toMap(Clause::number, c -> since(v, c, earlier))),
                  change(v));
            });
  }

  private static List<Long> numbers(AgreementContent content) {
    return content.participants().stream().map(Participant::party).toList();
  }

  /** The texts a version amends, one after the other, the latest first. */
  private List<AgreementContent> earlier(AgreementVersion version) {
    Map<Integer, AgreementVersion> all =
        agreements.versions(version.agreement()).stream()
            .collect(Collectors.toMap(AgreementVersion::number, v -> v));
    List<AgreementContent> earlier = new ArrayList<>();
    for (Integer n = version.amends(); n != null; n = all.get(n).amends()) {
      earlier.add(agreements.content(all.get(n)));
    }
    return earlier;
  }

  /** Number of the version since which a clause is as it is. */
  private static int since(
      AgreementVersion version, Clause clause, List<AgreementContent> earlier) {
    int since = version.number();
    for (AgreementContent before : earlier) {
      if (before.clauses().stream()
          .noneMatch(c -> c.heading().equals(clause.heading()) && c.body().equals(clause.body()))) {
        return since;
      }
      since = before.version().number();
    }
    return since;
  }

  private AgreementView.Text text(AgreementContent content, Map<Long, Party> known) {
    AgreementVersion version = content.version();
    return new AgreementView.Text(
        version.amount() == null
            ? messages.say("agreement.noAmount")
            : messages.say("agreement.euros", version.amount()),
        version.endsOn() == null ? messages.say("agreement.noEnd") : DAY.format(version.endsOn()),
        content.participants().stream()
            .map(
                p ->
                    messages.say(
                        "agreement.signatureOf",
                        known.get(p.party()).name(Messages.locale()),
                        new Messages.Key("choice.Capacity." + content.group(p.group()).capacity())))
            .toList(),
        content.clauses(),
        content.commitments().stream().map(c -> promise(c, known)).toList());
  }

  private AgreementView.Promise promise(DraftedCommitment c, Map<Long, Party> known) {
    Locale language = Messages.locale();
    return new AgreementView.Promise(
        c.code(),
        c.clause(),
        known.get(c.author()).name(language),
        known.get(c.beneficiary()).name(language),
        c.promise(),
        CommitmentWords.due(messages, language, c.firstDue(), c.recurrence(), c.lastDue()),
        c.noticeDays(),
        c.evidence());
  }

  private List<AgreementView.Turn> turns(
      AgreementContent content, List<Signature> current, Words words) {
    return content.groups().stream()
        .map(SigningGroup::rank)
        .distinct()
        .sorted()
        .map(
            rank ->
                new AgreementView.Turn(
                    rank,
                    content.groups().stream()
                        .filter(g -> g.rank() == rank)
                        .map(g -> group(g, content.parties(g.code()).size(), current, words))
                        .toList()))
        .toList();
  }

  private AgreementView.Group group(
      SigningGroup group, int size, List<Signature> current, Words words) {
    return new AgreementView.Group(
        group.label(Messages.locale()),
        group.needed() == null
            ? messages.say("agreement.progress.everyone")
            : messages.say("agreement.progress.needed", group.needed(), size),
        group.ofRegime()
            ? Languages.DUTCH.equals(Messages.locale()) ? group.sourceNl() : group.source()
            : messages.say("agreement.ownGroup"),
        current.stream().filter(s -> s.group().equals(group.code())).map(words::answer).toList());
  }

  private List<AgreementView.Act> story(Agreement agreement) {
    String id = String.valueOf(agreement.id());
    List<AgreementView.Act> acts =
        ledger.of(agreement.programme()).stream()
            .filter(e -> id.equals(e.details().get("agreement")))
            .map(this::act)
            .collect(Collectors.toCollection(ArrayList::new));
    Collections.reverse(acts);
    return acts;
  }

  private AgreementView.Act act(LedgerEntry entry) {
    return new AgreementView.Act(
        DAY.format(entry.at().atZone(TrameClock.BRUSSELS)),
        entry.bySystem() ? messages.say("board.system") : entry.actor(),
        messages.sayNamed("act." + entry.act(), entry.details()));
  }

  /** Signatures of one agreement in words. */
  private final class Words {

    private final Map<Long, Party> known;
    private final List<Reservation> reservations;
    private final List<LegalClock> limits;
    private final List<Long> mine;
    private final Locale language = Messages.locale();

    Words(Agreement agreement, Map<Long, Party> known, List<Reservation> reservations) {
      this.known = known;
      this.reservations = reservations;
      this.limits = clocks.of(agreement.subject());
      this.mine = acts.mine(agreement.id()).stream().map(Signature::id).toList();
    }

    AgreementView.Answer answer(Signature s) {
      return new AgreementView.Answer(
          known.get(s.party()).name(language),
          messages.say("choice.Capacity." + s.capacity()),
          s.state().name(),
          facts(s),
          s.clock(),
          s.document() == null ? "" : "/documents/" + s.document(),
          s.document() == null
              ? ""
              : messages.say(
                  s.mode() == Signature.Mode.PDF
                      ? "agreement.progress.signedPdf"
                      : "agreement.progress.scan"),
          reservations.stream()
              .filter(r -> r.signature() == s.id())
              .map(r -> reserved(r, mine.contains(s.id())))
              .toList(),
          s.version());
    }

    private List<String> facts(Signature s) {
      List<String> facts = new ArrayList<>();
      if (s.state() == Signature.State.AWAITED) {
        long days = ChronoUnit.DAYS.between(s.askedOn(), LocalDate.now(time));
        facts.add(messages.say("agreement.progress.since", s.askedOn(), days));
        if (s.remindedOn() != null) {
          facts.add(messages.say("agreement.progress.reminded", s.remindedOn()));
        }
      }
      if (s.signedOn() != null) {
        facts.add(messages.say("agreement.progress.on", s.signedOn()));
      }
      if (s.personName() != null) {
        facts.add(messages.say("agreement.progress.by", s.personName()));
      }
      if (s.mandate() != null) {
        facts.add(messages.say("agreement.progress.mandate", String.valueOf(s.mandate())));
      }
      if (s.mode() != null) {
        facts.add(messages.say("signature.mode." + s.mode()));
      }
      if (s.certificateName() != null) {
        facts.add(
            messages.say(
                "agreement.progress.certificate",
                s.certificateName(),
                new Messages.Key("signature.level." + s.certificateLevel())));
      }
      if (s.confirmedBy() != null) {
        facts.add(messages.say("agreement.progress.confirmed", s.enteredBy(), s.confirmedBy()));
      } else if (s.state() == Signature.State.TO_CONFIRM) {
        facts.add(messages.say("agreement.progress.entered", s.enteredBy()));
      }
      if (s.reason() != null) {
        facts.add(s.reason());
      }
      if (s.voidReason() != null) {
        facts.add(messages.say("agreement.versions.void", s.voidReason()));
      }
      if (s.clock() != null) {
        limits.stream()
            .filter(c -> c.id() == s.clock())
            .forEach(c -> facts.add(messages.say("agreement.progress.on", c.dueOn())));
        facts.add(messages.say("agreement.progress.clock"));
      }
      return facts;
    }

    private AgreementView.Reserved reserved(Reservation r, boolean own) {
      String on =
          r.clause() != null
              ? messages.say("agreement.text.number", r.clause())
              : r.action() != null
                  ? messages.say("agreement.onAction", r.action())
                  : messages.say("agreement.reservation.whole");
      return new AgreementView.Reserved(on, r.words(), own ? String.valueOf(r.id()) : "");
    }
  }
}
