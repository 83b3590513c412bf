package org.trame.access.account;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.trame.access.Actor;

/** Accounts are the users of the engine's identity service; their roles are its groups. */
@Component
public class Accounts {

  private final IdentityService identities;
  private final ProcessEngineConfigurationImpl engine;

  Accounts(IdentityService identities, ProcessEngineConfigurationImpl engine) {
    this.identities = identities;
    this.engine = engine;
  }

  /** The actor behind an account, if there is one of this name. */
  public Optional<Actor> find(String name) {
    if (identities.createUserQuery().userId(name).count() == 0) {
      return Optional.empty();
    }
    return Optional.of(new Actor(name, groups(name)));
  }

  /**
   * The actor behind an account whose password is known; empty too, even with the right password,
   * for a few seconds after a wrong one.
   */
  public Optional<Actor> authenticate(String name, String password) {
    if (identities.checkPassword(name, password)) {
      return Optional.of(new Actor(name, groups(name)));
    }
    if (identities.createUserQuery().userId(name).count() == 0) {
      // Takes as long as for a name that exists: nobody learns which names do.
      engine.getPasswordEncryptor().encrypt(password);
    }
    return Optional.empty();
  }

  /**
   * Whether this is the password of the account, asked again before a grave act. In a transaction
   * of its own: a wrong one slows down the next try even though the act is undone.
   */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public boolean confirms(String name, String password) {
    return engine
        .getCommandExecutorTxRequired()
        .execute(
            context ->
                context.runWithoutAuthorization(() -> identities.checkPassword(name, password)));
  }

  /** The accounts that belong to a group, by name; whoever gives work to them may ask. */
  public List<String> members(String group) {
    return engine
        .getCommandExecutorTxRequired()
        .execute(
            context ->
                context.runWithoutAuthorization(
                    () ->
                        identities
                            .createUserQuery()
                            .memberOfGroup(group)
                            .orderByUserId()
                            .asc()
                            .list()))
        .stream()
        .map(User::getId)
        .toList();
  }

  /** Whether there is an account of this name; whoever keeps mandates may ask. */
  public boolean exists(String name) {
    return engine
            .getCommandExecutorTxRequired()
            .execute(
                context ->
                    context.runWithoutAuthorization(
                        () -> identities.createUserQuery().userId(name).count()))
        > 0;
  }

  /**
   * Puts an account in a group, which is created under this name if there is none; whoever keeps
   * organisations may ask.
   */
  public void join(String account, String group, String groupName) {
    engine
        .getCommandExecutorTxRequired()
        .execute(
            context ->
                context.runWithoutAuthorization(
                    () -> {
                      if (identities.createGroupQuery().groupId(group).count() == 0) {
                        Group created = identities.newGroup(group);
                        created.setName(groupName);
                        created.setType("WORKFLOW");
                        identities.saveGroup(created);
                      }
                      if (identities.createGroupQuery().groupId(group).groupMember(account).count()
                          == 0) {
                        identities.createMembership(account, group);
                      }
                      return null;
                    }));
  }

  /** The e-mail address of an account, if it has one. */
  public Optional<String> mailAddress(String name) {
    return engine
        .getCommandExecutorTxRequired()
        .execute(
            context ->
                context.runWithoutAuthorization(
                    () ->
                        Optional.ofNullable(
                                identities.createUserQuery().userId(name).singleResult())
                            .map(User::getEmail)
                            .filter(address -> !address.isBlank())));
  }

  private List<String> groups(String name) {
    return identities.createGroupQuery().groupMember(name).list().stream()
        .map(Group::getId)
        .sorted()
        .toList();
  }
}
