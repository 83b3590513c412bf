package org.trame.access.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.trame.TrameTest;
import org.trame.platform.StartupFailure;

/**
 * What a start does to accounts; the demo accounts of the other tests come back by the rollback.
 */
@TrameTest
@Transactional
class FirstAccountsTests {

  @Autowired IdentityService identities;
  @Autowired Groups groups;
  @Autowired TransactionTemplate transaction;

  @Test
  void demoAccountsDisappearWhenTheDatabaseIsNoDemonstrationAnyMore() {
    assertThat(users()).contains("coordinateur", "admin");
    start(false, "", "");
    assertThat(users()).doesNotContain("coordinateur", "admin");
  }

  @Test
  void anAccountOfTheSameNameThatIsNoDemoAccountStays() {
    identities.deleteUser("coordinateur");
    User real = identities.newUser("coordinateur");
    real.setPassword("un mot de passe assez long");
    identities.saveUser(real);
    start(false, "", "");
    assertThat(users()).contains("coordinateur");
  }

  @Test
  void theFirstAdministratorComesFromTheConfiguration() {
    noAccounts();
    FirstAccounts first = start(false, "gestion", "un mot de passe assez long");
    assertThat(users()).containsExactly("gestion");
    assertThat(identities.createGroupQuery().groupMember("gestion").list())
        .singleElement()
        .extracting("id")
        .isEqualTo("camunda-admin");
    assertThat(first.lines()).isEmpty();
    start(false, "autre", "un autre mot de passe long");
    assertThat(users()).containsExactly("gestion");
  }

  @Test
  void withoutAnyAccountTheStartSaysWhatToDo() {
    noAccounts();
    assertThat(start(false, "", "").lines())
        .singleElement()
        .asString()
        .contains("TRAME_ADMIN_USER", "TRAME_ADMIN_PASSWORD");
  }

  @Test
  void aWeakAdministratorPasswordStopsTheStart() {
    noAccounts();
    assertThatThrownBy(() -> start(false, "gestion", "court"))
        .isInstanceOf(StartupFailure.class)
        .hasMessageContaining("12 caractères");
  }

  @Test
  void theDemonstrationPrintsItsAccounts() {
    assertThat(start(true, "", "").lines())
        .anySatisfy(line -> assertThat(line).contains("secretaire", "Secrétaire communal"))
        .hasSize(DemoAccount.all().size() + 1);
  }

  private FirstAccounts start(boolean demo, String administrator, String password) {
    var first =
        new FirstAccounts(identities, groups, transaction, demo, demo, administrator, password);
    first.afterPropertiesSet();
    return first;
  }

  private void noAccounts() {
    users().forEach(identities::deleteUser);
  }

  private java.util.List<String> users() {
    return identities.createUserQuery().list().stream().map(User::getId).toList();
  }
}
