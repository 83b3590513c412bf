package org.trame.consultation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.trame.access.Actors;
import org.trame.worksheet.Worksheet;

/** The page behind {@code Task_GiveOpinion}: a member's own opinions, and what became of them. */
@Component
class OwnOpinionWorksheet implements Worksheet {

  private final Opinions opinions;
  private final OpinionSubjects subjects;
  private final Wording wording;

  OwnOpinionWorksheet(Opinions opinions, OpinionSubjects subjects, Wording wording) {
    this.opinions = opinions;
    this.subjects = subjects;
    this.wording = wording;
  }

  @Override
  public Set<String> tasks() {
    return Set.of("Task_GiveOpinion");
  }

  @Override
  public List<Section> sections(String subject) {
    Map<String, String> titles = subjects.titles(subject);
    List<Row> rows =
        opinions.of(subject, Actors.current().userId()).stream()
            .map(
                o ->
                    new Row(
                        "",
                        List.of(
                            String.valueOf(o.number()),
                            wording.about(o.action(), titles),
                            wording.choice(o.position()),
                            o.text(),
                            o.reply() == null
                                ? wording.say("opinion.notAnswered")
                                : wording.choice(o.reply().outcome()) + " – " + o.reply().reason()),
                        Map.of()))
            .toList();
    return List.of(
        new Section(
            "own-opinions",
            List.of("number", "about", "position", "text", "reply"),
            rows,
            "own-opinion",
            "",
            List.of()));
  }
}
