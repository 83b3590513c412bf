package org.trame.tasklist;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts {@link EngineAnswersFilter} between the sign-in of Trame and that of the engine. */
@Configuration(proxyBeanMethods = false)
class TasklistConfiguration {

  private static final int BEFORE_ENGINE_SIGN_IN = 50;

  @Bean
  FilterRegistrationBean<EngineAnswersFilter> engineAnswersRegistration(EngineAnswers answers) {
    var registration = new FilterRegistrationBean<>(new EngineAnswersFilter(answers));
    registration.addUrlPatterns("/engine-rest/*", "/camunda/api/engine/*");
    registration.setOrder(BEFORE_ENGINE_SIGN_IN);
    return registration;
  }
}
