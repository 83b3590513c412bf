package org.trame.document;

import java.io.IOException;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.trame.access.Actor;
import org.trame.access.Actors;
import org.trame.access.Role;
import org.trame.input.Check;
import org.trame.input.Refusal;
import org.trame.ledger.Ledger;
import org.trame.programme.Programme;
import org.trame.programme.Programmes;

/** The documents of programmes. Who may read a programme may read its documents. */
@Component
@Transactional
public class Documents {

  private static final String SELECT =
      "select id, programme, kind, reference, language, name, title, description, media_type, size,"
          + " sha256, code, created_at, created_by from trame.document left join"
          + " trame.document_title on document = id where ";

  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_DESCRIPTION = 4000;

  private final JdbcClient jdbc;
  private final DocumentStore store;
  private final UploadChecks checks;
  private final Programmes programmes;
  private final ObjectProvider<DocumentGuests> guests;
  private final Ledger ledger;
  private final Clock time;
  private final TransactionTemplate transaction;

  Documents(
      JdbcClient jdbc,
      DocumentStore store,
      UploadChecks checks,
      Programmes programmes,
      ObjectProvider<DocumentGuests> guests,
      Ledger ledger,
      Clock time,
      TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.store = store;
    this.checks = checks;
    this.programmes = programmes;
    this.guests = guests;
    this.ledger = ledger;
    this.time = time;
    this.transaction = transaction;
  }

  /**
   * Stores a file for good. It is read, checked and scanned before a transaction begins, unless the
   * caller has one.
   *
   * @param name name the file had; its ending must agree with its content
   * @throws Refusal if it is empty, too large, of another type than PDF, PNG or JPEG, encrypted,
   *     broken, infected or not scanned, if the programme has ended, or if the actor only reads it
   */
  @Transactional(propagation = Propagation.SUPPORTS)
  public StoredDocument upload(String programme, String name, InputStream file) throws IOException {
    Programme owner = programmes.get(programme);
    if (!mayUpload(Actors.current(), owner)) {
      throw Refusal.of("refusal.document.notYours");
    }
    if (owner.state() != Programme.State.RUNNING) {
      throw Refusal.of("refusal.document.ended");
    }
    UploadChecks.Checked checked = checks.check(name, file);
    StoredDocument stored =
        new StoredDocument(
            UUID.randomUUID(),
            programme,
            StoredDocument.UPLOAD,
            null,
            null,
            checked.name(),
            null,
            null,
            checked.mediaType(),
            checked.content().length,
            Hashes.sha256(checked.content()),
            null,
            time.instant().truncatedTo(ChronoUnit.MICROS),
            Actors.current().userId());
    transaction.executeWithoutResult(t -> keep(stored, checked.content()));
    return stored;
  }

  /**
   * A file that was handed in with a form: one of this programme's uploads.
   *
   * @throws Refusal at that field if it is none
   */
  @Transactional(readOnly = true)
  public StoredDocument uploaded(String programme, UUID id, String field) {
    return ofProgramme(programme, id)
        .filter(d -> StoredDocument.UPLOAD.equals(d.kind()))
        .orElseThrow(() -> Refusal.at(field, "refusal.document.unknown"));
  }

  private void keep(StoredDocument upload, byte[] content) {
    insert(upload, null);
    store.put(upload.id(), content);
    ledger.record(
        upload.programme(),
        "document-stored",
        Map.of(
            "document", upload.id(),
            "type", upload.mediaType(),
            "size", upload.size(),
            "sha256", upload.sha256()));
  }

  /** Whether the actor may add files to the programme, and it takes any. */
  @Transactional(readOnly = true)
  public boolean mayUpload(Actor actor, String programme) {
    return programmes
        .find(programme)
        .filter(p -> p.state() == Programme.State.RUNNING && mayUpload(actor, p))
        .isPresent();
  }

  /**
   * Says what an uploaded file is, once.
   *
   * @throws Refusal if it is no file somebody uploaded, or it was said already
   */
  void describe(String programme, AddDocument said) {
    StoredDocument file = ofProgramme(programme, said.documentFile()).orElseThrow();
    new Check()
        .that(
            StoredDocument.UPLOAD.equals(file.kind()) && !described(file),
            "documentFile",
            "refusal.document.described")
        .that(
            said.documentTitle() == null || said.documentTitle().length() <= LONGEST_TITLE,
            "documentTitle",
            "refusal.document.longTitle",
            LONGEST_TITLE)
        .that(
            said.documentDescription() == null
                || said.documentDescription().length() <= LONGEST_DESCRIPTION,
            "documentDescription",
            "refusal.document.longTitle",
            LONGEST_DESCRIPTION)
        .done();
    if (said.documentTitle() == null && said.documentDescription() == null) {
      return;
    }
    jdbc.sql(
            "insert into trame.document_title (document, title, description, said_by) values (?, ?,"
                + " ?, ?)")
        .params(
            file.id(), said.documentTitle(), said.documentDescription(), Actors.current().userId())
        .update();
  }

  private static boolean described(StoredDocument file) {
    return file.title() != null || file.description() != null;
  }

  /** A document of this programme, whoever asks. */
  @Transactional(readOnly = true)
  Optional<StoredDocument> ofProgramme(String programme, UUID id) {
    return jdbc.sql(SELECT + "id = ? and programme = ?")
        .params(id, programme)
        .query(Documents::read)
        .optional();
  }

  private boolean mayUpload(Actor actor, Programme programme) {
    return actor.isSystem()
        || Arrays.stream(Role.values())
            .filter(r -> r.scope() != Role.Scope.NONE)
            .anyMatch(r -> actor.in(r.group(programme.nis(), programme.region())))
        || guests.stream().anyMatch(g -> g.mayUpload(actor, programme.id()));
  }

  /** Keeps a generated document unless one from the same source was kept meanwhile. */
  boolean keep(StoredDocument document, String sourceHash, byte[] content) {
    boolean kept = insert(document, sourceHash) == 1;
    if (kept) {
      store.put(document.id(), content);
    }
    return kept;
  }

  private int insert(StoredDocument d, String sourceHash) {
    return jdbc.sql(
            "insert into trame.document (id, programme, kind, reference, language, name,"
                + " media_type, size, sha256, code, source_hash, created_at, created_by) values"
                + " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (programme, kind,"
                + " reference, language, source_hash) where code is not null do nothing")
        .params(
            Arrays.asList(
                d.id(),
                d.programme(),
                d.kind(),
                d.reference(),
                d.language(),
                d.name(),
                d.mediaType(),
                d.size(),
                d.sha256(),
                d.code(),
                sourceHash,
                Timestamp.from(d.createdAt()),
                d.createdBy()))
        .update();
  }

  /** The document generated from this source, if it was. */
  @Transactional(readOnly = true)
  Optional<StoredDocument> generated(
      String programme, String kind, String reference, String language, String sourceHash) {
    return jdbc.sql(
            SELECT
                + "programme = ? and kind = ? and reference = ? and language = ? and source_hash ="
                + " ? and code is not null")
        .params(programme, kind, reference, language, sourceHash)
        .query(Documents::read)
        .optional();
  }

  /** The documents of a programme, oldest first. */
  @Transactional(readOnly = true)
  public List<StoredDocument> of(String programme) {
    return jdbc.sql(SELECT + "programme = ? order by created_at, id")
        .param(programme)
        .query(Documents::read)
        .list();
  }

  /** A document the current actor may read. */
  @Transactional(readOnly = true)
  public Optional<StoredDocument> find(UUID id) {
    return jdbc.sql(SELECT + "id = ?")
        .param(id)
        .query(Documents::read)
        .optional()
        .filter(this::mayRead);
  }

  private boolean mayRead(StoredDocument document) {
    Actor reader = Actors.current();
    return Programmes.mayRead(reader, programmes.get(document.programme()))
        || guests.stream().anyMatch(g -> g.mayRead(reader, document));
  }

  /** The generated document that carries this code, as somebody typed it. */
  @Transactional(readOnly = true)
  public Optional<StoredDocument> confirmed(String code) {
    return jdbc.sql(SELECT + "code = ?")
        .param(VerificationCode.typed(code))
        .query(Documents::read)
        .optional();
  }

  /**
   * The bytes of a document, as they were stored.
   *
   * @throws IllegalStateException if the store gives others
   */
  @Transactional(readOnly = true)
  public byte[] content(StoredDocument document) {
    byte[] content = store.get(document.id());
    if (!Hashes.sha256(content).equals(document.sha256())) {
      throw new IllegalStateException("Document " + document.id() + " is not what was stored");
    }
    return content;
  }

  private static StoredDocument read(ResultSet row, int n) throws SQLException {
    return new StoredDocument(
        row.getObject("id", UUID.class),
        row.getString("programme"),
        row.getString("kind"),
        row.getString("reference"),
        row.getString("language"),
        row.getString("name"),
        row.getString("title"),
        row.getString("description"),
        row.getString("media_type"),
        row.getLong("size"),
        row.getString("sha256"),
        row.getString("code"),
        row.getTimestamp("created_at").toInstant(),
        row.getString("created_by"));
  }
}
