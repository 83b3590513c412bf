package org.trame.board;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.trame.due.Due;
import org.trame.due.DueList;
import org.trame.due.When;

/** What is due, in groups: filtered by programme, and by whose work it is. */
@Component
public class DuePage {

  /** Lines of a group shown at once; the others are folded. */
  private static final int SHOWN = 40;

  private final DueList list;
  private final Clock time;

  DuePage(DueList list, Clock time) {
    this.list = list;
    this.time = time;
  }

  /**
   * The page's values by name.
   *
   * @param programme id of the only programme shown, or empty for all
   * @param mine whether only what the reader has to do is shown
   */
  public Map<String, Object> of(String programme, boolean mine) {
    List<Due> all = list.all();
    List<Due> shown =
        all.stream()
            .filter(d -> programme.isEmpty() || d.clock().subject().equals(programme))
            .filter(d -> !mine || d.mine())
            .toList();
    return Map.of(
        "today", LocalDate.now(time),
        "groups", groups(shown),
        "total", shown.size(),
        "programmes", names(all),
        "programme", programme,
        "mine", mine);
  }

  private static List<Group> groups(List<Due> shown) {
    Map<When, List<Due>> by = shown.stream().collect(Collectors.groupingBy(Due::when));
    return Arrays.stream(When.values())
        .filter(by::containsKey)
        .map(w -> Group.of(w, by.get(w)))
        .toList();
  }

  /** Names by id, in the order of names. */
  private static Map<String, String> names(List<Due> all) {
    return all.stream()
        .sorted(Comparator.comparing(Due::subject, String.CASE_INSENSITIVE_ORDER))
        .collect(
            Collectors.toMap(
                d -> d.clock().subject(), Due::subject, (a, b) -> a, LinkedHashMap::new));
  }

  /**
   * Lines of one group.
   *
   * @param when which
   * @param first shown at once
   * @param rest folded
   */
  record Group(When when, List<Due> first, List<Due> rest) {

    static Group of(When when, List<Due> lines) {
      int shown = Math.min(SHOWN, lines.size());
      return new Group(when, lines.subList(0, shown), lines.subList(shown, lines.size()));
    }

    /** How many lines. */
    public int size() {
      return first.size() + rest.size();
    }
  }
}
