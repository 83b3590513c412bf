package org.trame.signature;

import java.security.cert.X509Certificate;
import java.util.Collection;

/** Issuers that are trusted besides those of the configured trust store: each bean adds its own. */
public interface TrustAnchors {

  /** The certificates of the issuers, the same at every call. */
  Collection<X509Certificate> certificates();
}
