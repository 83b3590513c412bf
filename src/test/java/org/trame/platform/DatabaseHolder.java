package org.trame.platform;

import java.nio.file.Path;

/** Holds the durable database of a home until it is stopped or killed. */
final class DatabaseHolder {

  private DatabaseHolder() {}

  public static void main(String[] args) throws InterruptedException {
    try {
      EmbeddedDatabase.Access access = EmbeddedDatabase.durable(Path.of(args[0]));
      System.out.println(access.url() + " " + access.user() + " " + access.password());
    } catch (StartupFailure e) {
      Terminal.error(e.getMessage());
      System.exit(1);
    }
    Thread.sleep(Long.MAX_VALUE);
  }
}
