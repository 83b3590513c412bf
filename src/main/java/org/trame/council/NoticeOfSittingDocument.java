package org.trame.council;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.trame.document.DocumentSource;
import org.trame.document.DocumentTexts;
import org.trame.document.Issuer;
import org.trame.programme.Programme;
import org.trame.regime.Regimes;
import org.trame.regime.Rule;

/**
 * The notice that convenes the council to a sitting (its id). The third one says the rule by which
 * the council deliberates whatever the number present (new municipal law, art. 90).
 */
@Component
class NoticeOfSittingDocument implements DocumentSource {

  private final CouncilSittings sittings;
  private final Regimes regimes;

  NoticeOfSittingDocument(CouncilSittings sittings, Regimes regimes) {
    this.sittings = sittings;
    this.regimes = regimes;
  }

  @Override
  public String kind() {
    return "council-notice";
  }

  @Override
  public Issuer issuer() {
    return Issuer.MUNICIPALITY;
  }

  @Override
  public List<String> references(Programme programme) {
    return sittings.of(programme.id()).stream().map(s -> Long.toString(s.id())).toList();
  }

  @Override
  public Optional<Map<String, Object>> values(
      Programme programme, String reference, Locale language) {
    return sittings.of(programme.id()).stream()
        .filter(s -> Long.toString(s.id()).equals(reference))
        .findFirst()
        .map(s -> values(programme, s, language));
  }

  private Map<String, Object> values(Programme programme, Sitting sitting, Locale language) {
    Rule rule =
        regimes.law(
            "CouncilConvening", Map.of("region", programme.region(), "attempt", sitting.attempt()));
    Map<String, Object> values = new HashMap<>();
    values.put("sittingOn", DocumentTexts.day(language, sitting.sittingAt().toLocalDate()));
    values.put("hour", DocumentTexts.hour(sitting.sittingAt()));
    values.put("noticeSentOn", DocumentTexts.day(language, sitting.noticeSentOn()));
    values.put("attempt", sitting.attempt());
    values.put("clearDays", rule.integer("clearDays"));
    values.put("inOffice", sitting.membersInOffice());
    values.put("quorumRequired", rule.yes("quorumRequired"));
    values.put("quotesRule", rule.yes("mustQuoteRule"));
    values.put("source", rule.source());
    return values;
  }

  @Override
  public Map<String, Object> example(Locale language) {
    Map<String, Object> values = new HashMap<>();
    values.put("sittingOn", DocumentTexts.day(language, LocalDate.of(2026, 3, 12)));
    values.put("hour", "20:00");
    values.put("noticeSentOn", DocumentTexts.day(language, LocalDate.of(2026, 3, 2)));
    values.put("attempt", 3);
    values.put("clearDays", 2);
    values.put("inOffice", 43);
    values.put("quorumRequired", false);
    values.put("quotesRule", true);
    values.put("source", "art. 90");
    return values;
  }

  @Override
  public Set<String> demanded() {
    return Set.of("sittingOn", "hour", "attempt");
  }
}
