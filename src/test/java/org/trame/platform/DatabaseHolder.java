package org.trame.platform;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.core.env.Environment;

/** As little of Trame as holds its embedded database, until it is stopped or killed. */
final class DatabaseHolder {

  private DatabaseHolder() {}

  public static void main(String[] args) throws InterruptedException {
    SpringApplication application = new SpringApplication(DatabaseHolder.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    try {
      Environment environment = application.run(args).getEnvironment();
      Terminal.print(
          String.join(
              " ",
              environment.getProperty("spring.datasource.url"),
              environment.getProperty("spring.datasource.username"),
              environment.getProperty("spring.datasource.password")));
    } catch (RuntimeException reported) {
      System.exit(1);
    }
    new java.util.concurrent.CountDownLatch(1).await();
  }
}
