package org.trame.api;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trame.language.Messages;
import org.trame.party.Mandate;
import org.trame.party.Mandates;
import org.trame.party.Parties;
import org.trame.party.Party;

/** Organisations and their mandates. What an account may not see does not exist for it. */
@RestController
@RequestMapping("/api/parties")
class PartiesApi {

  private final Parties parties;
  private final Mandates mandates;
  private final Clock time;

  PartiesApi(Parties parties, Mandates mandates, Clock time) {
    this.parties = parties;
    this.mandates = mandates;
    this.time = time;
  }

  /**
   * An organisation.
   *
   * @param id number
   * @param kind MUNICIPALITY, CPAS, REGION, COMMUNITY, ASSOCIATION or OTHER
   * @param nis NIS code of its municipality, or null for one of the whole Region
   * @param region code of its Region
   * @param enterpriseNumber as 0123.456.749, or null
   * @param name in the language asked for
   * @param mandates its mandates; null in lists
   */
  record PartyAnswer(
      long id,
      String kind,
      String nis,
      String region,
      String enterpriseNumber,
      String name,
      List<MandateAnswer> mandates) {}

  /**
   * A mandate.
   *
   * @param id number
   * @param person number of the person who holds it
   * @param powers SIGN, GIVE_OPINION, DECIDE
   * @param from first day
   * @param to last day, or null if none is set
   * @param ceiling highest amount in euros, or null if none is set
   * @param actReference act that grants it
   * @param actDay day of the act
   * @param delegable whether it may be delegated
   * @param derivedFrom number of the mandate it derives from, or null
   * @param endedOn first day on which it holds no more, if ended early
   * @param state TO_COME, IN_FORCE, EXPIRED or ENDED today
   */
  record MandateAnswer(
      long id,
      long person,
      List<String> powers,
      LocalDate from,
      LocalDate to,
      BigDecimal ceiling,
      String actReference,
      LocalDate actDay,
      boolean delegable,
      Long derivedFrom,
      LocalDate endedOn,
      String state) {}

  /** A page of a list. */
  record PageAnswer(List<PartyAnswer> parties, int page, int pages, long total) {}

  /**
   * Organisations by name.
   *
   * @param q part of a name or of an enterprise number
   * @param page from 1
   */
  @GetMapping
  PageAnswer all(
      @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") String page) {
    Parties.Page found = parties.search(q, page.matches("\\d{1,6}") ? Integer.parseInt(page) : 1);
    return new PageAnswer(
        found.parties().stream().map(p -> answer(p, null)).toList(),
        found.number(),
        found.pages(),
        found.total());
  }

  /** One organisation with its mandates, the latest to begin first. */
  @GetMapping("/{id:[0-9]{1,18}}")
  PartyAnswer one(@PathVariable long id) {
    Party party = parties.read(id).orElseThrow(() -> new NoSuchElementException("No party " + id));
    return answer(party, mandates.of(id).stream().map(this::answer).toList());
  }

  private static PartyAnswer answer(Party party, List<MandateAnswer> mandates) {
    return new PartyAnswer(
        party.id(),
        party.kind().name(),
        party.nis(),
        party.region(),
        party.number() == null ? null : party.number().toString(),
        party.name(Messages.locale()),
        mandates);
  }

  private MandateAnswer answer(Mandate mandate) {
    return new MandateAnswer(
        mandate.id(),
        mandate.person().id(),
        mandate.extent().powers().stream().sorted().map(Enum::name).toList(),
        mandate.extent().from(),
        mandate.extent().to(),
        mandate.extent().ceiling(),
        mandate.actReference(),
        mandate.actDay(),
        mandate.delegable(),
        mandate.derivedFrom(),
        mandate.endedOn(),
        mandate.on(LocalDate.now(time)).name());
  }
}
