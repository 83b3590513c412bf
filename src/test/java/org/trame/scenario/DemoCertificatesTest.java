package org.trame.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Nobody trusts the authority of the demonstration where there is none. */
class DemoCertificatesTest {

  private final ApplicationContextRunner context =
      new ApplicationContextRunner().withUserConfiguration(DemoCertificates.class);

  @Test
  void thereAreNoneInProduction() {
    context.run(c -> assertThat(c).doesNotHaveBean(DemoCertificates.class));
    context
        .withPropertyValues("trame.demo=false")
        .run(c -> assertThat(c).doesNotHaveBean(DemoCertificates.class));
  }

  @Test
  void theDemonstrationAndPlaysHaveThem() {
    context
        .withPropertyValues("trame.demo=true")
        .run(c -> assertThat(c.getBean(DemoCertificates.class).certificates()).hasSize(1));
    context
        .withPropertyValues("trame.demo=false", "trame.demo-certificates=true")
        .run(c -> assertThat(c).hasSingleBean(DemoCertificates.class));
  }
}
