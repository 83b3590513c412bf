package org.trame.document;

import java.util.UUID;

/** Where the bytes of documents are kept. What is put under a key is there for good. */
public interface DocumentStore {

  /**
   * Keeps these bytes, in the current transaction where the store has any.
   *
   * @throws RuntimeException if the key is taken
   */
  void put(UUID key, byte[] content);

  /**
   * The bytes under a key.
   *
   * @throws RuntimeException if there are none
   */
  byte[] get(UUID key);
}
