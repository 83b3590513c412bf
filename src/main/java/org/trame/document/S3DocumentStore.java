package org.trame.document;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trame.input.Refusal;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Bytes in a bucket, each document under its id. They are written before the transaction ends: one
 * that fails leaves an object nobody knows of, never a document without its bytes.
 */
final class S3DocumentStore implements DocumentStore {

  private static final Logger LOG = LoggerFactory.getLogger(S3DocumentStore.class);

  private final S3Client s3;
  private final String bucket;
  private final DocumentStore before;

  /**
   * @param before where documents were kept before the bucket: read where it has none
   */
  S3DocumentStore(S3Client s3, String bucket, DocumentStore before) {
    this.s3 = s3;
    this.bucket = bucket;
    this.before = before;
  }

  /**
   * {@inheritDoc}
   *
   * @throws Refusal if the server did not confirm it, the key being taken included
   */
  @Override
  public void put(UUID key, byte[] content) {
    try {
      s3.putObject(
          object ->
              object.bucket(bucket).key(name(key)).ifNoneMatch("*").checksumSHA256(sha256(content)),
          RequestBody.fromBytes(content));
    } catch (SdkException e) {
      throw unavailable("does not keep", key, e);
    }
  }

  /**
   * {@inheritDoc}
   *
   * @throws Refusal if the server does not answer
   */
  @Override
  public byte[] get(UUID key) {
    try {
      return s3.getObjectAsBytes(object -> object.bucket(bucket).key(name(key))).asByteArray();
    } catch (NoSuchKeyException e) {
      return before.get(key);
    } catch (SdkException e) {
      throw unavailable("does not give", key, e);
    }
  }

  private static String name(UUID key) {
    return "documents/" + key;
  }

  private Refusal unavailable(String what, UUID key, SdkException e) {
    LOG.error("The bucket {} {} document {}: {}", bucket, what, key, e.getMessage());
    return Refusal.of("refusal.document.store");
  }

  /** As the server compares it with what arrives. */
  private static String sha256(byte[] content) {
    try {
      return Base64.getEncoder()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
