package org.trame.regime.process;

import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How decision tables are asked. */
@Configuration(proxyBeanMethods = false)
class FeelConfiguration {

  @Bean
  ProcessEnginePlugin rememberingDecisions() {
    return new AbstractProcessEnginePlugin() {
      @Override
      public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setDmnEngineConfiguration(remembering());
      }
    };
  }

  static DefaultDmnEngineConfiguration remembering() {
    return ((DefaultDmnEngineConfiguration)
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration())
        .feelEngineFactory(RememberingFeel::new);
  }
}
