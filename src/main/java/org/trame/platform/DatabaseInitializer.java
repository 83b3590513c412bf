package org.trame.platform;

import java.nio.file.Path;
import java.util.Map;
import java.util.TimeZone;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * Before any bean exists: gives the context its database, or finds out why it cannot have one.
 *
 * <p>A context initializer rather than an environment post-processor, so that the log levels of the
 * configuration already apply when it fails.
 */
final class DatabaseInitializer
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    // The engine's dates have no zone: they are Belgian whatever the machine.
    TimeZone.setDefault(TimeZone.getTimeZone("Europe/Brussels"));
    ConfigurableEnvironment environment = context.getEnvironment();
    String url = environment.getProperty("spring.datasource.url");
    boolean throwAway =
        environment.getProperty("trame.database.throw-away", Boolean.class, Boolean.FALSE);
    if (StringUtils.hasText(url) && !throwAway) {
      DatabaseCheck.connects(
          url,
          environment.getProperty("spring.datasource.username"),
          environment.getProperty("spring.datasource.password"));
      demo(environment, false);
      return;
    }
    demo(environment, !throwAway);
    Path home = Path.of(environment.getProperty("trame.home", ".trame")).toAbsolutePath();
    EmbeddedDatabase.Access access =
        throwAway ? EmbeddedDatabase.throwAway(home) : EmbeddedDatabase.durable(home);
    environment
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "embeddedDatabase",
                Map.of(
                    "spring.datasource.url", access.url(),
                    "spring.datasource.username", access.user(),
                    "spring.datasource.password", access.password())));
  }

  /** Demo programmes come by default with the embedded database only. */
  private static void demo(ConfigurableEnvironment environment, boolean byDefault) {
    environment
        .getPropertySources()
        .addLast(new MapPropertySource("platformDefaults", Map.of("trame.demo", byDefault)));
  }
}
