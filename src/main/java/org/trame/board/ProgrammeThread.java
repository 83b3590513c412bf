package org.trame.board;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.trame.due.DueList;
import org.trame.language.Messages;
import org.trame.programme.Programme;
import org.trame.regime.Regimes;
import org.trame.workflow.Lifecycles;
import org.trame.worksheet.Edit;
import org.trame.worksheet.Edits;

/** Everything the page of a programme shows: its thread, on one page. */
@Component
public class ProgrammeThread {

  /** Acts shown at once; the earlier ones are folded. */
  private static final int LATEST = 20;

  private final Regimes regimes;
  private final Lifecycles lifecycles;
  private final Works works;
  private final DueList due;
  private final Edits edits;
  private final Story story;
  private final Messages messages;
  private final List<Part> parts;

  ProgrammeThread(
      Regimes regimes,
      Lifecycles lifecycles,
      Works works,
      DueList due,
      Edits edits,
      Story story,
      Messages messages,
      List<Part> parts) {
    this.regimes = regimes;
    this.lifecycles = lifecycles;
    this.works = works;
    this.due = due;
    this.edits = edits;
    this.story = story;
    this.messages = messages;
    this.parts = parts;
  }

  /** The page's values by name. */
  public Map<String, Object> of(Programme programme) {
    String id = programme.id();
    Map<String, Object> page = new HashMap<>();
    page.put("programme", programme);
    page.put("phases", lifecycles.phases(regimes.lifecycle(programme.regime()), id));
    page.put("works", works.of(id));
    page.put("clocks", due.of(programme));
    page.put("can", acts(id));
    List<Story.Line> lines = story.of(id);
    int shown = Math.min(LATEST, lines.size());
    page.put("latest", lines.subList(0, shown));
    page.put("earlier", lines.subList(shown, lines.size()));
    parts.forEach(part -> page.putAll(part.of(programme)));
    return page;
  }

  /** What the reader may do without a task, in the order of what is read. */
  private List<Edit<?>> acts(String programme) {
    return edits.availableWithoutTask(programme).stream()
        .sorted(Comparator.comparing(e -> messages.say("edit." + e.name())))
        .toList();
  }
}
