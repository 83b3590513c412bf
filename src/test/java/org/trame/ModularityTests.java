package org.trame;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The boundaries of {@code docs/adr/0001} and of the modules. */
class ModularityTests {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.trame");

  @Test
  void modulesUseEachOtherThroughTheirRootPackageAndWithoutCycles() {
    ApplicationModules.of(TrameApplication.class).verify();
  }

  @Test
  void onlyProcessPackagesKnowTheEngine() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "org.trame.workflow..",
            "org.trame.platform..",
            "org.trame.access..",
            "org.trame.tasklist..",
            "org.trame.scenario..",
            "org.trame..process..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.camunda..")
        .check(CLASSES);
  }

  @Test
  void timeComesFromTheOneClock() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.trame.platform..", "org.trame.scenario..")
        .should()
        .callMethod(java.time.LocalDate.class, "now")
        .orShould()
        .callMethod(java.time.LocalDateTime.class, "now")
        .check(CLASSES);
  }

  @Test
  void noRegimeIsNamedInJava() throws IOException {
    List<String> names;
    try (Stream<Path> folders = Files.list(Path.of("bpmn/regimes"))) {
      names =
          folders.map(f -> f.getFileName().toString()).flatMap(ModularityTests::spellings).toList();
    }
    assertThat(names).isNotEmpty();
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      assertThat(sources.filter(Files::isRegularFile))
          .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain(names));
    }
  }

  private static Stream<String> spellings(String folder) {
    String camel =
        Arrays.stream(folder.split("-"))
            .map(w -> w.substring(0, 1).toUpperCase(Locale.ROOT) + w.substring(1))
            .collect(Collectors.joining());
    return Stream.of(folder, camel);
  }
}
