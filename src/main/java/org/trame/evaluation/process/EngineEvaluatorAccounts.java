package org.trame.evaluation.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;
import org.trame.evaluation.EvaluatorAccounts;

/** Accounts are the users of the engine's identity service. Whoever designates may read these. */
@Component
class EngineEvaluatorAccounts implements EvaluatorAccounts {

  private final IdentityService identities;
  private final ProcessEngineConfigurationImpl engine;

  EngineEvaluatorAccounts(IdentityService identities, ProcessEngineConfigurationImpl engine) {
    this.identities = identities;
    this.engine = engine;
  }

  @Override
  public Map<String, String> members(String group) {
    Map<String, String> names = new LinkedHashMap<>();
    List<User> users =
        unrestricted(
            () ->
                identities
                    .createUserQuery()
                    .memberOfGroup(group)
                    .orderByUserLastName()
                    .asc()
                    .orderByUserFirstName()
                    .asc()
                    .list());
    users.forEach(u -> names.put(u.getId(), name(u)));
    return names;
  }

  @Override
  public List<String> groupsOf(String account) {
    return unrestricted(() -> identities.createGroupQuery().groupMember(account).list()).stream()
        .map(Group::getId)
        .sorted()
        .toList();
  }

  private <T> T unrestricted(Callable<T> query) {
    return engine
        .getCommandExecutorTxRequired()
        .execute(context -> context.runWithoutAuthorization(query));
  }

  private static String name(User user) {
    String name = (word(user.getFirstName()) + " " + word(user.getLastName())).strip();
    return name.isEmpty() ? user.getId() : name;
  }

  private static String word(String word) {
    return word == null ? "" : word;
  }
}
