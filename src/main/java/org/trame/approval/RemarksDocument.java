package org.trame.approval;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.trame.document.DocumentSource;
import org.trame.document.DocumentTexts;
import org.trame.document.Issuer;
import org.trame.language.Messages;
import org.trame.programme.Contents;
import org.trame.programme.Programme;

/**
 * The letter that brings the remarks of a round to the municipality: reference {@code
 * <dossier>-<round>}. It says what was sent then, whatever became of it since.
 */
@Component
class RemarksDocument implements DocumentSource {

  private final Dossiers dossiers;
  private final Remarks remarks;
  private final Contents contents;
  private final Messages messages;

  RemarksDocument(Dossiers dossiers, Remarks remarks, Contents contents, Messages messages) {
    this.dossiers = dossiers;
    this.remarks = remarks;
    this.contents = contents;
    this.messages = messages;
  }

  @Override
  public String kind() {
    return "remarks-letter";
  }

  @Override
  public Issuer issuer() {
    return Issuer.ADMINISTRATION;
  }

  @Override
  public List<String> references(Programme programme) {
    return dossiers.of(programme.id()).stream()
        .flatMap(
            d ->
                remarks.sent(d).stream()
                    .map(Remark::round)
                    .distinct()
                    .sorted()
                    .map(round -> d.number() + "-" + round))
        .toList();
  }

  @Override
  public Optional<Map<String, Object>> values(
      Programme programme, String reference, Locale language) {
    for (Dossier dossier : dossiers.of(programme.id())) {
      for (int round = 1; round <= dossier.round(); round++) {
        if (reference.equals(dossier.number() + "-" + round)) {
          return values(dossier, round, language);
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Map<String, Object>> values(Dossier dossier, int round, Locale language) {
    List<Remark> all = remarks.sent(dossier);
    List<Remark> sent = all.stream().filter(r -> r.round() == round).toList();
    if (sent.isEmpty()) {
      return Optional.empty();
    }
    LocalDate sentOn =
        sent.stream()
            .map(Remark::sentOn)
            .filter(Objects::nonNull)
            .min(LocalDate::compareTo)
            .orElseThrow();
    Map<String, Object> values = new HashMap<>();
    values.put("number", dossier.number());
    values.put("round", round);
    values.put("sentOn", DocumentTexts.day(language, sentOn));
    values.put("remarks", sent.stream().map(r -> line(dossier, r, r.text(), language)).toList());
    List<Map<String, Object>> keptOpen = keptOpen(dossier, all, round, language);
    values.put("keptOpen", keptOpen);
    values.put("anyKeptOpen", !keptOpen.isEmpty());
    return Optional.of(values);
  }

  /**
   * Remarks of earlier rounds whose answer did not settle them, with what the Region says of it.
   */
  private List<Map<String, Object>> keptOpen(
      Dossier dossier, List<Remark> all, int round, Locale language) {
    return all.stream()
        .flatMap(
            r ->
                r.answers().stream()
                    .filter(a -> a.round() == round - 1 && Boolean.FALSE.equals(a.accepted()))
                    .map(a -> line(dossier, r, a.verdict(), language)))
        .toList();
  }

  private Map<String, Object> line(Dossier dossier, Remark remark, String text, Locale language) {
    return Map.of(
        "label", remark.label(),
        "topic", messages.say(language, "choice.RemarkTopic." + remark.topic()),
        "action", action(dossier, remark.action(), language),
        "text", text);
  }

  @Override
  public Map<String, Object> example(Locale language) {
    String topic = messages.say(language, "choice.RemarkTopic.BUDGET");
    String whole = messages.say(language, "approval.whole");
    Map<String, Object> values = new HashMap<>();
    values.put("number", 1);
    values.put("round", 2);
    values.put("sentOn", DocumentTexts.day(language, LocalDate.of(2026, 4, 10)));
    values.put("remarks", List.of(example("2.1", topic, whole)));
    values.put("keptOpen", List.of(example("1.1", topic, whole)));
    values.put("anyKeptOpen", true);
    return values;
  }

  private static Map<String, Object> example(String label, String topic, String action) {
    return Map.of("label", label, "topic", topic, "action", action, "text", DocumentTexts.EXAMPLE);
  }

  private String action(Dossier dossier, String code, Locale language) {
    if (code == null) {
      return messages.say(language, "approval.whole");
    }
    return contents.versions(dossier.programme()).stream()
        .filter(v -> v.number() <= dossier.version())
        .flatMap(v -> v.content().action(code).stream())
        .findFirst()
        .map(a -> a.code() + " · " + a.title())
        .orElse(code);
  }
}
