package org.trame.platform;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;

/** One connection to the configured database before the rest of the program counts on it. */
final class DatabaseCheck {

  private static final int OLDEST_MAJOR_VERSION = 14;

  /** What the operator reads, by SQL state; {@code %s} is the address. */
  private static final Map<String, String> SENTENCES =
      Map.of(
          "08001",
              "La base de données %s ne répond pas : vérifiez qu'elle est démarrée et que"
                  + " SPRING_DATASOURCE_URL est juste.",
          "08004",
              "La base de données %s demande un mot de passe : indiquez-le par"
                  + " SPRING_DATASOURCE_PASSWORD.",
          "08006",
              "La base de données %s a rompu la connexion : vérifiez SPRING_DATASOURCE_URL, TLS et"
                  + " les accès autorisés (pg_hba.conf).",
          "28000",
              "La base de données %s refuse cet utilisateur : vérifiez"
                  + " SPRING_DATASOURCE_USERNAME et les accès autorisés (pg_hba.conf).",
          "28P01",
              "La base de données %s refuse le nom ou le mot de passe : vérifiez"
                  + " SPRING_DATASOURCE_USERNAME et SPRING_DATASOURCE_PASSWORD.",
          "3D000",
              "La base de données %s n'existe pas : créez-la, ou corrigez"
                  + " SPRING_DATASOURCE_URL.",
          "53300",
              "La base de données %s n'accepte plus de connexions : augmentez max_connections ou"
                  + " fermez des connexions.",
          "57P03",
              "La base de données %s est en train de démarrer : relancez Trame dans un instant.");

  private DatabaseCheck() {}

  /**
   * Connects once and leaves.
   *
   * @throws StartupFailure if the database cannot be used
   */
  static void connects(String url, String user, String password) {
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new StartupFailure(
          "SPRING_DATASOURCE_URL doit commencer par jdbc:postgresql: (Trame n'emploie que"
              + " PostgreSQL).");
    }
    Properties properties = new Properties();
    if (user != null) {
      properties.setProperty("user", user);
    }
    if (password != null) {
      properties.setProperty("password", password);
    }
    String address = url.substring("jdbc:postgresql:".length()).replaceFirst("\\?.*", "");
    try (Connection connection = DriverManager.getConnection(url, properties)) {
      int version = connection.getMetaData().getDatabaseMajorVersion();
      if (version < OLDEST_MAJOR_VERSION) {
        throw new StartupFailure(
            "La base de données %s est un PostgreSQL %d : il faut PostgreSQL %d ou plus récent."
                .formatted(address, version, OLDEST_MAJOR_VERSION));
      }
    } catch (SQLException e) {
      String sentence =
          SENTENCES.getOrDefault(
              String.valueOf(e.getSQLState()),
              "La base de données %s ne peut pas être employée : vérifiez SPRING_DATASOURCE_URL,"
                  + " _USERNAME et _PASSWORD.");
      throw new StartupFailure(sentence.formatted(address), e);
    }
  }
}
