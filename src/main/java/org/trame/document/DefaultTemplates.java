package org.trame.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import org.trame.language.Messages;

/**
 * The templates that come with Trame: one file a kind for all languages. {@code [[key name ...]]}
 * is the text of that key, whose arguments are the placeholders of those names; it is put in before
 * anything else, so that whoever changes a template sees sentences, not keys.
 */
@Component
class DefaultTemplates {

  private static final Pattern TEXT = Pattern.compile("\\[\\[([A-Za-z._-]+)((?: [A-Za-z0-9]+)*)]]");
  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)}");

  private final Messages messages;

  DefaultTemplates(Messages messages) {
    this.messages = messages;
  }

  /** The page around what a template says: title, letterhead and who it comes from. */
  String sheet(DocumentSource source, Locale language) {
    return texts(
        file("sheet.html")
            .replace("[[title]]", "[[document." + source.kind() + "]]")
            .replace("[[author]]", "[[" + source.issuer().label() + "]]"),
        language);
  }

  /** What the template of a kind says. */
  String body(DocumentSource source, Locale language) {
    return texts(file(source.kind() + ".html"), language);
  }

  /**
   * What the page takes in: how it looks, the letterhead, what it says, what the law wants it to
   * say whoever words it, and what makes it confirmable.
   */
  Map<String, String> parts(DocumentSource source, Locale language, String body) {
    String law = source.kind() + ".law.html";
    return Map.of(
        "style", file("style.css"),
        "letterhead", texts(file("letterhead.html"), language),
        "body", body,
        "law", exists(law) ? texts(file(law), language) : "",
        "verify", texts(file("verify.html"), language));
  }

  private String texts(String page, Locale language) {
    return TEXT.matcher(page).replaceAll(found -> Matcher.quoteReplacement(text(found, language)));
  }

  private String text(MatchResult found, Locale language) {
    String key = found.group(1);
    String text = messages.sayOr(language, key, null);
    if (text == null) {
      throw new IllegalStateException("No text " + key + " in " + language);
    }
    String[] names = found.group(2).strip().split(" ");
    return ARGUMENT
        .matcher(HtmlUtils.htmlEscape(text, "UTF-8"))
        .replaceAll(n -> "{{" + Arrays.asList(names).get(Integer.parseInt(n.group(1))) + "}}");
  }

  private static boolean exists(String name) {
    return new ClassPathResource("templates/documents/" + name).exists();
  }

  private static String file(String name) {
    try {
      return new ClassPathResource("templates/documents/" + name)
          .getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
