package org.trame.notification.outbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A mail server that answers as a test wants it to. */
final class ScriptedServer implements AutoCloseable {

  /** Instead of an answer: the connection breaks. */
  static final String HANGS_UP = "";

  /** The final dot, as a command. */
  static final String DOT = ".";

  private final ServerSocket socket;
  private final Map<String, String> answers =
      new HashMap<>(
          Map.of(
              "EHLO",
              "250 here",
              "MAIL",
              "250 ok",
              "RCPT",
              "250 ok",
              "DATA",
              "354 go",
              DOT,
              "250 2.0.0 queued as 4711",
              "QUIT",
              "221 bye",
              "RSET",
              "250 ok"));
  private final List<String> commands = Collections.synchronizedList(new ArrayList<>());

  ScriptedServer() throws IOException {
    socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread listening = new Thread(this::listen, "scripted-smtp");
    listening.setDaemon(true);
    listening.start();
  }

  int port() {
    return socket.getLocalPort();
  }

  void answers(String command, String answer) {
    answers.put(command, answer);
  }

  /** What it was told, without the mails themselves. */
  List<String> commands() {
    return List.copyOf(commands);
  }

  private void listen() {
    while (!socket.isClosed()) {
      try (Socket caller = socket.accept()) {
        talk(caller);
      } catch (IOException hungUp) {
        continue;
      }
    }
  }

  private void talk(Socket caller) throws IOException {
    var in =
        new BufferedReader(
            new InputStreamReader(caller.getInputStream(), StandardCharsets.ISO_8859_1));
    OutputStream out = caller.getOutputStream();
    say(out, "220 scripted");
    boolean inMail = false;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (inMail && !line.equals(DOT)) {
        continue;
      }
      String command =
          line.equals(DOT)
              ? DOT
              : line.substring(0, Math.min(4, line.length())).toUpperCase(Locale.ROOT);
      commands.add(command);
      String answer = answers.getOrDefault(command, "502 what?");
      if (answer.equals(HANGS_UP)) {
        return;
      }
      say(out, answer);
      inMail = command.equals("DATA") && answer.startsWith("354");
      if (command.equals("QUIT")) {
        return;
      }
    }
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
