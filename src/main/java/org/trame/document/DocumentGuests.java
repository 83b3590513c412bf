package org.trame.document;

import org.trame.access.Actor;

/**
 * Who reads or adds documents of a programme without holding a role in it; the module that invites
 * them answers.
 */
public interface DocumentGuests {

  /** Whether the actor may add documents to this programme. */
  boolean mayUpload(Actor actor, String programme);

  /** Whether the actor may read this document. */
  boolean mayRead(Actor actor, StoredDocument document);
}
