package org.trame.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map.Entry;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Compose file against the Compose Specification's own schema. */
class ComposeFileTest {

  private static final YAMLMapper YAML = new YAMLMapper();

  private String text;
  private JsonSchema schema;

  @BeforeEach
  void read() throws IOException {
    text = Files.readString(Path.of("docker-compose.yml"));
    try (InputStream json = getClass().getResourceAsStream("/compose/compose-spec.json")) {
      ObjectNode specification = (ObjectNode) new ObjectMapper().readTree(json);
      specification.remove("$id"); // a relative one, which the validator refuses
      schema = JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(specification);
    }
  }

  @Test
  void followsTheSpecification() throws IOException {
    assertThat(violations(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      textBlock =
          """
          healthcheck:               > healthchek:
          condition: service_healthy > condition: servce_healthy
          dockerfile_inline:         > dockerfile_inlined:
          read_only: true            > read_only: [perhaps]
          retries: 6                 > retries: [6]
          services:                  > service:
          """)
  void aMistakeIsSeen(String right, String wrong) throws IOException {
    String broken = text.replace(right, wrong);
    assertThat(broken).isNotEqualTo(text);
    assertThat(violations(broken)).isNotEmpty();
  }

  @Test
  void noPasswordIsWrittenInIt() throws IOException {
    for (JsonNode service : YAML.readTree(text).get("services")) {
      for (Entry<String, JsonNode> variable : service.path("environment").properties()) {
        if (variable.getKey().endsWith("PASSWORD")) {
          assertThat(variable.getValue().asText()).matches("\\$\\{TRAME_[A-Z_]+:\\?.+}");
        }
      }
    }
  }

  @Test
  void everyServiceSaysWhetherItIsHealthy() throws IOException {
    JsonNode services = YAML.readTree(text).get("services");
    assertThat(services.fieldNames()).toIterable().containsExactly("app", "database", "mail");
    assertThat(services).allSatisfy(service -> assertThat(service.has("healthcheck")).isTrue());
    assertThat(services.at("/app/depends_on/database/condition").asText())
        .isEqualTo("service_healthy");
  }

  private Set<ValidationMessage> violations(String yaml) throws IOException {
    return schema.validate(YAML.readTree(yaml));
  }
}
