package org.trame.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.samskivert.mustache.MustacheException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A template can say, repeat and leave out; it can call nothing and write no markup of a value. */
class MustachesTest {

  private final Mustaches mustaches = new Mustaches(Map.of("part", "<i>{{name}}</i>"));

  @Test
  void valuesAreEscapedHoweverTheyAreWritten() {
    for (String tag : List.of("{{name}}", "{{{name}}}", "{{&name}}", "{{=<% %>=}}<%&name%>")) {
      assertThat(mustaches.fill(tag, Map.of("name", "<b a='\"'>é\u0001&")))
          .as(tag)
          .isEqualTo("&lt;b a=&#39;&quot;&#39;&gt;é &amp;");
    }
    assertThat(mustaches.fill("{{>part}}", Map.of("name", "<"))).isEqualTo("<i>&lt;</i>");
  }

  @Test
  void nothingIsCalled() {
    Map<String, Object> values = Map.of("name", "x", "rows", List.of(Map.of("a", 1)));
    for (String tag :
        List.of(
            "{{name.class}}",
            "{{name.getClass.getClassLoader}}",
            "{{name.length}}",
            "{{rows.size}}",
            "{{rows.0.a}}",
            "{{rows.clear}}",
            "{{#rows}}{{getClass}}{{/rows}}",
            "{{entrySet}}",
            "{{getClass}}",
            "{{T(java.lang.Runtime).getRuntime().exec('x')}}",
            "{{>other}}",
            "{{>../../application}}")) {
      assertThatThrownBy(() -> mustaches.fill(tag, values))
          .as(tag)
          .isInstanceOf(MustacheException.class);
    }
  }

  @Test
  void nothingIsEmptyAndListsRepeat() {
    Map<String, Object> values = new HashMap<>();
    values.put("none", null);
    values.put("empty", "");
    values.put("rows", Arrays.asList(Map.of("n", 1), Map.of("n", 2)));
    assertThat(mustaches.fill("{{none}}{{#none}}a{{/none}}{{^empty}}b{{/empty}}", values))
        .isEqualTo("b");
    assertThat(mustaches.fill("{{#rows}}{{n}}{{^-last}}, {{/-last}}{{/rows}}", values))
        .isEqualTo("1, 2");
  }
}
