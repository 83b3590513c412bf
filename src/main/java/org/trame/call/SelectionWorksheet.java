package org.trame.call;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.trame.funding.Shares;
import org.trame.language.Messages;
import org.trame.worksheet.Worksheet;

/** The page behind {@code Task_DecideSelection}: envelopes, decisions, scores by rank. */
@Component
class SelectionWorksheet implements Worksheet {

  private final SelectionRounds rounds;
  private final Candidatures candidatures;
  private final Selections selections;
  private final Messages messages;

  SelectionWorksheet(
      SelectionRounds rounds, Candidatures candidatures, Selections selections, Messages messages) {
    this.rounds = rounds;
    this.candidatures = candidatures;
    this.selections = selections;
    this.messages = messages;
  }

  @Override
  public Set<String> tasks() {
    return Set.of(CallEdits.DECIDE);
  }

  @Override
  public List<Section> sections(String subject) {
    Round round = rounds.get(subject);
    List<Candidature> all = candidatures.of(subject);
    return List.of(
        new Section(
            "candidature-scores",
            List.of("programme", "criterion", "score", "reason"),
            scores(subject, all),
            "",
            "",
            List.of()),
        new Section(
            "selection",
            List.of("programme", "total", "decision", "reason", "regional", "federal", "municipal"),
            decisions(subject, all),
            "selection",
            "",
            selections.missing(subject).stream()
                .map(v -> new Note(messages.say(v), true))
                .toList()),
        new Section(
            "selection-envelopes",
            List.of("source", "envelope", "allotted", "remaining"),
            List.of(
                envelope("regional", round.regionalEnvelope(), all, Candidature::regionalShare),
                envelope("federal", round.federalEnvelope(), all, Candidature::federalShare)),
            "",
            "",
            List.of()));
  }

  private List<Row> scores(String subject, List<Candidature> all) {
    List<Criterion> grid = rounds.grid(subject);
    return all.stream()
        .sorted(Comparator.comparing((Candidature c) -> c.total(grid)).reversed())
        .flatMap(
            c ->
                grid.stream()
                    .map(
                        g ->
                            new Row(
                                c.code() + "." + g.code(),
                                List.of(
                                    c.title(Messages.locale()),
                                    messages.say("criterion." + g.code()),
                                    String.valueOf(c.scores().get(g.code()).score()),
                                    c.scores().get(g.code()).reason()),
                                Map.of())))
        .toList();
  }

  private List<Row> decisions(String subject, List<Candidature> all) {
    List<Criterion> grid = rounds.grid(subject);
    List<BigDecimal> municipal = new ArrayList<>(selections.municipalShares(subject));
    return all.stream()
        .map(
            c ->
                new Row(
                    c.code(),
                    List.of(
                        c.title(Messages.locale()),
                        Amounts.plain(c.total(grid)),
                        decision(c),
                        c.reason() == null ? "" : c.reason(),
                        Amounts.euros(c.regionalShare()),
                        Amounts.euros(c.federalShare()),
                        c.isKept() ? Amounts.euros(municipal.remove(0)) : ""),
                    values(c)))
        .toList();
  }

  private String decision(Candidature candidature) {
    return candidature.kept() == null
        ? ""
        : messages.say(candidature.isKept() ? "selection.kept" : "selection.refused");
  }

  private static Map<String, String> values(Candidature candidature) {
    Map<String, String> values = new HashMap<>();
    values.put("candidature", candidature.code());
    values.put("kept", text(candidature.kept()));
    values.put("decisionReason", text(candidature.reason()));
    values.put("regionalShare", text(candidature.regionalShare()));
    values.put("federalShare", text(candidature.federalShare()));
    return values;
  }

  private static String text(Object value) {
    return value == null ? "" : value.toString();
  }

  private Row envelope(
      String source,
      BigDecimal envelope,
      List<Candidature> all,
      Function<Candidature, BigDecimal> share) {
    BigDecimal allotted = Shares.sum(all.stream().map(share).toList());
    return new Row(
        source,
        List.of(
            messages.say("selection.source." + source),
            Amounts.euros(envelope),
            Amounts.euros(allotted),
            Amounts.euros(envelope.subtract(allotted))),
        Map.of());
  }
}
