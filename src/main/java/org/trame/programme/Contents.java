package org.trame.programme;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.input.Refusal;
import org.trame.ledger.Ledger;

/** What programmes will do: one working draft each, and the versions that were frozen from it. */
@Component
@Transactional
public class Contents {

  private static final TypeReference<Map<String, String>> REASONS = new TypeReference<>() {};
  private static final String SELECT =
      "select number, reason, created_at, approved_on, excluded::text as excluded, content::text as"
          + " content from trame.programme_version where programme = ?";

  private final JdbcClient jdbc;
  private final DraftTables drafts;
  private final ObjectMapper json;
  private final Ledger ledger;
  private final Clock time;

  Contents(JdbcClient jdbc, DraftTables drafts, ObjectMapper json, Ledger ledger, Clock time) {
    this.jdbc = jdbc;
    this.drafts = drafts;
    this.json = json;
    this.ledger = ledger;
    this.time = time;
  }

  /** The working draft. */
  @Transactional(readOnly = true)
  public Content draft(String programme) {
    return drafts.read(programme);
  }

  /**
   * Makes a version of the draft as it is now.
   *
   * @param reason code of the message {@code version.<reason>}, or words
   * @return its number
   */
  public int freeze(String programme, String reason) {
    drafts.lock(programme);
    int number = versionCount(programme) + 1;
    jdbc.sql(
            "insert into trame.programme_version (programme, number, reason, created_at, content)"
                + " values (?, ?, ?, ?, ?::jsonb)")
        .params(
            programme,
            number,
            reason,
            Timestamp.from(time.instant()),
            write(drafts.read(programme)))
        .update();
    ledger.record(programme, "version-frozen", Map.of("version", number, "reason", reason));
    return number;
  }

  private int versionCount(String programme) {
    return jdbc.sql("select count(*) from trame.programme_version where programme = ?")
        .param(programme)
        .query(Integer.class)
        .single();
  }

  /** The versions, oldest first. */
  @Transactional(readOnly = true)
  public List<ContentVersion> versions(String programme) {
    return jdbc.sql(SELECT + " order by number").param(programme).query(this::read).list();
  }

  /** The last version that was frozen. */
  @Transactional(readOnly = true)
  public Optional<ContentVersion> lastVersion(String programme) {
    return jdbc.sql(SELECT + " order by number desc limit 1")
        .param(programme)
        .query(this::read)
        .optional();
  }

  /**
   * The content of a version, as it was frozen.
   *
   * @throws org.springframework.dao.EmptyResultDataAccessException if there is none
   */
  @Transactional(readOnly = true)
  public Content version(String programme, int number) {
    return get(programme, number).content();
  }

  private ContentVersion get(String programme, int number) {
    return jdbc.sql(SELECT + " and number = ?")
        .params(programme, number)
        .query(this::read)
        .single();
  }

  /** What changed between two versions; actions an approval left out count as absent. */
  @Transactional(readOnly = true)
  public Difference difference(String programme, int from, int to) {
    return Difference.between(get(programme, from).inForce(), get(programme, to).inForce());
  }

  /** What changed in the draft since a version; actions an approval left out count as absent. */
  @Transactional(readOnly = true)
  public Difference draftSince(String programme, int version) {
    return Difference.between(get(programme, version).inForce(), draft(programme));
  }

  /**
   * A version is approved: it is in force from now on, and the draft starts again from it.
   *
   * @param excluded codes of the actions left out, with the reason of each
   * @throws Refusal if it was approved before, an excluded action is not in it, or its reason is
   *     missing
   */
  public void approve(String programme, int number, Map<String, String> excluded) {
    ContentVersion version = get(programme, number);
    if (version.approved()) {
      throw Refusal.of("refusal.content.approved", number);
    }
    Content content = version.content();
    excluded.forEach(
        (code, reason) -> {
          if (content.action(code).isEmpty()) {
            throw Refusal.of("refusal.content.noAction", code);
          }
          if (reason == null || reason.isBlank()) {
            throw Refusal.of("refusal.content.exclusionReason", code);
          }
        });
    jdbc.sql(
            "update trame.programme_version set approved_on = ?, excluded = ?::jsonb where"
                + " programme = ? and number = ?")
        .params(Date.valueOf(LocalDate.now(time)), write(excluded), programme, number)
        .update();
    ledger.record(
        programme,
        excluded.isEmpty() ? "version-in-force" : "version-in-force-in-part",
        Map.of("version", number, "excluded", String.join(", ", excluded.keySet())));
    revertDraft(programme);
  }

  /** Number of the version in force: the last one approved. */
  @Transactional(readOnly = true)
  public Optional<Integer> approvedVersion(String programme) {
    return approved(programme).map(ContentVersion::number);
  }

  /** The content in force: the last version approved, without the actions that were left out. */
  @Transactional(readOnly = true)
  public Optional<Content> inForce(String programme) {
    return approved(programme).map(ContentVersion::inForce);
  }

  private Optional<ContentVersion> approved(String programme) {
    return jdbc.sql(SELECT + " and approved_on is not null order by number desc limit 1")
        .param(programme)
        .query(this::read)
        .optional();
  }

  /**
   * Puts the content in force in the place of the draft; nothing happens before the first approval.
   */
  public void revertDraft(String programme) {
    drafts.lock(programme);
    inForce(programme).ifPresent(content -> drafts.replace(programme, content));
  }

  private ContentVersion read(ResultSet row, int n) throws SQLException {
    Date approved = row.getDate("approved_on");
    try {
      return new ContentVersion(
          row.getInt("number"),
          row.getString("reason"),
          row.getTimestamp("created_at").toInstant(),
          approved == null ? null : approved.toLocalDate(),
          json.readValue(row.getString("excluded"), REASONS),
          json.readValue(row.getString("content"), Content.class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Unreadable version of a programme", e);
    }
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A content is plain data", e);
    }
  }
}
