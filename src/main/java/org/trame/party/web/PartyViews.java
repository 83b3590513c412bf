package org.trame.party.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.trame.access.Places;
import org.trame.language.Languages;
import org.trame.language.Messages;
import org.trame.ledger.Ledger;
import org.trame.ledger.LedgerEntry;
import org.trame.party.Handover;
import org.trame.party.Handovers;
import org.trame.party.Mandate;
import org.trame.party.Mandates;
import org.trame.party.Parties;
import org.trame.party.Party;
import org.trame.party.Person;
import org.trame.party.Power;

/** Organisations in the words of the pages. */
@Component
class PartyViews {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

  private final Parties parties;
  private final Mandates mandates;
  private final Handovers handovers;
  private final Ledger ledger;
  private final Places places;
  private final Messages messages;
  private final Clock time;

  PartyViews(
      Parties parties,
      Mandates mandates,
      Handovers handovers,
      Ledger ledger,
      Places places,
      Messages messages,
      Clock time) {
    this.parties = parties;
    this.mandates = mandates;
    this.handovers = handovers;
    this.ledger = ledger;
    this.places = places;
    this.messages = messages;
    this.time = time;
  }

  /**
   * A line of the list.
   *
   * @param alone powers that one person alone holds today, in words; empty if none
   */
  record Line(long id, String name, String kind, String place, String number, String alone) {}

  List<Line> lines(List<Party> page) {
    Map<Long, Map<Power, Long>> holders = mandates.holders(page.stream().map(Party::id).toList());
    Map<String, Places.Place> directory =
        places.all().stream().collect(Collectors.toMap(Places.Place::nis, p -> p));
    return page.stream().map(p -> line(p, holders.get(p.id()), directory)).toList();
  }

  private Line line(Party party, Map<Power, Long> holders, Map<String, Places.Place> directory) {
    String alone =
        holders.entrySet().stream()
            .filter(h -> mandates.withoutDeputy(party, h.getKey(), h.getValue()))
            .map(h -> word(h.getKey()))
            .collect(Collectors.joining(", "));
    return new Line(
        party.id(),
        party.name(Messages.locale()),
        messages.say("choice.Kind." + party.kind()),
        place(party, directory),
        party.number() == null ? "" : party.number().toString(),
        alone);
  }

  PartyView of(Party party) {
    boolean kept = parties.mayKeep(party);
    Map<String, Places.Place> directory =
        places.all().stream().collect(Collectors.toMap(Places.Place::nis, p -> p));
    return new PartyView(
        party.id(),
        party.name(Messages.locale()),
        messages.say("choice.Kind." + party.kind()),
        place(party, directory),
        party.number() == null ? "" : party.number().toString(),
        party.address(),
        party.contactMail(),
        powers(party, mandates.holders(List.of(party.id())).get(party.id())),
        parties.people(party.id()).stream().map(p -> person(p, kept)).toList(),
        mandates.of(party.id()).stream().map(this::mandate).toList(),
        handovers.of(party.id()).stream().map(h -> handover(h, kept)).toList(),
        history(party));
  }

  private List<PartyView.PowerLine> powers(Party party, Map<Power, Long> holders) {
    return holders.entrySet().stream()
        .map(
            h ->
                new PartyView.PowerLine(
                    word(h.getKey()), h.getValue(), standing(party, h.getKey(), h.getValue())))
        .toList();
  }

  private String standing(Party party, Power power, long holders) {
    if (holders == 0) {
      return "NONE";
    }
    return mandates.withoutDeputy(party, power, holders) ? "ONE" : "SEVERAL";
  }

  private static PartyView.PersonLine person(Person person, boolean kept) {
    return new PartyView.PersonLine(
        person.name(),
        kept ? person.mail() : "",
        kept && person.account() != null ? person.account() : "");
  }

  private PartyView.MandateLine mandate(Mandate mandate) {
    LocalDate to = mandate.extent().to();
    LocalDate from = mandate.extent().from();
    return new PartyView.MandateLine(
        mandate.id(),
        mandate.person().name(),
        mandate.extent().powers().stream()
            .sorted()
            .map(this::word)
            .collect(Collectors.joining(", ")),
        to == null
            ? messages.say("parties.since", from)
            : messages.say("parties.between", from, to),
        mandate.extent().ceiling() == null
            ? messages.say("parties.noCeiling")
            : messages.say("parties.ceiling", mandate.extent().ceiling()),
        messages.say("parties.act", mandate.actReference(), mandate.actDay()),
        mandate.derivedFrom() == null
            ? ""
            : messages.say("parties.derived", String.valueOf(mandate.derivedFrom())),
        mandate.on(LocalDate.now(time)).name(),
        mandate.endedOn() == null
            ? ""
            : messages.say("parties.ended", mandate.endedOn(), mandate.endReason()),
        mandate.delegable());
  }

  private PartyView.HandoverLine handover(Handover handover, boolean kept) {
    String result =
        handover.doneOn() == null
            ? messages.say("parties.handover.open")
            : handover.successor() == null
                ? messages.say("parties.handover.nobody", handover.doneOn())
                : messages.say("parties.handover.done", handover.doneOn(), handover.successor());
    return new PartyView.HandoverLine(
        handover.mandate(),
        DAY.format(handover.askedOn()),
        handover.doneOn() != null,
        result,
        kept && handover.note() != null ? handover.note() : "");
  }

  private List<PartyView.Act> history(Party party) {
    List<PartyView.Act> acts =
        ledger.of(party.subject()).stream().map(this::act).collect(Collectors.toList());
    Collections.reverse(acts);
    return acts;
  }

  private PartyView.Act act(LedgerEntry entry) {
    return new PartyView.Act(
        DAY.format(entry.at().atZone(BRUSSELS)),
        entry.actor(),
        messages.sayNamed("act." + entry.act(), entry.details()));
  }

  /** What the form that changes the organisation is filled with. */
  static Map<String, String> values(Party party) {
    return Map.of(
        "enterpriseNumber", party.number() == null ? "" : party.number().toString(),
        "partyNameFr", party.frenchName(),
        "partyNameNl", party.dutchName(),
        "partyAddress", party.address(),
        "contactMail", party.contactMail());
  }

  private String place(Party party, Map<String, Places.Place> directory) {
    Places.Place place = party.nis() == null ? null : directory.get(party.nis());
    if (place == null) {
      return messages.say("region." + party.region().toLowerCase(Locale.ROOT));
    }
    return Languages.DUTCH.equals(Messages.locale()) ? place.dutchName() : place.name();
  }

  private String word(Power power) {
    return messages.say("choice.Power." + power);
  }
}
