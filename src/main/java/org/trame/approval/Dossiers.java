package org.trame.approval;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.council.CouncilSittings;
import org.trame.council.Sitting;
import org.trame.deadline.Clocks;
import org.trame.input.Check;
import org.trame.input.Refusal;
import org.trame.input.Violation;
import org.trame.language.Languages;
import org.trame.language.Messages;
import org.trame.ledger.Ledger;
import org.trame.programme.Contents;
import org.trame.programme.Programme;
import org.trame.programme.Programmes;
import org.trame.regime.Regimes;
import org.trame.regime.Rule;

/** The dossiers handed to the Region: their pieces, and whether they are complete. */
@Component
@Transactional
public class Dossiers {

  /** Limit of the Government's decision; it runs from the receipt of the complete dossier. */
  static final String DECISION_LIMIT = "regional-approval";

  private static final String TABLE = "DossierPieces";

  private final JdbcClient jdbc;
  private final Programmes programmes;
  private final Contents contents;
  private final CouncilSittings sittings;
  private final Regimes regimes;
  private final Clocks clocks;
  private final Ledger ledger;
  private final Clock time;

  Dossiers(
      JdbcClient jdbc,
      Programmes programmes,
      Contents contents,
      CouncilSittings sittings,
      Regimes regimes,
      Clocks clocks,
      Ledger ledger,
      Clock time) {
    this.jdbc = jdbc;
    this.programmes = programmes;
    this.contents = contents;
    this.sittings = sittings;
    this.regimes = regimes;
    this.clocks = clocks;
    this.ledger = ledger;
    this.time = time;
  }

  /** Every dossier of a programme, oldest first. */
  @Transactional(readOnly = true)
  public List<Dossier> of(String programme) {
    return jdbc.sql("select * from trame.approval_dossier where programme = ? order by number")
        .param(programme)
        .query(Dossiers::read)
        .list();
  }

  /** The last dossier of a programme, decided or not. */
  @Transactional(readOnly = true)
  public Optional<Dossier> last(String programme) {
    List<Dossier> all = of(programme);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /**
   * The dossier the Region has still to decide on.
   *
   * @throws org.springframework.dao.EmptyResultDataAccessException if there is none
   */
  @Transactional(readOnly = true)
  public Dossier current(String programme) {
    return jdbc.sql("select * from trame.approval_dossier where programme = ? and outcome is null")
        .param(programme)
        .query(Dossiers::read)
        .single();
  }

  /** The same, while others who want to write in it wait for the end of the transaction. */
  Dossier lock(String programme) {
    jdbc.sql(
            "select id from trame.approval_dossier where programme = ? and outcome is null for"
                + " update")
        .param(programme)
        .query(Long.class)
        .single();
    return current(programme);
  }

  /**
   * Opens a dossier on the last version of the programme: the one the council voted. The time to
   * send it runs from that vote.
   *
   * @param occurrence process instance of the approval
   */
  public void open(String programme, String occurrence) {
    int version =
        contents
            .lastVersion(programme)
            .map(v -> v.number())
            .orElseGet(() -> contents.freeze(programme, "approval"));
    Integer previous = contents.approvedVersion(programme).orElse(version > 1 ? version - 1 : null);
    jdbc.sql(
            "insert into trame.approval_dossier (programme, number, opened_on, version,"
                + " previous_version, voted_version) values (?, ?, ?, ?, ?, ?)")
        .params(programme, of(programme).size() + 1, today(), version, previous, version)
        .update();
    clocks.start(
        programmes.get(programme).regime(),
        programme,
        "send-to-region",
        occurrence,
        adoptedOn(programme));
  }

  private LocalDate adoptedOn(String programme) {
    return sittings.of(programme).stream()
        .filter(s -> s.outcome() == Sitting.Outcome.ADOPTED)
        .map(s -> s.sittingAt().toLocalDate())
        .max(Comparator.naturalOrder())
        .orElseGet(() -> LocalDate.now(time));
  }

  /** The pieces the regime asks for, and what is there of the last dossier. */
  public List<Piece> pieces(String programme) {
    Programme about = programmes.get(programme);
    Map<String, Piece> handedIn = new HashMap<>();
    jdbc.sql(
            "select piece, present, reference, dated_on from trame.approval_piece where dossier ="
                + " (select max(id) from trame.approval_dossier where programme = ?)")
        .param(programme)
        .query(
            row -> {
              handedIn.put(
                  row.getString(1),
                  new Piece(
                      row.getString(1),
                      "",
                      false,
                      row.getBoolean(2),
                      row.getString(3),
                      day(row, "dated_on"),
                      ""));
            });
    return regimes.keys(about.regime(), TABLE).stream()
        .map(code -> piece(about.regime(), code, handedIn.get(code)))
        .toList();
  }

  private Piece piece(String regime, String code, Piece handedIn) {
    Rule rule = regimes.decide(regime, TABLE, Map.of("piece", code));
    return new Piece(
        code,
        rule.string(Languages.DUTCH.equals(Messages.locale()) ? "dutch" : "french"),
        rule.yes("required"),
        handedIn != null && handedIn.present(),
        handedIn == null ? null : handedIn.reference(),
        handedIn == null ? null : handedIn.datedOn(),
        rule.source());
  }

  /**
   * Puts a piece in the dossier.
   *
   * @throws Refusal if it is said to be there without reference and date, or dated in the future
   */
  public void put(String programme, PutPiece piece) {
    boolean dated = piece.datedOn() != null;
    new Check()
        .that(
            !piece.present() || piece.reference() != null,
            "reference",
            "refusal.approval.pieceReference")
        .that(!piece.present() || dated, "datedOn", "refusal.approval.pieceDate")
        .that(
            !dated || !piece.datedOn().isAfter(LocalDate.now(time)),
            "datedOn",
            "refusal.approval.pieceInFuture")
        .done();
    jdbc.sql(
            "insert into trame.approval_piece (dossier, programme, piece, present, reference,"
                + " dated_on) values (?, ?, ?, ?, ?, ?) on conflict (dossier, piece) do update set"
                + " present = excluded.present, reference = excluded.reference, dated_on ="
                + " excluded.dated_on")
        .params(
            current(programme).id(),
            programme,
            piece.piece(),
            piece.present(),
            piece.reference(),
            dated ? Date.valueOf(piece.datedOn()) : null)
        .update();
  }

  /** Why the dossier cannot leave yet. */
  public List<Violation> missing(String programme) {
    List<Violation> missing = new ArrayList<>();
    for (Piece piece : pieces(programme)) {
      if (piece.required() && !piece.present()) {
        missing.add(
            Violation.at("", "refusal.approval.pieceMissing", piece.label(), piece.source()));
      }
    }
    return missing;
  }

  /**
   * The municipality sends the dossier: the nine months are met, in time or late.
   *
   * @throws Refusal naming every required piece that is not in it
   */
  public void send(String programme) {
    List<Violation> missing = missing(programme);
    if (!missing.isEmpty()) {
      throw new Refusal(missing);
    }
    Dossier dossier = current(programme);
    jdbc.sql(
            "update trame.approval_dossier set sent_on = ?, complete = null, missing = null where"
                + " id = ?")
        .params(today(), dossier.id())
        .update();
    if (dossier.sentOn() == null) {
      ledger.record(
          programme,
          "approval-dossier-sent",
          Map.of("dossier", dossier.number(), "version", dossier.version()));
    } else {
      ledger.record(programme, "approval-dossier-completed", Map.of("dossier", dossier.number()));
    }
    clocks.open(programme, "elaboration", Clocks.WHOLE_PROGRAMME).ifPresent(clocks::meet);
  }

  /**
   * The Region says whether the dossier is complete. If it is, the time to decide runs from the day
   * it was received.
   *
   * @throws Refusal if it is not and what is missing is not said
   */
  public void check(String programme, CheckCompleteness found) {
    new Check()
        .that(
            found.complete() || found.missingPieces() != null,
            "missingPieces",
            "refusal.approval.missingPieces")
        .done();
    Dossier dossier = current(programme);
    jdbc.sql("update trame.approval_dossier set complete = ?, missing = ? where id = ?")
        .params(found.complete(), found.complete() ? null : found.missingPieces(), dossier.id())
        .update();
    if (found.complete()) {
      var clock =
          clocks.start(
              programmes.get(programme).regime(),
              programme,
              DECISION_LIMIT,
              Clocks.WHOLE_PROGRAMME,
              dossier.sentOn());
      ledger.record(
          programme,
          "approval-dossier-complete",
          Map.of(
              "dossier", dossier.number(),
              "receivedOn", dossier.sentOn().toString(),
              "due", clock.dueOn().toString(),
              "source", clock.source()));
    } else {
      ledger.record(programme, "approval-dossier-incomplete", Map.of("dossier", dossier.number()));
    }
  }

  private Date today() {
    return Date.valueOf(LocalDate.now(time));
  }

  private static LocalDate day(ResultSet row, String column) throws SQLException {
    Date date = row.getDate(column);
    return date == null ? null : date.toLocalDate();
  }

  private static ApprovalOutcome outcome(ResultSet row, String column) throws SQLException {
    String name = row.getString(column);
    return name == null ? null : ApprovalOutcome.valueOf(name);
  }

  private static Dossier read(ResultSet row, int n) throws SQLException {
    return new Dossier(
        row.getLong("id"),
        row.getString("programme"),
        row.getInt("number"),
        day(row, "opened_on"),
        day(row, "sent_on"),
        (Boolean) row.getObject("complete"),
        row.getString("missing"),
        row.getInt("round"),
        row.getInt("version"),
        (Integer) row.getObject("previous_version"),
        row.getInt("voted_version"),
        outcome(row, "proposal"),
        row.getString("proposal_motives"),
        row.getString("proposed_by"),
        outcome(row, "outcome"),
        row.getString("motives"),
        row.getString("decided_by"),
        day(row, "decided_on"));
  }
}
