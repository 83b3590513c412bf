package org.trame.call;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.trame.language.Messages;
import org.trame.worksheet.Worksheet;

/** The page behind {@code Task_RegisterCandidatures}: grid, candidatures, scores. */
@Component
class CandidaturesWorksheet implements Worksheet {

  private final SelectionRounds rounds;
  private final Candidatures candidatures;
  private final Messages messages;

  CandidaturesWorksheet(SelectionRounds rounds, Candidatures candidatures, Messages messages) {
    this.rounds = rounds;
    this.candidatures = candidatures;
    this.messages = messages;
  }

  @Override
  public Set<String> tasks() {
    return Set.of(CallEdits.REGISTER);
  }

  @Override
  public List<Section> sections(String subject) {
    List<Criterion> grid = rounds.grid(subject);
    List<Candidature> all = candidatures.of(subject);
    return List.of(
        new Section(
            "selection-grid",
            List.of("criterion", "weight", "source"),
            grid.stream().map(this::criterion).toList(),
            "",
            "",
            List.of()),
        new Section(
            "candidatures",
            List.of("programme", "municipality", "total"),
            all.stream().map(c -> candidature(c, grid)).toList(),
            "candidature",
            "remove-candidature",
            candidatures.missing(subject).stream()
                .map(v -> new Note(messages.say(v), true))
                .toList()),
        new Section(
            "candidature-scores",
            List.of("programme", "criterion", "score", "reason"),
            all.stream().flatMap(c -> grid.stream().map(g -> score(c, g))).toList(),
            all.isEmpty() ? "" : "candidature-score",
            "",
            List.of()));
  }

  private Row criterion(Criterion criterion) {
    return new Row(
        criterion.code(),
        List.of(name(criterion), String.valueOf(criterion.weight()), criterion.source()),
        Map.of());
  }

  private String name(Criterion criterion) {
    return messages.say("criterion." + criterion.code());
  }

  private static Row candidature(Candidature candidature, List<Criterion> grid) {
    BigDecimal total = candidature.total(grid);
    return new Row(
        candidature.code(),
        List.of(
            candidature.name(),
            candidature.municipality().name(Messages.locale()),
            total == null ? "" : Amounts.plain(total)),
        Map.of(
            "id", candidature.code(),
            "municipality", candidature.municipality().nis(),
            "programmeName", candidature.name()));
  }

  private Row score(Candidature candidature, Criterion criterion) {
    Candidature.Score score = candidature.scores().get(criterion.code());
    String points = score == null ? "" : String.valueOf(score.score());
    String reason = score == null ? "" : score.reason();
    return new Row(
        candidature.code() + "." + criterion.code(),
        List.of(candidature.name(), name(criterion), points, reason),
        Map.of(
            "candidature",
            candidature.code(),
            "criterion",
            criterion.code(),
            "score",
            points,
            "scoreReason",
            reason));
  }
}
