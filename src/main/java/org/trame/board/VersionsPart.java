package org.trame.board;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.trame.programme.Amendment;
import org.trame.programme.Amendments;
import org.trame.programme.Content;
import org.trame.programme.ContentVersion;
import org.trame.programme.Contents;
import org.trame.programme.Difference;
import org.trame.programme.Differences;
import org.trame.programme.Elaborations;
import org.trame.programme.Programme;
import org.trame.worksheet.Subjects;

/** How the programme came to be what it is: guiding thread, versions, amendments. */
@Component
class VersionsPart implements Part {

  private final Contents contents;
  private final Differences differences;
  private final Amendments amendments;
  private final Elaborations elaborations;
  private final List<Subjects> subjects;

  VersionsPart(
      Contents contents,
      Differences differences,
      Amendments amendments,
      Elaborations elaborations,
      List<Subjects> subjects) {
    this.contents = contents;
    this.differences = differences;
    this.amendments = amendments;
    this.elaborations = elaborations;
    this.subjects = subjects;
  }

  @Override
  public Map<String, Object> of(Programme programme) {
    List<Amendment> all = amendments.of(programme.id());
    return Map.of(
        "elaboration", elaborations.of(programme.id()),
        "history", history(contents.versions(programme.id())),
        "answers", answers(current(programme.id())),
        "amendments", all,
        "matters", matters(all));
  }

  /** What amendments are about beside the programme, by subject. */
  private Map<String, Subjects.Named> matters(List<Amendment> all) {
    List<String> about = all.stream().map(Amendment::matter).filter(Objects::nonNull).toList();
    Map<String, Subjects.Named> found = new HashMap<>();
    subjects.forEach(s -> found.putAll(s.findAll(about)));
    return found;
  }

  private Content current(String programme) {
    return contents
        .inForce(programme)
        .or(() -> contents.lastVersion(programme).map(ContentVersion::content))
        .orElseGet(() -> contents.draft(programme));
  }

  private static List<Answer> answers(Content content) {
    return content.needs().stream()
        .map(
            need -> {
              List<String> actions =
                  content.needLinks().stream()
                      .filter(l -> l.need().equals(need.code()))
                      .map(Content.NeedLink::action)
                      .toList();
              return new Answer(
                  need,
                  actions,
                  content.objectives().stream()
                      .filter(o -> actions.contains(o.action()))
                      .map(o -> o.code() + " · " + o.indicator())
                      .toList());
            })
        .toList();
  }

  private List<Step> history(List<ContentVersion> versions) {
    List<Step> steps = new ArrayList<>();
    ContentVersion before = null;
    for (ContentVersion version : versions) {
      List<String> changes =
          before == null
              ? List.of()
              : differences.lines(Difference.between(before.inForce(), version.content()));
      steps.add(new Step(version, before == null, changes));
      before = version;
    }
    Collections.reverse(steps);
    return steps;
  }

  /**
   * What answers a need.
   *
   * @param actions codes of the actions; none: the need is an orphan
   * @param indicators codes and indicators of their objectives
   */
  record Answer(Content.Need need, List<String> actions, List<String> indicators) {}

  /**
   * A version and what it changed.
   *
   * @param first whether there is none before it
   * @param changes a sentence for each change since the one before
   */
  record Step(ContentVersion version, boolean first, List<String> changes) {}
}
