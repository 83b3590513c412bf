package org.trame.access.account;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/**
 * An account of the demonstration, whose password is its name.
 *
 * @param name user id
 * @param title whom it stands for, in French
 * @param groups engine groups
 */
record DemoAccount(String name, String title, List<String> groups) {

  /** The accounts of {@code access/demo-accounts.yaml}, in its order. */
  static List<DemoAccount> all() {
    try (InputStream file = new ClassPathResource("access/demo-accounts.yaml").getInputStream()) {
      return new YAMLMapper().readValue(file, new TypeReference<List<DemoAccount>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
