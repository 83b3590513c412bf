package org.trame.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.trame.input.Refusal;
import org.trame.input.Violation;

/**
 * Reads what somebody wrote as a template, from its first letter to its last, and refuses whatever
 * would make a page that is no PDF/UA-1 with any values, loads something, or calls something. HTML
 * tags and sections share one stack: each closes within the one it opened in.
 */
final class TemplateCheck {

  /** The most characters, an image included. */
  static final int LONGEST = 100_000;

  private static final String FIELD = "templateText";
  private static final int MOST_VIOLATIONS = 8;
  private static final int EXCERPT = 40;
  private static final int MOST_COLUMNS = 20;
  private static final int DEEPEST = 20;

  private static final Pattern NAME = Pattern.compile("([#^/]?)\\s*([A-Za-z][A-Za-z0-9]*)");
  private static final Pattern TAG =
      Pattern.compile(
          "<(/?)([A-Za-z][A-Za-z0-9]*)((?:\\s+[A-Za-z][A-Za-z0-9:-]*\\s*=\\s*(?:\"[^\"<]*\"|'[^'<]*')){0,8})\\s*(/?)>");
  private static final Pattern ATTRIBUTE =
      Pattern.compile("([A-Za-z][A-Za-z0-9:-]*)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");
  private static final Pattern ENTITY =
      Pattern.compile("&(?:amp|lt|gt|quot|apos|#(?:3[2-9]|[4-9][0-9]|[1-9][0-9]{2,3}));");

  private static final Set<String> INLINE = Set.of("strong", "em", "b", "i", "sup", "sub", "span");
  private static final Set<String> HEADINGS = Set.of("h2", "h3", "h4", "h5", "h6");
  private static final Set<String> BLOCKS =
      union(HEADINGS, Set.of("p", "div", "blockquote", "ul", "ol", "table", "hr"));
  private static final Set<String> PHRASE = union(INLINE, Set.of("br", "img"));
  private static final Set<String> PARTED = Set.of("ul", "ol", "thead", "tbody");
  private static final Set<String> EMPTY = Set.of("br", "hr", "img");

  /** What may stand in what; the template itself is the element without a name. */
  private static final Map<String, Set<String>> INSIDE = inside();

  private static final Set<String> SCRIPTS =
      Set.of("script", "iframe", "object", "embed", "applet", "form", "input", "button");
  private static final Set<String> STYLES = Set.of("style", "link", "base", "meta");
  private static final Set<String> PAGE = Set.of("html", "head", "body", "title", "h1", "header");

  private static final Pattern ROWS = Pattern.compile("(caption )?(thead )?(tbody )+");

  private final String text;
  private final Set<String> demanded;
  private final Map<String, Object> names;
  private final Deque<Open> open = new ArrayDeque<>();
  private final Set<String> written = new HashSet<>();
  private final List<Violation> violations = new ArrayList<>();

  /** Levels of the last heading, as values may leave sections out: h1 is the page's own. */
  private Set<Integer> levels = Set.of(1);

  private final int[] lines;
  private int at;

  private TemplateCheck(String text, Map<String, Object> names, Set<String> demanded) {
    this.text = text;
    this.names = names;
    this.demanded = demanded;
    this.lines = new int[text.length() + 1];
    int line = 1;
    for (int n = 0; n <= text.length(); n++) {
      lines[n] = line;
      line += n < text.length() && text.charAt(n) == '\n' ? 1 : 0;
    }
  }

  /** An element or a section that is open. */
  private static final class Open {

    private final String name;
    private final boolean section;
    private final int line;
    private final Map<String, Object> names;
    private final String list;
    private final Set<Integer> levelsBefore;
    private final List<String> children = new ArrayList<>();
    private int firstHeading;
    private int columns;

    Open(
        String name,
        boolean section,
        int line,
        String list,
        Map<String, Object> names,
        Set<Integer> levelsBefore) {
      this.name = name;
      this.section = section;
      this.line = line;
      this.list = list;
      this.names = names;
      this.levelsBefore = levelsBefore;
    }
  }

  /** The reading cannot go on. */
  private static final class Stop extends RuntimeException {}

  /**
   * Refuses a template unless every page it can make is sound.
   *
   * @param names the names it may write, with examples of their values
   * @param demanded the names it must write; those in a list after its name and a dot
   * @throws Refusal at the template's text, saying the line
   */
  static void check(String text, Map<String, Object> names, Set<String> demanded) {
    if (text.length() > LONGEST) {
      throw Refusal.at(FIELD, "refusal.template.long", text.length(), LONGEST);
    }
    TemplateCheck check = new TemplateCheck(text, names, demanded);
    try {
      check.read();
    } catch (Stop stop) {
      // What follows would only repeat it.
    }
    if (!check.violations.isEmpty()) {
      throw new Refusal(
          check.violations.subList(0, Math.min(MOST_VIOLATIONS, check.violations.size())));
    }
  }

  private void read() {
    open.push(new Open("", false, 1, null, names, levels));
    while (at < text.length()) {
      if (text.startsWith("{{", at)) {
        mustache();
      } else if (text.charAt(at) == '<') {
        tag();
      } else {
        letter();
      }
    }
    Open last = open.pop();
    if (!open.isEmpty()) {
      throw stop(last.line, "refusal.template.open", shown(last));
    }
    Set<String> missing = new TreeSet<>(demanded);
    missing.removeAll(written);
    if (!missing.isEmpty()) {
      violations.add(Violation.at(FIELD, "refusal.template.demanded", String.join(", ", missing)));
    }
  }

  private void letter() {
    char c = text.charAt(at);
    if (c == '&') {
      if (!ENTITY.matcher(text).region(at, text.length()).lookingAt()) {
        say("refusal.template.ampersand");
      }
    } else if (c == '>') {
      say("refusal.template.greater");
    }
    if (!Character.isWhitespace(c)) {
      words();
    }
    at++;
  }

  /** Something is written where the reading is. */
  private void words() {
    String in = element().name;
    boolean takesWords = INSIDE.get(in).containsAll(INLINE) && !in.isEmpty();
    if (!takesWords) {
      String rest = text.substring(at).lines().findFirst().orElse("");
      throw loose(excerpt(rest), in);
    }
  }

  private Stop loose(String what, String in) {
    return in.isEmpty()
        ? stop(line(), "refusal.template.looseOnPage", what)
        : stop(line(), "refusal.template.loose", what, in);
  }

  private void mustache() {
    int end = text.indexOf("}}", at);
    if (end < 0) {
      throw stop(line(), "refusal.template.braces");
    }
    String inside = text.substring(at + 2, end).strip();
    if (!inside.startsWith("!")) {
      Matcher name = NAME.matcher(inside);
      if (!name.matches() || text.startsWith("}", end + 2)) {
        throw stop(line(), "refusal.template.form", excerpt(text.substring(at, end + 2)));
      }
      switch (name.group(1)) {
        case "#" -> section(name.group(2), false);
        case "^" -> section(name.group(2), true);
        case "/" -> endSection(name.group(2));
        default -> value(name.group(2));
      }
    }
    at = end + 2;
  }

  private void value(String name) {
    words();
    Object value = lookUp(name);
    if (value instanceof List<?>) {
      say("refusal.template.list", name, "{{#" + name + "}} … {{/" + name + "}}");
    } else if (value instanceof Boolean) {
      say("refusal.template.yesNo", name, "{{#" + name + "}} … {{/" + name + "}}");
    }
  }

  private void push(Open opened) {
    if (open.size() > DEEPEST) {
      throw stop(line(), "refusal.template.deep", DEEPEST);
    }
    open.push(opened);
  }

  private void section(String name, boolean inverted) {
    Object value = lookUp(name);
    if (element().name.equals("tr")) {
      say("refusal.template.cells");
    }
    if (!inverted
        && open.stream().anyMatch(o -> o.section && o.list != null && o.list.equals(name))) {
      throw stop(line(), "refusal.template.again", name);
    }
    boolean repeats = !inverted && value instanceof List<?>;
    push(
        new Open(
            name,
            true,
            line(),
            repeats ? name : null,
            repeats ? row((List<?>) value) : Map.of(),
            levels));
  }

  private void endSection(String name) {
    Open last = open.peek();
    if (!last.section || !last.name.equals(name)) {
      throw last.name.isEmpty()
          ? stop(line(), "refusal.template.neverOpened", "{{/" + name + "}}")
          : stop(line(), "refusal.template.crossed", "{{/" + name + "}}", shown(last), last.line);
    }
    open.pop();
    if (last.list != null && last.firstHeading > lowest(levels) + 1) {
      say("refusal.template.heading", "h" + last.firstHeading, "h" + lowest(levels));
    }
    levels = union(levels, last.levelsBefore);
  }

  private Object lookUp(String name) {
    for (Open scope : open) {
      if (scope.names.containsKey(name)) {
        written.add(scope.list == null ? name : scope.list + "." + name);
        return scope.names.get(name);
      }
    }
    names.entrySet().stream()
        .filter(e -> e.getValue() instanceof List<?> rows && row(rows).containsKey(name))
        .map(Map.Entry::getKey)
        .sorted()
        .findFirst()
        .ifPresentOrElse(
            list -> say("refusal.template.onlyInside", name, list),
            () -> say("refusal.template.name", name));
    return null;
  }

  /** The names of a list's rows, with their values. */
  static Map<String, Object> row(List<?> rows) {
    Map<String, Object> names = new HashMap<>();
    rows.forEach(r -> ((Map<?, ?>) r).forEach((name, value) -> names.put((String) name, value)));
    return names;
  }

  private void tag() {
    Matcher tag = TAG.matcher(text).region(at, text.length());
    if (!tag.lookingAt()) {
      malformed();
    }
    String name = tag.group(2);
    if (tag.group(1).isEmpty()) {
      known(name);
      Map<String, String> attributes = attributes(name, tag.group(3));
      boolean closed = !tag.group(4).isEmpty();
      if (closed != EMPTY.contains(name)) {
        throw stop(line(), closed ? "refusal.template.selfClosed" : "refusal.template.slash", name);
      }
      start(name, attributes);
    } else {
      end(name);
    }
    at = tag.end();
  }

  /** Why this is no tag, as well as one can tell. */
  private void malformed() {
    int end = text.indexOf('>', at);
    String shown = excerpt(text.substring(at, end < 0 ? text.length() : end + 1));
    Matcher name = Pattern.compile("</?([A-Za-z][A-Za-z0-9]*)").matcher(shown);
    if (name.lookingAt()) {
      known(name.group(1));
    }
    throw stop(line(), "refusal.template.malformed", shown);
  }

  private void known(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (SCRIPTS.contains(lower)) {
      throw stop(line(), "refusal.template.script", name);
    } else if (STYLES.contains(lower)) {
      throw stop(line(), "refusal.template.style", name);
    } else if (PAGE.contains(lower)) {
      throw stop(line(), "refusal.template.page", name);
    } else if (!INSIDE.containsKey(name)) {
      throw stop(
          line(),
          "refusal.template.element",
          name,
          String.join(", ", new TreeSet<>(INSIDE.keySet())).replaceFirst("^, ", ""));
    }
  }

  private Map<String, String> attributes(String element, String written) {
    Map<String, String> attributes = new HashMap<>();
    Matcher attribute = ATTRIBUTE.matcher(written);
    while (attribute.find()) {
      String name = attribute.group(1);
      String value = attribute.group(2) == null ? attribute.group(3) : attribute.group(2);
      attribute(element, name, value);
      if (attributes.put(name, value) != null) {
        say("refusal.template.attribute", name, element);
      }
    }
    return attributes;
  }

  private void attribute(String element, String name, String value) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.startsWith("on")) {
      say("refusal.template.script", name);
    } else if ("style".equals(lower)) {
      say("refusal.template.style", name);
    } else if (value.contains("{{")) {
      say("refusal.template.inTag", name);
    } else if (ENTITY.matcher(value).replaceAll("").contains("&")) {
      say("refusal.template.ampersand");
    } else if (!allowed(element, name, value)) {
      say("refusal.template.attribute", name, element);
    }
  }

  private static boolean allowed(String element, String name, String value) {
    return switch (name) {
      case "class" -> value.matches("[A-Za-z0-9 _-]{0,100}");
      case "lang" -> value.matches("fr|nl|de|en");
      case "scope" -> "th".equals(element) && value.matches("row|col");
      case "colspan" ->
          element.matches("t[hd]")
              && value.matches("[1-9][0-9]?")
              && Integer.parseInt(value) <= MOST_COLUMNS;
      case "src", "alt" -> "img".equals(element);
      default -> false;
    };
  }

  private void start(String name, Map<String, String> attributes) {
    Open in = element();
    if (!INSIDE.get(in.name).contains(name)) {
      throw in.name.isEmpty()
          ? loose("<" + name + ">", "")
          : stop(line(), "refusal.template.nested", name, in.name);
    }
    in.children.add(name);
    switch (name) {
      case "img" -> image(attributes);
      case "th" -> {
        if (!attributes.containsKey("scope")) {
          say("refusal.template.scope");
        }
      }
      default -> {
        if (HEADINGS.contains(name)) {
          heading(name.charAt(1) - '0');
        }
      }
    }
    if (name.matches("t[hd]")) {
      in.columns += Integer.parseInt(attributes.getOrDefault("colspan", "1"));
    }
    if (!EMPTY.contains(name)) {
      push(new Open(name, false, line(), null, Map.of(), levels));
    }
  }

  private void heading(int level) {
    if (level > lowest(levels) + 1) {
      say("refusal.template.heading", "h" + level, "h" + lowest(levels));
    }
    // The first heading of the sections that are open, in case they repeat.
    open.stream().filter(o -> o.firstHeading == 0).forEach(o -> o.firstHeading = level);
    levels = Set.of(level);
  }

  private static int lowest(Set<Integer> levels) {
    return levels.stream().mapToInt(Integer::intValue).min().orElseThrow();
  }

  private void image(Map<String, String> attributes) {
    if (attributes.getOrDefault("alt", "").isBlank()) {
      say("refusal.template.alt");
    }
    if (!EmbeddedImage.isSound(attributes.getOrDefault("src", ""))) {
      say("refusal.template.image");
    }
  }

  private void end(String name) {
    Open last = open.peek();
    if (last.section || !last.name.equals(name)) {
      throw last.name.isEmpty()
          ? stop(line(), "refusal.template.neverOpened", "</" + name + ">")
          : stop(line(), "refusal.template.crossed", "</" + name + ">", shown(last), last.line);
    }
    open.pop();
    if ("table".equals(name) && !ROWS.matcher(String.join(" ", last.children) + " ").matches()) {
      say("refusal.template.table");
    } else if ("tr".equals(name)) {
      row(last.columns);
    } else if (PARTED.contains(name) && last.children.isEmpty()) {
      say("refusal.template.empty", name);
    }
  }

  /** Every row of a table has as many cells as its first one. */
  private void row(int columns) {
    Open table =
        open.stream().filter(o -> !o.section && "table".equals(o.name)).findFirst().orElseThrow();
    if (table.columns == 0 && columns > 0) {
      table.columns = columns;
    } else if (table.columns != columns || columns == 0) {
      say("refusal.template.columns", columns, table.columns);
    }
  }

  /** The element the reading is in. */
  private Open element() {
    Iterator<Open> inner = open.iterator();
    Open found = inner.next();
    while (found.section) {
      found = inner.next();
    }
    return found;
  }

  private static String shown(Open open) {
    return open.section ? "{{#" + open.name + "}}" : "<" + open.name + ">";
  }

  private static String excerpt(String words) {
    String oneLine = words.strip().replaceAll("\\s+", " ");
    return oneLine.length() > EXCERPT ? oneLine.substring(0, EXCERPT) + "…" : oneLine;
  }

  private int line() {
    return lines[at];
  }

  private void say(String key, Object... more) {
    violations.add(violation(line(), key, more));
  }

  private Stop stop(int line, String key, Object... more) {
    violations.add(violation(line, key, more));
    return new Stop();
  }

  private static Violation violation(int line, String key, Object... more) {
    return Violation.at(FIELD, key, Stream.concat(Stream.of(line), Stream.of(more)).toArray());
  }

  private static Map<String, Set<String>> inside() {
    Map<String, Set<String>> inside = new HashMap<>();
    inside.put("", BLOCKS);
    for (String name : INLINE) {
      inside.put(name, PHRASE);
    }
    for (String name : HEADINGS) {
      inside.put(name, PHRASE);
    }
    for (String name : List.of("p", "caption", "th")) {
      inside.put(name, PHRASE);
    }
    for (String name : List.of("div", "blockquote", "td", "li")) {
      inside.put(name, union(BLOCKS, PHRASE));
    }
    for (String name : List.of("ul", "ol")) {
      inside.put(name, Set.of("li"));
    }
    inside.put("table", Set.of("caption", "thead", "tbody"));
    for (String name : List.of("thead", "tbody")) {
      inside.put(name, Set.of("tr"));
    }
    inside.put("tr", Set.of("th", "td"));
    for (String name : EMPTY) {
      inside.put(name, Set.of());
    }
    return Map.copyOf(inside);
  }

  private static <T> Set<T> union(Set<T> one, Set<T> other) {
    Set<T> all = new HashSet<>(one);
    all.addAll(other);
    return Set.copyOf(all);
  }
}
