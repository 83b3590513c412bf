package org.trame.programme;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.trame.language.Messages;

/** Differences between contents as people read them, in French or Dutch. */
@Component
public class Differences {

  private static final Map<String, String> CHOICES =
      Map.of("kind", "choice.NeedKind.", "source", "choice.BudgetSource.");

  private final Contents contents;
  private final Messages messages;

  Differences(Contents contents, Messages messages) {
    this.contents = contents;
    this.messages = messages;
  }

  /** What changed between two versions, a sentence for each item; empty if nothing did. */
  public List<String> between(String programme, int from, int to) {
    return lines(contents.difference(programme, from, to));
  }

  /** A sentence for each item that changed, then one for each source whose total changed. */
  public List<String> lines(Difference difference) {
    List<String> lines = new ArrayList<>();
    difference.changes().forEach(c -> lines.add(line(c)));
    for (BudgetSource source : BudgetSource.values()) {
      BigDecimal before = difference.before().total(source);
      BigDecimal after = difference.after().total(source);
      if (before.compareTo(after) != 0) {
        lines.add(
            messages.say(
                "difference.total",
                new Messages.Key("choice.BudgetSource." + source),
                ContentSections.euros(before),
                ContentSections.euros(after)));
      }
    }
    return lines;
  }

  private String line(Difference.Change change) {
    String parts =
        change.item() == Difference.Item.NEED_LINK
            ? ""
            : change.parts().stream()
                .filter(p -> !(p.before().isEmpty() && p.after().isEmpty()))
                .map(p -> part(change, p))
                .collect(Collectors.joining(" ; "));
    String what =
        messages.say(
            "difference." + change.item() + "." + change.kind(),
            code(change.item(), change.code()));
    return parts.isEmpty() ? what + "." : messages.say("difference.parts", what, parts);
  }

  private String code(Difference.Item item, String code) {
    String[] parts = code.split("/");
    return switch (item) {
      case BUDGET_LINE -> parts[0] + ", " + parts[1] + ", " + say("source", parts[2], true);
      case NEED_LINK -> parts[0] + " → " + parts[1];
      default -> code;
    };
  }

  private String part(Difference.Change change, Difference.Part part) {
    boolean line = change.item() == Difference.Item.BUDGET_LINE;
    String label = messages.say("difference.part." + part.name());
    String before = say(part.name(), part.before(), line);
    String after = say(part.name(), part.after(), line);
    return switch (change.kind()) {
      case ADDED -> messages.say("difference.value", label, after);
      case REMOVED -> messages.say("difference.value", label, before);
      case CHANGED -> messages.say("difference.change", label, before, after);
    };
  }

  /** The source of a budget line is who pays; the source of an objective is words. */
  private String say(String name, String value, boolean budgetLine) {
    if (value.isEmpty()) {
      return "–";
    } else if (name.equals("amount")) {
      return ContentSections.euros(new BigDecimal(value));
    } else if (name.equals("kind") || (name.equals("source") && budgetLine)) {
      return messages.sayOr(CHOICES.get(name) + value, value);
    } else if (name.equals("evaluateOn")) {
      return value.replaceAll("(\\d{4})-(\\d\\d)-(\\d\\d)", "$3/$2/$1");
    }
    return value;
  }
}
