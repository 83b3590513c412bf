package org.trame.document;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** A scanner that speaks clamd's INSTREAM protocol, for one file. */
final class FakeClam implements AutoCloseable {

  private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  private final CompletableFuture<byte[]> scanned = new CompletableFuture<>();

  FakeClam(Function<byte[], String> verdict) throws IOException {
    Thread thread = new Thread(() -> serve(verdict));
    thread.setDaemon(true);
    thread.start();
  }

  private void serve(Function<byte[], String> verdict) {
    try (Socket socket = server.accept()) {
      DataInputStream in = new DataInputStream(socket.getInputStream());
      byte[] command = in.readNBytes("zINSTREAM\0".length());
      if (!"zINSTREAM\0".equals(new String(command, StandardCharsets.US_ASCII))) {
        throw new IOException("not INSTREAM");
      }
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      for (int length = in.readInt(); length != 0; length = in.readInt()) {
        file.write(in.readNBytes(length));
      }
      scanned.complete(file.toByteArray());
      String answer = "stream: " + verdict.apply(file.toByteArray()) + "\0";
      socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      scanned.completeExceptionally(e);
    }
  }

  int port() {
    return server.getLocalPort();
  }

  /** What came through, byte for byte. */
  byte[] scanned() {
    return scanned.join();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
