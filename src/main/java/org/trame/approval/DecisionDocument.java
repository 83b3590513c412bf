package org.trame.approval;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.trame.document.DocumentSource;
import org.trame.document.DocumentTexts;
import org.trame.document.Issuer;
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

  @Override
  public String kind() {
    return "approval-decision";
  }

  @Override
  public Issuer issuer() {
    return Issuer.GOVERNMENT;
  }

  @Override
  public List<String> references(Programme programme) {
    return dossiers.of(programme.id()).stream()
        .filter(d -> d.outcome() != null)
        .map(d -> Integer.toString(d.number()))
        .toList();
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
    boolean refused = dossier.outcome() == ApprovalOutcome.REFUSED;
    List<Map<String, Object>> actions =
        content.actions().stream()
            .map(
                a ->
                    action(
                        a.code(),
                        a.title(),
                        a.carrier(),
                        DocumentTexts.euros(language, content.totalOf(a.code())),
                        excluded.get(a.code()),
                        refused))
            .toList();
    BigDecimal approved =
        content.actions().stream()
            .filter(a -> !excluded.containsKey(a.code()))
            .map(a -> content.totalOf(a.code()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    Map<String, Object> values = new HashMap<>();
    values.put("number", dossier.number());
    values.put("version", dossier.version());
    values.put("approved", dossier.outcome() == ApprovalOutcome.APPROVED);
    values.put("approvedInPart", dossier.outcome() == ApprovalOutcome.APPROVED_IN_PART);
    values.put("refused", refused);
    values.put("decidedOn", DocumentTexts.day(language, dossier.decidedOn()));
    values.put(
        "sentOn", dossier.sentOn() == null ? null : DocumentTexts.day(language, dossier.sentOn()));
    values.put("motives", dossier.motives());
    values.put("actions", actions);
    values.put("approvedTotal", DocumentTexts.euros(language, approved));
    return values;
  }

  private static Map<String, Object> action(
      String code, String title, String carrier, String amount, String excluded, boolean refused) {
    Map<String, Object> action = new HashMap<>();
    action.put("actionCode", code);
    action.put("title", title);
    action.put("carrier", carrier);
    action.put("amount", amount);
    action.put("yes", !refused && excluded == null);
    action.put("no", refused);
    action.put("excluded", refused ? null : excluded);
    return action;
  }

  @Override
  public Map<String, Object> example(Locale language) {
    Map<String, Object> values = new HashMap<>();
    values.put("number", 1);
    values.put("version", 2);
    values.put("approved", false);
    values.put("approvedInPart", true);
    values.put("refused", false);
    values.put("decidedOn", DocumentTexts.day(language, LocalDate.of(2026, 6, 1)));
    values.put("sentOn", DocumentTexts.day(language, LocalDate.of(2026, 3, 20)));
    values.put("motives", DocumentTexts.EXAMPLE);
    values.put(
        "actions",
        List.of(
            action("1.1", "Place Flagey", "Commune", "100.000,00 €", null, false),
            action("2.1", "Maison de quartier", "ASBL", "50.000,00 €", "…", false)));
    values.put("approvedTotal", "100.000,00 €");
    return values;
  }
}
