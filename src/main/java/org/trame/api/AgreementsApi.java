package org.trame.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trame.access.Actors;
import org.trame.agreement.Agreement;
import org.trame.agreement.AgreementContent;
import org.trame.agreement.AgreementVersion;
import org.trame.agreement.Agreements;
import org.trame.agreement.Assents;
import org.trame.agreement.Clause;
import org.trame.agreement.DraftedCommitment;
import org.trame.agreement.Signature;
import org.trame.agreement.Signings;
import org.trame.input.Refusal;
import org.trame.language.Messages;
import org.trame.party.Parties;
import org.trame.party.Party;
import org.trame.programme.Programmes;

/** Agreements, their texts and signatures. What an account may not see does not exist for it. */
@RestController
@RequestMapping("/api")
class AgreementsApi {

  private final Agreements agreements;
  private final Signings signings;
  private final Programmes programmes;
  private final Parties parties;

  AgreementsApi(Agreements agreements, Signings signings, Programmes programmes, Parties parties) {
    this.agreements = agreements;
    this.signings = signings;
    this.programmes = programmes;
    this.parties = parties;
  }

  /**
   * An agreement.
   *
   * @param id number
   * @param programme id of its programme
   * @param number its number in the programme
   * @param kind row of the regime's table {@code Agreements}
   * @param title what it is called
   * @param state OPEN, IN_FORCE, ENDED or ABANDONED
   * @param inForceOn first day in force, or null
   * @param endedOn day it ended or was given up, or null
   * @param version the version asked for; null in lists
   */
  record AgreementAnswer(
      long id,
      String programme,
      int number,
      String kind,
      String title,
      String state,
      LocalDate inForceOn,
      LocalDate endedOn,
      VersionAnswer version) {}

  /**
   * A version.
   *
   * @param number its number
   * @param state DRAFT, READY, SIGNING, REFUSED, IN_FORCE, SUPERSEDED or VOID
   * @param amount euros at stake, or null
   * @param endsOn last day, or null
   * @param sha256 hash of its exact text, or null while it is drafted
   * @param text that exact text, or null
   * @param clauses its clauses
   * @param promises what the organisations promise each other in this text
   * @param assents what the parties said, each state apart
   * @param signatures given and awaited
   */
  record VersionAnswer(
      int number,
      String state,
      BigDecimal amount,
      LocalDate endsOn,
      String sha256,
      String text,
      List<Clause> clauses,
      List<DraftedCommitment> promises,
      Assents assents,
      List<SignatureAnswer> signatures) {}

  /**
   * A signature.
   *
   * @param party number of the organisation
   * @param name its name in the language asked for
   * @param capacity SIGNATORY, ENDORSER or WITNESS
   * @param turn which turn
   * @param state where it stands
   * @param askedOn day it was asked, or null
   * @param signedOn day it was given, or null
   * @param mode ELECTRONIC, PDF or PAPER, or null
   * @param mandate number of the mandate by which, or null
   * @param clock clock whose silence is the assent, or null
   */
  record SignatureAnswer(
      long party,
      String name,
      String capacity,
      int turn,
      String state,
      LocalDate askedOn,
      LocalDate signedOn,
      String mode,
      Long mandate,
      Long clock) {}

  /** The agreements of a programme, in the order in which they were opened. */
  @GetMapping("/programmes/{programme}/agreements")
  List<AgreementAnswer> of(@PathVariable String programme) {
    return programmes
        .find(programme)
        .filter(p -> Programmes.mayRead(Actors.current(), p))
        .map(p -> agreements.of(p.id()))
        .orElseThrow(() -> new NoSuchElementException("No programme " + programme))
        .stream()
        .map(a -> answer(a, null))
        .toList();
  }

  /**
   * One agreement.
   *
   * @param on a day: the text that was in force then; otherwise the version people look at now
   */
  @GetMapping("/agreements/{id:[0-9]{1,18}}")
  AgreementAnswer one(@PathVariable long id, @RequestParam(required = false) String on) {
    Agreement agreement =
        agreements
            .find(id)
            .filter(a -> agreements.mayRead(Actors.current(), a))
            .orElseThrow(() -> new NoSuchElementException("No agreement " + id));
    AgreementVersion version =
        on == null
            ? agreements.current(id)
            : agreements
                .inForce(id, day(on))
                .orElseThrow(() -> new NoSuchElementException("Nothing in force on " + on));
    boolean hidden =
        version.state() == AgreementVersion.State.DRAFT
            && !agreements.drives(Actors.current(), agreement);
    return answer(agreement, hidden ? null : version(version));
  }

  private static LocalDate day(String typed) {
    try {
      return LocalDate.parse(typed);
    } catch (java.time.format.DateTimeParseException e) {
      throw Refusal.at("on", "refusal.input.LocalDate", typed);
    }
  }

  private static AgreementAnswer answer(Agreement a, VersionAnswer version) {
    return new AgreementAnswer(
        a.id(),
        a.programme(),
        a.number(),
        a.kind(),
        a.title(),
        a.state().name(),
        a.inForceOn(),
        a.endedOn(),
        version);
  }

  private VersionAnswer version(AgreementVersion v) {
    AgreementContent content = agreements.content(v);
    List<Signature> asked = signings.of(v);
    Map<Long, Party> known = parties.all(asked.stream().map(Signature::party).toList());
    return new VersionAnswer(
        v.number(),
        v.state().name(),
        v.amount(),
        v.endsOn(),
        v.sha256(),
        v.text(),
        content.clauses(),
        content.commitments(),
        Assents.of(asked, signings.reservations(v)),
        asked.stream().map(s -> signature(s, known.get(s.party()))).toList());
  }

  private static SignatureAnswer signature(Signature s, Party party) {
    return new SignatureAnswer(
        s.party(),
        party.name(Messages.locale()),
        s.capacity().name(),
        s.rank(),
        s.state().name(),
        s.askedOn(),
        s.signedOn(),
        s.mode() == null ? null : s.mode().name(),
        s.mandate(),
        s.clock());
  }
}
