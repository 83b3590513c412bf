package org.trame.regime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.trame.TrameTest;

/** Without the engine the tables answer as with it. */
@TrameTest
class RegimeFilesTests {

  private static final String TIME_LIMITS = "TimeLimits";

  private final Regimes files = RegimeFiles.read();

  @Autowired Regimes engine;

  @Test
  void everyTimeLimitIsTheRowTheEngineGives() {
    assertThat(files.all()).isNotEmpty().isEqualTo(engine.all());
    for (String regime : files.all()) {
      assertThat(files.has(regime, TIME_LIMITS)).isTrue();
      assertThat(files.keys(regime, TIME_LIMITS)).isEqualTo(engine.keys(regime, TIME_LIMITS));
      for (String step : engine.keys(regime, TIME_LIMITS)) {
        Map<String, String> asked = Map.of("step", step);
        assertThat(files.decide(regime, TIME_LIMITS, asked))
            .isEqualTo(engine.decide(regime, TIME_LIMITS, asked));
      }
    }
  }
}
