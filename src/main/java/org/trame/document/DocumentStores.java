package org.trame.document;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trame.platform.StartupFailure;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Where documents are kept: {@code trame.documents.store}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DocumentStores.Settings.class)
class DocumentStores {

  /**
   * The configuration.
   *
   * @param store {@code postgres} or {@code s3}
   * @param s3 the bucket
   */
  @ConfigurationProperties("trame.documents")
  record Settings(String store, Bucket s3) {}

  /**
   * A bucket.
   *
   * @param endpoint address of the server, or empty: Amazon's
   * @param timeout of one call, retries included
   */
  record Bucket(
      String endpoint,
      String region,
      String bucket,
      String accessKey,
      String secretKey,
      Duration timeout) {}

  @Bean
  DocumentStore documentStore(Settings settings, JdbcClient jdbc) {
    DocumentStore database = new PostgresDocumentStore(jdbc);
    return switch (settings.store()) {
      case "postgres" -> database;
      case "s3" ->
          new S3DocumentStore(client(settings.s3()), settings.s3().bucket().strip(), database);
      default ->
          throw new StartupFailure(
              "TRAME_DOCUMENTS_STORE vaut « %s » : les documents se gardent dans « postgres » ou dans « s3 »."
                  .formatted(settings.store()));
    };
  }

  static S3Client client(Bucket bucket) {
    S3ClientBuilder client =
        S3Client.builder()
            .httpClient(UrlConnectionHttpClient.create())
            .region(Region.of(given(bucket.region(), "REGION")))
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(
                        given(bucket.accessKey(), "ACCESS_KEY"),
                        given(bucket.secretKey(), "SECRET_KEY"))))
            // Ours is SHA-256; servers other than Amazon's need not know the newer ones.
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .overrideConfiguration(calls -> calls.apiCallTimeout(bucket.timeout()));
    given(bucket.bucket(), "BUCKET");
    if (!bucket.endpoint().isBlank()) {
      client.endpointOverride(address(bucket.endpoint().strip()));
      client.serviceConfiguration(
          s3 -> s3.pathStyleAccessEnabled(true).chunkedEncodingEnabled(false));
    }
    return client.build();
  }

  private static String given(String value, String variable) {
    if (value.isBlank()) {
      throw new StartupFailure(
          "TRAME_DOCUMENTS_STORE=s3 demande aussi TRAME_DOCUMENTS_S3_%s.".formatted(variable));
    }
    return value.strip();
  }

  private static URI address(String endpoint) {
    if (!endpoint.matches("https?://[^\\s/]+/?")) {
      throw new StartupFailure(
          "TRAME_DOCUMENTS_S3_ENDPOINT vaut « %s » : donnez une adresse comme https://s3.exemple.be."
              .formatted(endpoint));
    }
    return URI.create(endpoint);
  }
}
