package org.trame.platform;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A server that greets in PostgreSQL's protocol under a version of one's choice, for versions whose
 * programs are not at hand: lets anybody in and answers every query with nothing.
 */
final class OldPostgres implements AutoCloseable {

  private final ServerSocket listener;
  private final String version;

  OldPostgres(String version) throws IOException {
    this.version = version;
    this.listener = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
    Thread thread = new Thread(this::serve, "old-postgres");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return listener.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }

  private void serve() {
    while (!listener.isClosed()) {
      try (Socket client = listener.accept();
          DataInputStream in = new DataInputStream(client.getInputStream());
          DataOutputStream out = new DataOutputStream(client.getOutputStream())) {
        converse(in, out);
      } catch (IOException e) {
        // The client left, or the test is over.
      }
    }
  }

  private void converse(DataInputStream in, DataOutputStream out) throws IOException {
    in.skipNBytes(in.readInt() - 4L);
    send(out, 'R', new byte[4]);
    parameter(out, "server_version", version);
    parameter(out, "server_encoding", "UTF8");
    parameter(out, "client_encoding", "UTF8");
    parameter(out, "DateStyle", "ISO, MDY");
    parameter(out, "TimeZone", "UTC");
    parameter(out, "integer_datetimes", "on");
    parameter(out, "standard_conforming_strings", "on");
    send(out, 'Z', "I".getBytes(StandardCharsets.US_ASCII));
    while (true) {
      char kind = (char) in.readUnsignedByte();
      in.skipNBytes(in.readInt() - 4L);
      switch (kind) {
        case 'P' -> send(out, '1', new byte[0]);
        case 'B' -> send(out, '2', new byte[0]);
        case 'D' -> send(out, 'n', new byte[0]);
        case 'E', 'Q' -> send(out, 'C', "SET\0".getBytes(StandardCharsets.US_ASCII));
        case 'S' -> {}
        default -> {
          return;
        }
      }
      if (kind == 'Q' || kind == 'S') {
        send(out, 'Z', "I".getBytes(StandardCharsets.US_ASCII));
      }
    }
  }

  private static void parameter(DataOutputStream out, String name, String value)
      throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.write((name + "\0" + value + "\0").getBytes(StandardCharsets.US_ASCII));
    send(out, 'S', body.toByteArray());
  }

  private static void send(DataOutputStream out, char kind, byte[] body) throws IOException {
    out.writeByte(kind);
    out.writeInt(body.length + 4);
    out.write(body);
    out.flush();
  }
}
