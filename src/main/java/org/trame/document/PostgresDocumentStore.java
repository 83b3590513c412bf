package org.trame.document;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bytes in the database: backed up, moved and rolled back with the rest. */
final class PostgresDocumentStore implements DocumentStore {

  private final JdbcClient jdbc;

  PostgresDocumentStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void put(UUID key, byte[] content) {
    jdbc.sql("insert into trame.document_content (key, bytes) values (?, ?)")
        .params(key, content)
        .update();
  }

  @Override
  public byte[] get(UUID key) {
    return jdbc.sql("select bytes from trame.document_content where key = ?")
        .param(key)
        .query(byte[].class)
        .single();
  }
}
