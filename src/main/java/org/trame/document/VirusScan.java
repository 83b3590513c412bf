package org.trame.document;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.trame.input.Refusal;

/**
 * Shows a file to a ClamAV daemon by its INSTREAM command. Without a host nothing is scanned; with
 * one, a file that could not be scanned is refused.
 */
@Component
class VirusScan {

  private static final Logger LOG = LoggerFactory.getLogger(VirusScan.class);
  private static final int CHUNK = 64 * 1024;
  private static final int LONGEST_ANSWER = 4096;

  private final String host;
  private final int port;
  private final int timeout;

  VirusScan(
      @Value("${trame.clamav.host}") String host,
      @Value("${trame.clamav.port}") int port,
      @Value("${trame.clamav.timeout}") Duration timeout) {
    this.host = host.strip();
    this.port = port;
    this.timeout = Math.toIntExact(timeout.toMillis());
  }

  /**
   * Scans a file.
   *
   * @throws Refusal if it carries a virus, or the scanner does not answer
   */
  void check(byte[] content) {
    if (host.isEmpty()) {
      return;
    }
    String answer;
    try {
      answer = ask(content);
    } catch (IOException e) {
      LOG.warn("The virus scanner {}:{} does not answer: {}", host, port, e.getMessage());
      throw Refusal.at("file", "refusal.document.scanner");
    }
    if (answer.endsWith(" FOUND")) {
      throw Refusal.at("file", "refusal.document.virus", found(answer));
    }
    if (!answer.endsWith(" OK")) {
      LOG.warn("The virus scanner {}:{} says: {}", host, port, answer);
      throw Refusal.at("file", "refusal.document.scanner");
    }
  }

  private String ask(byte[] content) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), timeout);
      socket.setSoTimeout(timeout);
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
      for (int from = 0; from < content.length; from += CHUNK) {
        int length = Math.min(CHUNK, content.length - from);
        out.writeInt(length);
        out.write(content, from, length);
      }
      out.writeInt(0);
      out.flush();
      return answer(socket.getInputStream());
    }
  }

  private static String answer(InputStream in) throws IOException {
    StringBuilder answer = new StringBuilder();
    int c = in.read();
    while (c > 0 && c != '\n' && answer.length() < LONGEST_ANSWER) {
      answer.append((char) c);
      c = in.read();
    }
    return answer.toString().strip();
  }

  private static String found(String answer) {
    return answer.replaceFirst("^stream: ", "").replaceFirst(" FOUND$", "");
  }
}
