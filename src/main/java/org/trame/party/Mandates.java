package org.trame.party;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.access.Actors;
import org.trame.input.Check;
import org.trame.input.Refusal;
import org.trame.language.Messages;
import org.trame.ledger.Ledger;
import org.trame.regime.Regimes;

/** Who may sign, give an opinion or decide for which organisation, until when, up to how much. */
@Component("partyMandates")
@Transactional
public class Mandates {

  private final MandateStore store;
  private final Parties parties;
  private final Ledger ledger;
  private final ApplicationEventPublisher events;
  private final Regimes regimes;
  private final Clock time;

  Mandates(
      MandateStore store,
      Parties parties,
      Ledger ledger,
      ApplicationEventPublisher events,
      Regimes regimes,
      Clock time) {
    this.store = store;
    this.parties = parties;
    this.ledger = ledger;
    this.events = events;
    this.regimes = regimes;
    this.time = time;
  }

  /**
   * The mandate by which an account may do this for an organisation on this day.
   *
   * @param amount euros at stake, or null if none are
   * @throws Refusal saying why there is none: none at all, the power not given, not begun, expired,
   *     ended, or the amount above the ceiling
   */
  @Transactional(readOnly = true)
  public Mandate valid(String account, long party, Power power, LocalDate day, BigDecimal amount) {
    return valid(m -> account.equals(m.person().account()), party, power, day, amount);
  }

  /** The same for a person, who may have no account. */
  @Transactional(readOnly = true)
  public Mandate valid(Person person, long party, Power power, LocalDate day, BigDecimal amount) {
    return valid(m -> m.person().id() == person.id(), party, power, day, amount);
  }

  private Mandate valid(
      Predicate<Mandate> held, long party, Power power, LocalDate day, BigDecimal amount) {
    String organisation = parties.find(party).orElseThrow().name(Messages.locale());
    List<Mandate> given = of(party).stream().filter(held).toList();
    if (given.isEmpty()) {
      throw Refusal.of("refusal.mandate.none", organisation);
    }
    Messages.Key what = new Messages.Key("choice.Power." + power);
    List<Mandate> able = given.stream().filter(m -> m.extent().powers().contains(power)).toList();
    if (able.isEmpty()) {
      throw Refusal.of("refusal.mandate.power", organisation, what);
    }
    List<Mandate> now = able.stream().filter(m -> m.on(day) == Mandate.State.IN_FORCE).toList();
    if (now.isEmpty()) {
      throw notOn(day, able, organisation, what);
    }
    return now.stream()
        .filter(m -> m.extent().allows(amount))
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.of(
                    "refusal.mandate.amount", organisation, what, amount, highestCeiling(now)));
  }

  /** One that is over says more than one that is to come. */
  private static Refusal notOn(
      LocalDate day, List<Mandate> able, String organisation, Messages.Key what) {
    Optional<Mandate> over =
        able.stream()
            .filter(m -> m.on(day) != Mandate.State.TO_COME)
            .max(Comparator.comparing(Mandate::lastDay));
    if (over.isEmpty()) {
      LocalDate first = able.stream().map(m -> m.extent().from()).min(LocalDate::compareTo).get();
      return Refusal.of("refusal.mandate.not-begun", organisation, what, first, day);
    }
    Mandate last = over.get();
    return last.on(day) == Mandate.State.ENDED
        ? Refusal.of("refusal.mandate.ended", organisation, what, last.endedOn(), last.endReason())
        : Refusal.of("refusal.mandate.expired", organisation, what, last.extent().to());
  }

  private static BigDecimal highestCeiling(List<Mandate> mandates) {
    return mandates.stream().map(m -> m.extent().ceiling()).max(BigDecimal::compareTo).get();
  }

  /**
   * Registers a mandate.
   *
   * @return its number
   * @throws Refusal if the actor does not keep the organisation, no power is given, the period ends
   *     before it begins or begins before the act, or the ceiling is not positive
   */
  public long grant(long party, GrantMandate form) {
    Party whom = parties.kept(party);
    Extent extent = extent(form);
    checked(form, extent).done();
    return add(whom, extent, form, null);
  }

  /**
   * Derives a mandate from another.
   *
   * @return its number
   * @throws Refusal also if the other may not be delegated, is over, or is anywhere narrower
   */
  public long delegate(long party, DelegateMandate delegation) {
    return derive(parties.kept(party), delegation, source(party, delegation));
  }

  /**
   * The same, by whoever holds the other mandate.
   *
   * @throws Refusal also if the actor does not hold it
   */
  public long delegateOwn(long party, DelegateMandate delegation) {
    Mandate source = source(party, delegation);
    if (!Actors.current().userId().equals(source.person().account())) {
      throw Refusal.at("sourceMandate", "refusal.mandate.unknown");
    }
    return derive(parties.find(party).orElseThrow(), delegation, source);
  }

  private Mandate source(long party, DelegateMandate delegation) {
    return store
        .take(Long.parseLong(delegation.sourceMandate()))
        .filter(m -> m.party() == party)
        .orElseThrow(() -> Refusal.at("sourceMandate", "refusal.mandate.unknown"));
  }

  private long derive(Party whom, DelegateMandate delegation, Mandate source) {
    GrantMandate form = delegation.granted();
    if (source.endedOn() != null || source.on(today()) == Mandate.State.EXPIRED) {
      throw Refusal.at("sourceMandate", "refusal.mandate.over");
    } else if (!source.delegable()) {
      throw Refusal.at("sourceMandate", "refusal.mandate.not-delegable");
    }
    Extent extent = extent(form);
    Extent limit = source.extent();
    checked(form, extent)
        .that(
            source.person().id() != Long.parseLong(form.mandatePerson()),
            "mandatePerson",
            "refusal.mandate.to-oneself")
        .that(extent.powersWithin(limit), "refusal.mandate.wider-powers")
        .that(extent.periodWithin(limit), "validTo", "refusal.mandate.wider-period")
        .that(extent.amountWithin(limit), "mandateCeiling", "refusal.mandate.wider-amount")
        .done();
    return add(whom, extent, form, source.id());
  }

  private static Check checked(GrantMandate form, Extent extent) {
    return new Check()
        .that(!extent.powers().isEmpty(), "maySign", "refusal.mandate.no-power")
        .that(
            extent.to() == null || !extent.to().isBefore(extent.from()),
            "validTo",
            "refusal.mandate.period")
        .that(!form.actDay().isAfter(extent.from()), "actDay", "refusal.mandate.act-after")
        .that(
            extent.ceiling() == null || extent.ceiling().signum() > 0,
            "mandateCeiling",
            "refusal.mandate.ceiling");
  }

  private static Extent extent(GrantMandate form) {
    Set<Power> powers = EnumSet.noneOf(Power.class);
    give(powers, Power.SIGN, form.maySign());
    give(powers, Power.GIVE_OPINION, form.mayGiveOpinion());
    give(powers, Power.DECIDE, form.mayDecide());
    return new Extent(powers, form.validFrom(), form.validTo(), form.mandateCeiling());
  }

  private static void give(Set<Power> powers, Power power, boolean given) {
    if (given) {
      powers.add(power);
    }
  }

  private long add(Party party, Extent extent, GrantMandate form, Long source) {
    long person = Long.parseLong(form.mandatePerson());
    if (parties.people(party.id()).stream().noneMatch(p -> p.id() == person)) {
      throw Refusal.at("mandatePerson", "refusal.mandate.person");
    }
    long id = store.add(party.id(), person, extent, form, source, today());
    Map<String, Object> details = new HashMap<>();
    details.put("mandate", id);
    details.put("person", person);
    details.put("from", extent.from().toString());
    details.put("to", extent.to() == null ? "…" : extent.to().toString());
    details.put("reference", form.actReference());
    details.put("powers", extent.powers().stream().sorted().map(Enum::name).toList().toString());
    if (source != null) {
      details.put("source", source);
    }
    String subject = party.subject();
    if (source == null) {
      ledger.record(subject, "mandate-granted", details);
    } else {
      ledger.record(subject, "mandate-delegated", details);
    }
    Mandate from = source == null ? null : store.find(source).orElseThrow();
    events.publishEvent(new MandateGranted(party, store.find(id).orElseThrow(), from));
    return id;
  }

  /**
   * Ends a mandate, and those that derive from it. What was done by it before that day stays done:
   * it cannot be ended in the past.
   *
   * @throws Refusal if the actor does not keep the organisation, the mandate is over, or the day is
   *     past or after its last
   */
  public void end(long party, EndMandate form) {
    Party whom = parties.kept(party);
    Mandate mandate =
        store
            .take(Long.parseLong(form.endedMandate()))
            .filter(m -> m.party() == party)
            .orElseThrow(() -> Refusal.at("endedMandate", "refusal.mandate.unknown"));
    LocalDate last = mandate.extent().to();
    new Check()
        .that(
            mandate.endedOn() == null && mandate.on(today()) != Mandate.State.EXPIRED,
            "endedMandate",
            "refusal.mandate.over")
        .that(!form.endedOn().isBefore(today()), "endedOn", "refusal.mandate.end-past")
        .that(last == null || !form.endedOn().isAfter(last), "endedOn", "refusal.mandate.end-late")
        .done();
    // Again until there is none: one may have been derived while the first waited for its source.
    for (List<Long> ended = end(mandate, form); !ended.isEmpty(); ended = end(mandate, form)) {
      for (long id : ended) {
        ledger.record(
            whom.subject(),
            "party-mandate-ended",
            Map.of("mandate", id, "on", form.endedOn().toString(), "reason", form.endingReason()));
        events.publishEvent(new MandateEnded(whom, store.find(id).orElseThrow()));
      }
    }
  }

  private List<Long> end(Mandate mandate, EndMandate form) {
    return store.end(mandate.id(), form.endedOn(), form.endingReason());
  }

  /** The mandate of this number. */
  @Transactional(readOnly = true)
  public Optional<Mandate> find(long id) {
    return store.find(id);
  }

  /** Every mandate of an organisation, the latest to begin first. */
  @Transactional(readOnly = true)
  public List<Mandate> of(long party) {
    return store.of(List.of(party));
  }

  /** Those that may be ended: in force or to come today. */
  @Transactional(readOnly = true)
  public List<Mandate> open(long party) {
    return of(party).stream()
        .filter(m -> m.endedOn() == null && m.on(today()) != Mandate.State.EXPIRED)
        .toList();
  }

  /**
   * How many people hold each power today, by organisation: one is a key person without a deputy
   * (guide P24), none a blank (P27). One query.
   */
  @Transactional(readOnly = true)
  public Map<Long, Map<Power, Long>> holders(Collection<Long> organisations) {
    Map<Long, List<Mandate>> inForce =
        store.of(organisations).stream()
            .filter(m -> m.on(today()) == Mandate.State.IN_FORCE)
            .collect(Collectors.groupingBy(Mandate::party));
    Map<Long, Map<Power, Long>> holders = new HashMap<>();
    organisations.forEach(id -> holders.put(id, count(inForce.getOrDefault(id, List.of()))));
    return holders;
  }

  /**
   * Whether nobody could stand in for those who hold a power (guide P24): as few hold it as it
   * takes, one, or the two who sign for a municipality (law table {@code MandateRules}).
   *
   * @param holders how many hold it today
   */
  @Transactional(readOnly = true)
  public boolean withoutDeputy(Party party, Power power, long holders) {
    boolean several = party.kind() == Party.Kind.MUNICIPALITY && power == Power.SIGN;
    long needed =
        several
            ? regimes
                .consultLaw("MandateRules", Map.of("name", "municipality-signers"))
                .integer("value")
            : 1;
    return holders > 0 && holders <= needed;
  }

  private static Map<Power, Long> count(List<Mandate> inForce) {
    return Arrays.stream(Power.values())
        .collect(
            Collectors.toMap(
                power -> power,
                power ->
                    inForce.stream()
                        .filter(m -> m.extent().powers().contains(power))
                        .map(m -> m.person().id())
                        .distinct()
                        .count(),
                (a, b) -> a,
                () -> new EnumMap<>(Power.class)));
  }

  private LocalDate today() {
    return LocalDate.now(time);
  }
}
