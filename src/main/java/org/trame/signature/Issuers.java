package org.trame.signature;

import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.spi.client.http.DataLoader;
import eu.europa.esig.dss.spi.exception.DSSExternalResourceException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/**
 * Asks the issuers of certificates over HTTP: certificates of issuers, lists of revoked ones, OCSP.
 * The loaders of DSS would bring another HTTP client, or open files as well.
 */
final class Issuers implements DataLoader {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** The largest lists of Belgian citizens' certificates take a few megabytes. */
  private static final int LARGEST_ANSWER = 20 * 1024 * 1024;

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private String contentType;

  /**
   * @param contentType type of what is sent
   */
  Issuers(String contentType) {
    this.contentType = contentType;
  }

  @Override
  public void setContentType(String type) {
    contentType = type;
  }

  @Override
  public byte[] get(String url) {
    return ask(url, request(url).GET().build());
  }

  @Override
  public DataAndUrl get(List<String> urls) {
    for (String url : urls) {
      try {
        return new DataAndUrl(url, get(url));
      } catch (DSSException nextOne) {
        continue;
      }
    }
    throw new DSSExternalResourceException("None of the addresses answers: " + urls);
  }

  @Override
  public byte[] post(String url, byte[] content) {
    return ask(
        url,
        request(url)
            .header("Content-Type", contentType)
            .POST(BodyPublishers.ofByteArray(content))
            .build());
  }

  private static HttpRequest.Builder request(String url) {
    try {
      return HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE);
    } catch (IllegalArgumentException e) {
      throw new DSSExternalResourceException("Not an address of the web: " + url, e);
    }
  }

  private byte[] ask(String url, HttpRequest request) {
    try {
      HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        byte[] content = body.readNBytes(LARGEST_ANSWER + 1);
        if (answer.statusCode() != 200 || content.length > LARGEST_ANSWER) {
          throw new DSSExternalResourceException(
              url + " answers " + answer.statusCode() + ", " + content.length + " bytes");
        }
        return content;
      }
    } catch (IOException e) {
      throw new DSSExternalResourceException(url + " does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DSSExternalResourceException(url + " was not waited for", e);
    }
  }
}
