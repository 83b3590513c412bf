package org.trame.document;

import com.samskivert.mustache.BasicCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.io.FileNotFoundException;
import java.io.Reader;
import java.io.StringReader;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.util.HtmlUtils;

/**
 * Fills in templates that people of a municipality may have written: no expressions, nothing is
 * called, nothing but maps and lists is looked into, and no value gets in unescaped.
 */
final class Mustaches {

  /** Parts of the page that every template may take in. */
  private final Map<String, String> parts;

  private final Mustache.Compiler compiler;

  Mustaches(Map<String, String> parts) {
    this.parts = parts;
    this.compiler =
        Mustache.compiler()
            // Values are escaped as they are written, so that {{{name}}} is escaped as well.
            .withFormatter(value -> HtmlUtils.htmlEscape(value.toString(), "UTF-8"))
            .escapeHTML(false)
            .nullValue("")
            .emptyStringIsFalse(true)
            .strictSections(true)
            .withCollector(new MapsOnly())
            .withLoader(this::part);
  }

  private Reader part(String name) throws FileNotFoundException {
    String part = parts.get(name);
    if (part == null) {
      throw new FileNotFoundException(name);
    }
    return new StringReader(part);
  }

  /**
   * A template.
   *
   * @throws MustacheException if it is not well formed
   */
  Template compile(String text) {
    return compiler.compile(text);
  }

  /**
   * The page a template makes of values.
   *
   * @throws MustacheException if it is not well formed, or names what there is not
   */
  String fill(String template, Map<String, Object> values) {
    // Letters XML does not know would stop the writer.
    return compile(template)
        .execute(values)
        .replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", " ");
  }

  /** Looks a name up in a map; whatever else a value is, it has no names. */
  private static final class MapsOnly extends BasicCollector {

    @Override
    public Mustache.VariableFetcher createFetcher(Object context, String name) {
      if (context instanceof Map<?, ?>) {
        return (map, key) ->
            ((Map<?, ?>) map).containsKey(key)
                ? ((Map<?, ?>) map).get(key)
                : Template.NO_FETCHER_FOUND;
      }
      return null;
    }

    @Override
    public <K, V> Map<K, V> createFetcherCache() {
      return new ConcurrentHashMap<>();
    }
  }
}
