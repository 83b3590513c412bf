package org.trame.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.trame.access.Actor;
import org.trame.access.Actors;

/** The thread of a programme. Entries are never changed or removed: the database refuses it. */
@Component
public class Ledger {

  private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final Clock clock;

  Ledger(JdbcClient jdbc, ObjectMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Appends an act of the current actor, in the current transaction.
   *
   * @param subject programme or selection round
   * @param act code of the act; its sentence is the message {@code act.<code>}
   * @param details named values of the sentence, and what the auditor needs (rule source, result);
   *     no personal data: people appear by account or by seat
   * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(String subject, String act, Map<String, ?> details) {
    Actor actor = Actors.current();
    jdbc.sql(
            "insert into trame.ledger_entry (subject, at, actor, by_system, act, details)"
                + " values (?, ?, ?, ?, ?, ?::jsonb)")
        .params(
            subject,
            Timestamp.from(clock.instant()),
            actor.userId(),
            actor.isSystem(),
            act,
            write(details))
        .update();
  }

  /** The acts of a subject, oldest first. */
  public List<LedgerEntry> of(String subject) {
    return read("where subject = ?", subject);
  }

  /** The acts of all subjects appended after this one, oldest first. */
  public List<LedgerEntry> after(long id) {
    return read("where id > ?", id);
  }

  /** Id of the last act of all, 0 if there is none. */
  public long last() {
    return jdbc.sql("select coalesce(max(id), 0) from trame.ledger_entry")
        .query(Long.class)
        .single();
  }

  private List<LedgerEntry> read(String which, Object value) {
    return jdbc.sql(
            "select id, subject, at, actor, by_system, act, details::text from trame.ledger_entry "
                + which
                + " order by id")
        .param(value)
        .query(
            (row, n) ->
                new LedgerEntry(
                    row.getLong(1),
                    row.getString(2),
                    row.getTimestamp(3).toInstant(),
                    row.getString(4),
                    row.getBoolean(5),
                    row.getString(6),
                    read(row.getString(7))))
        .list();
  }

  private String write(Map<String, ?> details) {
    try {
      return json.writeValueAsString(details);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Details of an act must be plain values", e);
    }
  }

  private Map<String, String> read(String details) {
    try {
      return json.readValue(details, DETAILS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Unreadable details in the ledger", e);
    }
  }
}
