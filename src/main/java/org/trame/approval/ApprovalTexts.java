package org.trame.approval;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.trame.language.Messages;
import org.trame.programme.Contents;
import org.trame.programme.Differences;
import org.trame.worksheet.Worksheet.Note;
import org.trame.worksheet.Worksheet.Row;
import org.trame.worksheet.Worksheet.Section;

/** What several worksheets of an approval show. */
@Component
class ApprovalTexts {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private final Messages messages;
  private final Contents contents;
  private final Differences differences;

  ApprovalTexts(Messages messages, Contents contents, Differences differences) {
    this.messages = messages;
    this.contents = contents;
    this.differences = differences;
  }

  /** A day as people write it, empty if there is none. */
  static String day(LocalDate day) {
    return day == null ? "" : DAY.format(day);
  }

  static String orEmpty(String text) {
    return text == null ? "" : text;
  }

  String say(String key, Object... args) {
    return messages.say(key, args);
  }

  Note blocking(String key, Object... args) {
    return new Note(messages.say(key, args), true);
  }

  Note open(String key, Object... args) {
    return new Note(messages.say(key, args), false);
  }

  /** An action by its code and title, or the words for the whole programme. */
  String action(Dossier dossier, String code) {
    if (code == null) {
      return messages.say("approval.whole");
    }
    return contents
        .version(dossier.programme(), dossier.version())
        .action(code)
        .map(a -> a.code() + " · " + a.title())
        .orElse(code);
  }

  /** The remarks with all that was said about them. */
  List<Row> remarks(Dossier dossier, List<Remark> remarks) {
    return remarks.stream().map(r -> remark(dossier, r)).toList();
  }

  private Row remark(Dossier dossier, Remark remark) {
    boolean inHand = remark.sentOn() == null && remark.state() == RemarkState.OPEN;
    return new Row(
        remark.label(),
        List.of(
            remark.label(),
            say("choice.RemarkTopic." + remark.topic()),
            action(dossier, remark.action()),
            remark.text(),
            say("choice.RemarkState." + remark.state()),
            exchanges(remark)),
        inHand
            ? Map.of(
                "id", remark.label(),
                "topic", remark.topic().name(),
                "action", orEmpty(remark.action()),
                "remark", remark.text())
            : Map.of());
  }

  /** Every answer with what was changed and the verdict, in one cell. */
  String exchanges(Remark remark) {
    StringBuilder said = new StringBuilder();
    for (Remark.Answer answer : remark.answers()) {
      said.append(said.isEmpty() ? "" : " — ").append(answer.answer());
      if (answer.changed() != null) {
        said.append(" ").append(say("approval.changed", answer.changed()));
      }
      if (answer.verdict() != null) {
        said.append(" ").append(say("approval.verdict", answer.verdict()));
      }
    }
    return said.toString();
  }

  /** What changed since the version examined before. */
  Section difference(Dossier dossier) {
    if (dossier.previousVersion() == null) {
      return new Section(
          "version-difference",
          List.of("change"),
          List.of(),
          "",
          "",
          List.of(open("note.difference.first", dossier.version())));
    }
    List<Row> rows =
        differences
            .between(dossier.programme(), dossier.previousVersion(), dossier.version())
            .stream()
            .map(line -> new Row("", List.of(line), Map.of()))
            .toList();
    return new Section(
        "version-difference",
        List.of("change"),
        rows,
        "",
        "",
        List.of(open("note.difference", dossier.version(), dossier.previousVersion())));
  }

  /** A section that is only read. */
  static Section readOnly(Section section) {
    return new Section(
        section.name(),
        section.columns(),
        section.rows(),
        "",
        "",
        section.notes().stream().map(n -> new Note(n.sentence(), false)).toList());
  }
}
