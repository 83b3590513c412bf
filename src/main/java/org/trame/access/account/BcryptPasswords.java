package org.trame.access.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * Passwords are kept as bcrypt hashes. Bcrypt reads 72 bytes only, and the engine adds its own salt
 * to the password: both are condensed first, so that a long passphrase counts to its last letter.
 */
final class BcryptPasswords implements PasswordEncryptor {

  private final BCryptPasswordEncoder bcrypt;

  /**
   * Passwords hashed with this strength.
   *
   * @param cost binary logarithm of the rounds, 4 to 31
   */
  BcryptPasswords(int cost) {
    bcrypt = new BCryptPasswordEncoder(cost);
  }

  @Override
  public String encrypt(String password) {
    return bcrypt.encode(condensed(password));
  }

  @Override
  public boolean check(String password, String encrypted) {
    return bcrypt.matches(condensed(password), encrypted);
  }

  @Override
  public String hashAlgorithmName() {
    return "bcrypt-sha256";
  }

  private static String condensed(String password) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
