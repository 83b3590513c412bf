package org.trame.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;
import org.trame.TrameTest;
import org.trame.access.account.Accounts;

@TrameTest
class AccountsTests {

  @Autowired Accounts accounts;
  @Autowired IdentityService identities;
  @Autowired AuthorizationService authorisations;

  @Value("${trame.password-cost}")
  int cost;

  @Test
  void aDemoAccountHoldsItsRole() {
    assertThat(accounts.find("secretaire"))
        .hasValueSatisfying(actor -> assertThat(actor.holds(Role.COUNCIL_SECRETARY)).isTrue());
    assertThat(accounts.find("personne")).isEmpty();
    assertThat(accounts.authenticate("secretaire", "secretaire")).isPresent();
  }

  @Test
  void passwordsAreBcryptAndCountToTheirLastLetter() {
    String password = "une très longue phrase de passe ".repeat(4) + "A";
    create("longue-phrase", password);
    User stored = identities.createUserQuery().userId("longue-phrase").singleResult();
    assertThat(((UserEntity) stored).getPassword())
        .startsWith("{bcrypt-sha256}$2a$" + "%02d".formatted(cost) + "$");
    assertThat(accounts.authenticate("longue-phrase", password)).isPresent();
    String other = password.substring(0, password.length() - 1) + "B";
    assertThat(accounts.authenticate("longue-phrase", other)).isEmpty();
    identities.deleteUser("longue-phrase");
  }

  /** Tests hash cheaply; the program as it is shipped does not. */
  @Test
  void aGuessTakesLongOutsideTests() throws IOException {
    PropertySource<?> shipped =
        new YamlPropertySourceLoader()
            .load("shipped", new ClassPathResource("application.yaml"))
            .get(0);
    assertThat((Integer) shipped.getProperty("trame.password-cost")).isGreaterThanOrEqualTo(10);
  }

  @Test
  void guessingWaitsButDoesNotLockOutForGood() {
    create("devinette", "un mot de passe assez long");
    assertThat(accounts.authenticate("devinette", "faux")).isEmpty();
    assertThat(accounts.authenticate("devinette", "un mot de passe assez long")).isEmpty();
    identities.unlockUser("devinette");
    assertThat(accounts.authenticate("devinette", "un mot de passe assez long")).isPresent();
    identities.deleteUser("devinette");
  }

  @Test
  void aShortPasswordIsRefused() {
    assertThatThrownBy(() -> create("courte", "court"))
        .hasMessageContaining("Password does not match policy");
  }

  @Test
  void groupsAreCalledByRoleAndPlace() {
    assertThat(identities.createGroupQuery().groupId("council-secretary-21009").singleResult())
        .extracting("name")
        .isEqualTo("Secrétaire communal – Ixelles");
    assertThat(identities.createGroupQuery().groupId("coordinator-21013").singleResult())
        .extracting("name")
        .isEqualTo("Coordinateur communal – Saint-Gilles");
  }

  private void create(String name, String password) {
    User user = identities.newUser(name);
    user.setFirstName(name);
    user.setLastName("essai");
    user.setPassword(password);
    identities.saveUser(user);
  }
}
