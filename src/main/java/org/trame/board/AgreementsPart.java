package org.trame.board;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.trame.agreement.Agreement;
import org.trame.agreement.AgreementVersion;
import org.trame.agreement.Agreements;
import org.trame.agreement.Assents;
import org.trame.agreement.Signature;
import org.trame.agreement.Signings;
import org.trame.commitment.Commitments;
import org.trame.commitment.Kept;
import org.trame.language.Languages;
import org.trame.language.Messages;
import org.trame.party.Parties;
import org.trame.party.Party;
import org.trame.programme.Programme;
import org.trame.regime.Regimes;
import org.trame.regime.Rule;

/** The agreements of a programme: where each stands, and whom it waits for. */
@Component
class AgreementsPart implements Part {

  private final Agreements agreements;
  private final Signings signings;
  private final Commitments commitments;
  private final Parties parties;
  private final Regimes regimes;

  AgreementsPart(
      Agreements agreements,
      Signings signings,
      Commitments commitments,
      Parties parties,
      Regimes regimes) {
    this.agreements = agreements;
    this.signings = signings;
    this.commitments = commitments;
    this.parties = parties;
    this.regimes = regimes;
  }

  /**
   * An agreement on the page.
   *
   * @param id number
   * @param number its number in the programme
   * @param kind what it is
   * @param title what it is called
   * @param state code of its state
   * @param version code of the state of the version people look at
   * @param assents what the parties said of it
   * @param awaited names of the organisations it waits for
   * @param kept how what it promises is kept, or null if it promises nothing yet
   */
  record Line(
      long id,
      int number,
      String kind,
      String title,
      String state,
      String version,
      Assents assents,
      String awaited,
      Kept kept) {}

  /** An action that no agreement carries any more, and the agreement that did. */
  record Left(String action, long agreement, String title) {}

  private static String title(List<Agreement> all, long id) {
    return all.stream().filter(a -> a.id() == id).findFirst().orElseThrow().title();
  }

  @Override
  public Map<String, Object> of(Programme programme) {
    List<Agreement> all = agreements.of(programme.id());
    List<Signature> signatures = signings.of(all.stream().map(Agreement::id).toList());
    Map<Long, Party> known =
        parties.all(signatures.stream().map(Signature::party).distinct().toList());
    boolean prepared = regimes.has(programme.regime(), Agreements.KINDS);
    Map<String, Rule> kinds =
        all.isEmpty() ? Map.of() : regimes.rows(programme.regime(), Agreements.KINDS);
    Map<Long, Kept> kept = commitments.keptByAgreement(all.stream().map(Agreement::id).toList());
    return Map.of(
        "agreements",
        all.stream().map(a -> line(a, kinds, signatures, known, kept.get(a.id()))).toList(),
        "uncarried",
        agreements.uncarried(programme.id()).stream()
            .map(u -> new Left(u.action(), u.agreement(), title(all, u.agreement())))
            .toList(),
        "agreementsApply",
        prepared);
  }

  private Line line(
      Agreement a,
      Map<String, Rule> kinds,
      List<Signature> signatures,
      Map<Long, Party> known,
      Kept kept) {
    AgreementVersion version = agreements.current(a.id());
    List<Signature> own =
        signatures.stream()
            .filter(s -> s.agreement() == a.id() && s.version() == version.number())
            .toList();
    return new Line(
        a.id(),
        a.number(),
        kinds.get(a.kind()).string(Languages.DUTCH.equals(Messages.locale()) ? "nameNl" : "nameFr"),
        a.title(),
        a.state().name(),
        version.state().name(),
        Assents.of(own, List.of()),
        own.stream()
            .filter(Signature::awaited)
            .map(s -> known.get(s.party()).name(Messages.locale()))
            .distinct()
            .collect(Collectors.joining(", ")),
        kept);
  }
}
