package org.trame.approval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.trame.language.Messages;
import org.trame.worksheet.Worksheet;

/** The pieces of a dossier: put in by the municipality, looked at by the Region. */
@Component
class DossierWorksheet implements Worksheet {

  static final String SUBMIT = "Task_SubmitDossier";
  static final String COMPLETE = "Task_CompleteDossier";

  private final Dossiers dossiers;
  private final Messages messages;

  DossierWorksheet(Dossiers dossiers, Messages messages) {
    this.dossiers = dossiers;
    this.messages = messages;
  }

  @Override
  public Set<String> tasks() {
    return Set.of(SUBMIT, COMPLETE, "Task_CheckCompleteness");
  }

  @Override
  public List<Section> sections(String subject) {
    List<Row> rows = dossiers.pieces(subject).stream().map(this::row).toList();
    List<Note> notes = new ArrayList<>();
    dossiers
        .last(subject)
        .filter(d -> d.missing() != null)
        .ifPresent(d -> notes.add(new Note(messages.say("note.dossier", d.missing()), false)));
    dossiers.missing(subject).forEach(v -> notes.add(new Note(messages.say(v), true)));
    return List.of(
        new Section(
            "dossier-pieces",
            List.of("piece", "needed", "present", "reference", "datedOn", "source"),
            rows,
            "piece",
            "",
            notes));
  }

  private Row row(Piece piece) {
    String reference = piece.reference() == null ? "" : piece.reference();
    return new Row(
        piece.code(),
        List.of(
            piece.label(),
            yesNo(piece.required()),
            yesNo(piece.present()),
            reference,
            ApprovalTexts.day(piece.datedOn()),
            piece.source()),
        Map.of(
            "piece",
            piece.code(),
            "present",
            String.valueOf(piece.present()),
            "reference",
            reference,
            "datedOn",
            piece.datedOn() == null ? "" : piece.datedOn().toString()));
  }

  private String yesNo(boolean yes) {
    return messages.say(yes ? "common.yes" : "common.no");
  }
}
