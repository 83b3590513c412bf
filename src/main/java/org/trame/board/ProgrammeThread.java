package org.trame.board;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.trame.consultation.Commission;
import org.trame.consultation.Meetings;
import org.trame.consultation.Opinions;
import org.trame.consultation.Participation;
import org.trame.council.CouncilSittings;
import org.trame.deadline.Clocks;
import org.trame.deadline.LegalClock;
import org.trame.input.Choices;
import org.trame.programme.Content;
import org.trame.programme.ContentVersion;
import org.trame.programme.Contents;
import org.trame.programme.Programme;
import org.trame.regime.Regimes;
import org.trame.workflow.Lifecycles;
import org.trame.worksheet.Edits;

/** Everything the page of a programme shows: its thread, on one page. */
@Component
public class ProgrammeThread {

  private final Regimes regimes;
  private final Lifecycles lifecycles;
  private final Works works;
  private final Clocks clocks;
  private final Contents contents;
  private final Commission commission;
  private final Meetings meetings;
  private final Participation participation;
  private final Opinions opinions;
  private final CouncilSittings sittings;
  private final List<Choices> choices;
  private final Edits edits;
  private final Story story;

  ProgrammeThread(
      Regimes regimes,
      Lifecycles lifecycles,
      Works works,
      Clocks clocks,
      Contents contents,
      Commission commission,
      Meetings meetings,
      Participation participation,
      Opinions opinions,
      CouncilSittings sittings,
      List<Choices> choices,
      Edits edits,
      Story story) {
    this.regimes = regimes;
    this.lifecycles = lifecycles;
    this.works = works;
    this.clocks = clocks;
    this.contents = contents;
    this.commission = commission;
    this.meetings = meetings;
    this.participation = participation;
    this.opinions = opinions;
    this.sittings = sittings;
    this.choices = choices;
    this.edits = edits;
    this.story = story;
  }

  /** The page's values by name. */
  public Map<String, Object> of(Programme programme) {
    String id = programme.id();
    Map<String, Object> page = new HashMap<>();
    page.put("programme", programme);
    page.put("phases", lifecycles.phases(regimes.lifecycle(programme.regime()), id));
    page.put("works", works.of(id));
    page.put("clocks", clocks.of(id).stream().filter(LegalClock::open).toList());
    page.put("seats", commission.seats(id));
    page.put("meetings", meetings.of(id));
    page.put("turnout", participation.turnout(id));
    page.put("heard", participation.heard(id));
    page.put("treatment", participation.treatment(id));
    page.put("opinions", opinions.of(id));
    page.put("dissents", meetings.dissents(id));
    page.put("sittings", sittings.of(id));
    List<ContentVersion> versions = contents.versions(id);
    Content content =
        contents
            .inForce(id)
            .orElseGet(
                () ->
                    versions.isEmpty()
                        ? contents.draft(id)
                        : versions.get(versions.size() - 1).content());
    page.put("content", content);
    page.put("versions", versions);
    page.put("strands", strands(id));
    page.put("budget", Budget.of(content));
    page.put("can", edits.availableWithoutTask(id));
    page.put("story", story.of(id));
    return page;
  }

  private Map<Integer, String> strands(String programme) {
    return choices.stream()
        .filter(c -> c.name().equals("strands"))
        .flatMap(c -> c.of(programme).stream())
        .collect(Collectors.toMap(c -> Integer.valueOf(c.value()), Choices.Choice::label));
  }
}
