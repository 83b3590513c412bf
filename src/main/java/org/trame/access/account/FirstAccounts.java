package org.trame.access.account;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.trame.access.Role;
import org.trame.platform.ReadyNotice;
import org.trame.platform.StartupFailure;

/**
 * The accounts a start provides for: those of the demonstration in demo mode, which disappear again
 * in any other; otherwise the first administrator.
 */
@Component
class FirstAccounts implements InitializingBean, ReadyNotice {

  private static final String DEMO_MARK = "trame.demo";

  private final IdentityService identities;
  private final Groups groups;
  private final TransactionTemplate transaction;
  private final boolean demo;
  private final boolean demoAccounts;
  private final String administrator;
  private final String password;

  FirstAccounts(
      IdentityService identities,
      Groups groups,
      TransactionTemplate transaction,
      @Value("${trame.demo:false}") boolean demo,
      @Value("${trame.demo-accounts:${trame.demo:false}}") boolean demoAccounts,
      @Value("${trame.admin.user:}") String administrator,
      @Value("${trame.admin.password:}") String password) {
    this.identities = identities;
    this.groups = groups;
    this.transaction = transaction;
    this.demo = demo;
    this.demoAccounts = demoAccounts;
    this.administrator = administrator.strip();
    this.password = password;
  }

  @Override
  public void afterPropertiesSet() {
    transaction.executeWithoutResult(
        t -> {
          if (demoAccounts) {
            DemoAccount.all().forEach(this::create);
          } else {
            removeDemoAccounts();
            createAdministrator();
          }
          groups.complete();
        });
  }

  private void create(DemoAccount account) {
    if (exists(account.name())) {
      return;
    }
    User user = identities.newUser(account.name());
    user.setFirstName(account.title());
    user.setLastName("");
    user.setEmail(account.name() + "@demo.example");
    user.setPassword(account.name());
    ((IdentityServiceImpl) identities).saveUser(user, true);
    identities.setUserInfo(account.name(), DEMO_MARK, "true");
    account.groups().forEach(group -> join(account.name(), group));
  }

  /** Everybody knows their passwords: a database that was a demonstration must not keep them. */
  private void removeDemoAccounts() {
    DemoAccount.all().stream()
        .map(DemoAccount::name)
        .filter(name -> identities.getUserInfo(name, DEMO_MARK) != null)
        .toList()
        .forEach(identities::deleteUser);
  }

  private void createAdministrator() {
    if (administrator.isEmpty() || identities.createUserQuery().count() > 0) {
      return;
    }
    User user = identities.newUser(administrator);
    user.setFirstName(administrator);
    user.setLastName("");
    if (!identities.checkPasswordAgainstPolicy(password, user).isValid()) {
      throw new StartupFailure(
          "TRAME_ADMIN_PASSWORD doit compter au moins "
              + AccountConfiguration.SHORTEST
              + " caractères et ne pas contenir le nom de l’administrateur.");
    }
    user.setPassword(password);
    identities.saveUser(user);
    join(administrator, Role.ADMINISTRATOR.code());
  }

  private void join(String name, String group) {
    if (identities.createGroupQuery().groupId(group).count() == 0) {
      Group created = identities.newGroup(group);
      identities.saveGroup(created);
    }
    identities.createMembership(name, group);
  }

  private boolean exists(String name) {
    return identities.createUserQuery().userId(name).count() > 0;
  }

  @Override
  public List<String> lines() {
    if (demo) {
      return Stream.concat(
              Stream.of("Comptes de démonstration (mot de passe = nom) :"),
              DemoAccount.all().stream().map(a -> "  %-24s%s".formatted(a.name(), a.title())))
          .toList();
    }
    if (identities.createUserQuery().count() == 0) {
      return List.of(
          "Personne ne peut encore se connecter : donnez le premier administrateur par"
              + " TRAME_ADMIN_USER et TRAME_ADMIN_PASSWORD, puis redémarrez.");
    }
    return List.of();
  }
}
