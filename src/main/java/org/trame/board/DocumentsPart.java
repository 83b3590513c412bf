package org.trame.board;

import java.text.NumberFormat;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.trame.access.Actor;
import org.trame.access.Actors;
import org.trame.document.Documents;
import org.trame.document.MunicipalTemplates;
import org.trame.document.StoredDocument;
import org.trame.language.Messages;
import org.trame.programme.Programme;
import org.trame.workflow.TrameClock;

/** The documents of a programme, the latest first. */
@Component
class DocumentsPart implements Part {

  /** Documents shown at once; the earlier ones are folded. */
  private static final int LATEST = 10;

  private static final int SHORT_HASH = 12;
  private static final double KILO = 1000;

  private final Documents documents;
  private final MunicipalTemplates templates;
  private final Messages messages;

  DocumentsPart(Documents documents, MunicipalTemplates templates, Messages messages) {
    this.documents = documents;
    this.templates = templates;
    this.messages = messages;
  }

  /**
   * A document as the page shows it.
   *
   * @param what what it is: its title, or the kind that was generated, or the name of the file
   * @param size in words
   * @param hash first digits of its SHA-256
   * @param by account, or the program
   * @param at when, in Brussels
   */
  record Line(
      UUID id,
      String what,
      String name,
      String description,
      String kind,
      String language,
      String size,
      String hash,
      String sha256,
      String by,
      LocalDateTime at) {}

  @Override
  public Map<String, Object> of(Programme programme) {
    List<Line> lines =
        new ArrayList<>(documents.of(programme.id()).stream().map(this::line).toList());
    Collections.reverse(lines);
    int shown = Math.min(LATEST, lines.size());
    return Map.of(
        "documents", lines,
        "latestDocuments", lines.subList(0, shown),
        "earlierDocuments", lines.subList(shown, lines.size()),
        "mayAddDocument", documents.mayUpload(Actors.current(), programme.id()),
        "mayWordTemplates", templates.mayWord(programme.nis()));
  }

  private Line line(StoredDocument d) {
    boolean upload = StoredDocument.UPLOAD.equals(d.kind());
    String kind = messages.say("document." + d.kind());
    String named = upload ? d.name() : kind;
    return new Line(
        d.id(),
        d.title() == null ? named : d.title(),
        d.name(),
        d.description(),
        kind,
        d.language(),
        size(d.size()),
        d.sha256().substring(0, SHORT_HASH),
        d.sha256(),
        Actor.SYSTEM.equals(d.createdBy()) ? messages.say("board.system") : d.createdBy(),
        LocalDateTime.ofInstant(d.createdAt(), TrameClock.BRUSSELS));
  }

  private String size(long bytes) {
    NumberFormat format = NumberFormat.getNumberInstance(Messages.locale());
    double kilobytes = bytes / KILO;
    boolean large = kilobytes >= KILO;
    format.setMaximumFractionDigits(large ? 1 : 0);
    return messages.say(
        large ? "board.megabytes" : "board.kilobytes",
        format.format(large ? kilobytes / KILO : Math.ceil(kilobytes)));
  }
}
