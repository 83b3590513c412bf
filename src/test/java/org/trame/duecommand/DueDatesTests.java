package org.trame.duecommand;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of {@code docs/due-dates.md}, counted there by hand, comes out of the program. */
class DueDatesTests {

  private static final Path TABLE = Path.of("docs/due-dates.md");
  private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|\\S+");
  private static final int COLUMNS = 8;

  /** A row of the table. */
  record Row(
      String number,
      String shows,
      String limit,
      String calendar,
      String start,
      String options,
      String due,
      String byHand) {

    static Row of(String line) {
      List<String> cells = Arrays.stream(line.split("\\|", -1)).map(String::trim).toList();
      assertThat(cells).as(line).hasSize(COLUMNS + 2);
      return new Row(
          cells.get(1),
          cells.get(2),
          cells.get(3),
          cells.get(4),
          cells.get(5),
          cells.get(6).replace("`", ""),
          cells.get(7),
          cells.get(8));
    }

    boolean ruled() {
      return limit.contains("/");
    }

    /** What is typed after {@code due}. */
    String[] arguments() {
      List<String> typed = new ArrayList<>();
      if (ruled()) {
        typed.addAll(List.of("--regime", limit.split("/")[0], "--step", limit.split("/")[1]));
      } else {
        typed.addAll(List.of("--limit", limit, "--calendar", calendar));
      }
      typed.addAll(List.of("--from", start, "--format", "json"));
      WORD.matcher(options).results().forEach(w -> typed.add(w.group().replace("\"", "")));
      return typed.toArray(String[]::new);
    }

    @Override
    public String toString() {
      return number + " " + shows;
    }
  }

  static List<Row> rows() throws IOException {
    return Files.readAllLines(TABLE).stream()
        .filter(line -> line.matches("\\| \\d+ \\|.*"))
        .map(Row::of)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theProgramFindsTheDayCountedByHand(Row row) throws IOException {
    DueRun run = DueRun.of(row.arguments());
    assertThat(run.complaint()).isEmpty();
    JsonNode answer = new ObjectMapper().readTree(run.text());
    assertThat(answer.path("due").asText()).isEqualTo(row.due());
    assertThat(answer.path("calendar").asText()).isEqualTo(row.calendar());
    assertThat(answer.path("steps").findValuesAsText("kind")).startsWith("START").endsWith("DUE");
  }

  @Test
  void theTableIsLongAndSaysHowEachDayWasCounted() throws IOException {
    assertThat(rows()).hasSizeGreaterThanOrEqualTo(40);
    assertThat(rows()).extracting(Row::byHand).allSatisfy(hand -> assertThat(hand).isNotBlank());
    assertThat(rows()).extracting(Row::number).doesNotHaveDuplicates();
    assertThat(rows()).filteredOn(Row::ruled).hasSizeGreaterThanOrEqualTo(10);
  }
}
