package org.trame.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code trame.document_template}: they are only ever added. */
@Component
class TemplateStore {

  private static final String OF =
      "select version, text, saved_by, saved_at from trame.document_template where place = ? and"
          + " kind = ? and language = ? order by version";

  private final JdbcClient jdbc;

  TemplateStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Every version, oldest first. */
  List<TemplateVersion> of(String nis, String kind, Locale language) {
    return jdbc.sql(OF).params(nis, kind, language.getLanguage()).query(TemplateStore::read).list();
  }

  /** The version in force, or empty if it is the template that comes with Trame. */
  Optional<TemplateVersion> inForce(String nis, String kind, Locale language) {
    return jdbc.sql(OF + " desc limit 1")
        .params(nis, kind, language.getLanguage())
        .query(TemplateStore::read)
        .optional()
        .filter(v -> v.text() != null);
  }

  /** Adds a version, one writer of a place at a time; false if the last one is another. */
  boolean add(String nis, String kind, Locale language, TemplateVersion version) {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('trame.document_template'), hashtext(?))")
        .param(nis)
        .query((row, n) -> true)
        .list();
    List<TemplateVersion> all = of(nis, kind, language);
    int last = all.isEmpty() ? 0 : all.get(all.size() - 1).number();
    if (version.number() != last + 1) {
      return false;
    }
    jdbc.sql(
            "insert into trame.document_template (place, kind, language, version, text, saved_by,"
                + " saved_at) values (?, ?, ?, ?, ?, ?, ?)")
        .params(
            Arrays.asList(
                nis,
                kind,
                language.getLanguage(),
                version.number(),
                version.text(),
                version.by(),
                Timestamp.from(version.at())))
        .update();
    return true;
  }

  private static TemplateVersion read(ResultSet row, int n) throws SQLException {
    return new TemplateVersion(
        row.getInt("version"),
        row.getString("text"),
        row.getString("saved_by"),
        row.getTimestamp("saved_at").toInstant());
  }
}
