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

/** The resolution of the council on a programme, of a sitting (its id) that deliberated. */
@Component
class ResolutionDocument implements DocumentSource {

  private final CouncilSittings sittings;
  private final Regimes regimes;

  ResolutionDocument(CouncilSittings sittings, Regimes regimes) {
    this.sittings = sittings;
    this.regimes = regimes;
  }

  @Override
  public String kind() {
    return "council-resolution";
  }

  @Override
  public Issuer issuer() {
    return Issuer.MUNICIPALITY;
  }

  @Override
  public List<String> references(Programme programme) {
    return sittings.of(programme.id()).stream()
        .filter(s -> s.votesFor() != null)
        .map(s -> Long.toString(s.id()))
        .toList();
  }

  @Override
  public Map<String, Object> example(Locale language) {
    Map<String, Object> values = new HashMap<>();
    values.put("number", "2026/117");
    values.put("sittingOn", DocumentTexts.day(language, LocalDate.of(2026, 3, 12)));
    values.put("hour", "20:00");
    values.put("noticeSentOn", DocumentTexts.day(language, LocalDate.of(2026, 3, 2)));
    values.put("attempt", 1);
    values.put("inOffice", 43);
    values.put("present", 40);
    values.put("votesFor", 30);
    values.put("votesAgainst", 8);
    values.put("abstentions", 2);
    values.put("adopted", true);
    values.put("reason", DocumentTexts.EXAMPLE);
    values.put("source", "art. 87");
    return values;
  }

  @Override
  public Optional<Map<String, Object>> values(
      Programme programme, String reference, Locale language) {
    return sittings.of(programme.id()).stream()
        .filter(s -> Long.toString(s.id()).equals(reference))
        .filter(s -> s.votesFor() != null)
        .findFirst()
        .map(s -> values(programme, s, language));
  }

  private Map<String, Object> values(Programme programme, Sitting sitting, Locale language) {
    Rule rule =
        regimes.law(
            "CouncilConvening", Map.of("region", programme.region(), "attempt", sitting.attempt()));
    Map<String, Object> values = new HashMap<>();
    values.put("number", sitting.resolutionNumber());
    values.put("sittingOn", DocumentTexts.day(language, sitting.sittingAt().toLocalDate()));
    values.put("hour", DocumentTexts.hour(sitting.sittingAt()));
    values.put("noticeSentOn", DocumentTexts.day(language, sitting.noticeSentOn()));
    values.put("attempt", sitting.attempt());
    values.put("inOffice", sitting.membersInOffice());
    values.put("present", sitting.membersPresent());
    values.put("votesFor", sitting.votesFor());
    values.put("votesAgainst", sitting.votesAgainst());
    values.put("abstentions", sitting.abstentions());
    values.put("adopted", sitting.outcome() == Sitting.Outcome.ADOPTED);
    values.put("reason", sitting.reason());
    values.put("source", rule.source());
    return values;
  }

  @Override
  public Set<String> demanded() {
    return Set.of(
        "number",
        "sittingOn",
        "present",
        "inOffice",
        "votesFor",
        "votesAgainst",
        "abstentions",
        "adopted");
  }
}
