package org.trame.access.account;

import java.util.List;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyUserDataRuleImpl;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Which names accounts and groups may have, how the engine keeps passwords, which ones it takes,
 * and how it slows down guessing.
 */
@Configuration(proxyBeanMethods = false)
class AccountConfiguration {

  static final int SHORTEST = 12;
  private static final String NAMES = "[A-Za-z0-9][A-Za-z0-9._-]*";
  private static final int LONGEST_DELAY_SECONDS = 60;

  @Bean
  ProcessEnginePlugin accountRules(@Value("${trame.password-cost}") int cost) {
    List<PasswordPolicyRule> rules =
        List.of(new PasswordPolicyLengthRuleImpl(SHORTEST), new PasswordPolicyUserDataRuleImpl());
    return new AbstractProcessEnginePlugin() {
      @Override
      public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setUserResourceWhitelistPattern(NAMES);
        engine.setGroupResourceWhitelistPattern(NAMES);
        engine.setPasswordEncryptor(new BcryptPasswords(cost));
        engine.setPasswordPolicy(() -> rules);
        engine.setEnablePasswordPolicy(true);
        // Wrong passwords make the next try wait, 3 s then twice as long each time. Nobody is
        // locked
        // out for good: otherwise anybody could lock out anybody.
        engine.setLoginDelayMaxTime(LONGEST_DELAY_SECONDS);
        engine.setLoginMaxAttempts(Integer.MAX_VALUE);
      }
    };
  }
}
