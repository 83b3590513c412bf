package org.trame.board;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.trame.input.Choices;
import org.trame.programme.BudgetCeilings;
import org.trame.programme.Content;
import org.trame.programme.ContentVersion;
import org.trame.programme.Contents;
import org.trame.programme.Programme;

/** What the programme will do: in force, else as last submitted, else as drafted. */
@Component
class ContentPart implements Part {

  private final Contents contents;
  private final BudgetCeilings ceilings;
  private final List<Choices> choices;

  ContentPart(Contents contents, BudgetCeilings ceilings, List<Choices> choices) {
    this.contents = contents;
    this.ceilings = ceilings;
    this.choices = choices;
  }

  @Override
  public Map<String, Object> of(Programme programme) {
    List<ContentVersion> versions = contents.versions(programme.id());
    Content content =
        contents
            .inForce(programme.id())
            .orElseGet(
                () ->
                    versions.isEmpty()
                        ? contents.draft(programme.id())
                        : versions.get(versions.size() - 1).content());
    Map<String, Object> part = new HashMap<>();
    part.put("content", content);
    part.put("versions", versions);
    part.put("strands", strands(programme.id()));
    part.put("budget", Budget.of(content));
    part.put("envelope", ceilings.of(programme.id()));
    return part;
  }

  private Map<Integer, String> strands(String programme) {
    return choices.stream()
        .filter(c -> c.name().equals("strands"))
        .flatMap(c -> c.of(programme).stream())
        .collect(Collectors.toMap(c -> Integer.valueOf(c.value()), Choices.Choice::label));
  }
}
