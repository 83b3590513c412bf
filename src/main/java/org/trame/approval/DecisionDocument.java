package org.trame.approval;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.trame.document.DocumentSource;
import org.trame.document.DocumentTexts;
import org.trame.programme.Content;
import org.trame.programme.Contents;
import org.trame.programme.Programme;

/** The Government's decision on a dossier (its number), with what it says of every action. */
@Component
class DecisionDocument implements DocumentSource {

  private final Dossiers dossiers;
  private final Decisions decisions;
  private final Contents contents;

  DecisionDocument(Dossiers dossiers, Decisions decisions, Contents contents) {
    this.dossiers = dossiers;
    this.decisions = decisions;
    this.contents = contents;
  }

  /** A row of the table of actions. */
  record Line(String code, String title, String carrier, String amount, String excluded) {}

  @Override
  public String kind() {
    return "approval-decision";
  }

  @Override
  public Optional<Map<String, Object>> values(
      Programme programme, String reference, Locale language) {
    return dossiers.of(programme.id()).stream()
        .filter(d -> Integer.toString(d.number()).equals(reference))
        .filter(d -> d.outcome() != null)
        .findFirst()
        .map(d -> values(d, language));
  }

  private Map<String, Object> values(Dossier dossier, Locale language) {
    Content content = contents.version(dossier.programme(), dossier.version());
    Map<String, String> excluded = decisions.exclusions(dossier);
    List<Line> lines =
        content.actions().stream()
            .map(
                a ->
                    new Line(
                        a.code(),
                        a.title(),
                        a.carrier(),
                        DocumentTexts.euros(language, content.totalOf(a.code())),
                        excluded.get(a.code())))
            .toList();
    BigDecimal approved =
        content.actions().stream()
            .filter(a -> !excluded.containsKey(a.code()))
            .map(a -> content.totalOf(a.code()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    Map<String, Object> values = new HashMap<>();
    values.put("number", dossier.number());
    values.put("version", dossier.version());
    values.put("outcome", dossier.outcome().name());
    values.put("decidedOn", DocumentTexts.day(language, dossier.decidedOn()));
    values.put(
        "sentOn", dossier.sentOn() == null ? null : DocumentTexts.day(language, dossier.sentOn()));
    values.put("motives", dossier.motives());
    values.put("lines", lines);
    values.put("approvedTotal", DocumentTexts.euros(language, approved));
    return values;
  }
}
