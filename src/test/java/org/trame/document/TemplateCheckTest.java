package org.trame.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trame.input.Refusal;
import org.trame.input.Violation;
import org.trame.language.Messages;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** What a template may be, and what is said of every other. */
class TemplateCheckTest {

  private static final Messages MESSAGES = Messages.ofFiles();
  private static final Map<String, Object> NAMES = new HashMap<>();

  static {
    NAMES.put("name", "Lorem");
    NAMES.put("nothing", null);
    NAMES.put("yes", true);
    NAMES.put("rows", List.of(Map.of("cell", "x", "flag", false)));
    NAMES.put("others", List.of(Map.of("cell", "y")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "name|2|<p>{{nom}}</p>",
        "name|2|<p>{{language}}</p>",
        "name|2|<p>{{code}}</p>",
        "onlyInside|2|<p>{{cell}}</p>",
        "onlyInside|2|{{^rows}}<p>{{cell}}</p>{{/rows}}",
        "list|2|<p>{{rows}}</p>",
        "yesNo|2|<p>{{yes}}</p>",
        "again|2|{{#rows}}{{#rows}}<p>a</p>{{/rows}}{{/rows}}",
        "form|2|<p>{{{name}}}</p>",
        "form|2|<p>{{&name}}</p>",
        "form|2|{{> verify}}",
        "form|2|{{=<% %>=}}",
        "form|2|<p>{{name.class}}</p>",
        "form|2|<p>{{#name}}{{.}}{{/name}}</p>",
        "form|2|<p>{{T(java.lang.Runtime)}}</p>",
        "form|2|<p>{{}}</p>",
        "braces|2|<p>{{name</p>",
        "open|2|{{#yes}}<p>a</p>",
        "open|2|<div><p>a</p>",
        "neverOpened|2|{{/yes}}<p>a</p>",
        "neverOpened|2|<p>a</p></p>",
        "crossed|2|{{#yes}}<p>{{/yes}}a</p>",
        "crossed|2|<p>{{#yes}}</p>a{{/yes}}",
        "crossed|2|<p><strong>a</p></strong>",
        "crossed|2|{{#yes}}{{#name}}<p>a</p>{{/yes}}{{/name}}",
        "script|2|<script>alert(1)</script>",
        "script|2|<SCRIPT src='//evil.example'>",
        "script|2|<p onclick=\"x()\">a</p>",
        "script|2|<iframe src=\"file:///etc/passwd\"></iframe>",
        "script|2|<object data=\"x\">",
        "style|2|<style>p { color: red }</style>",
        "style|2|<link rel=\"stylesheet\" href=\"https://evil.example/a.css\" />",
        "style|2|<p style=\"background: url(https://evil.example)\">a</p>",
        "style|2|<base href=\"//evil.example\" />",
        "page|2|<h1>a</h1>",
        "neverOpened|2|</body></html>",
        "page|2|<title>a</title>",
        "page|2|<html><body>",
        "element|2|<a href=\"https://evil.example\">a</a>",
        "element|2|<svg></svg>",
        "element|2|<P>a</P>",
        "malformed|2|<p a>b</p>",
        "malformed|2|<p class=x>b</p>",
        "malformed|2|<p>1 < 2</p>",
        "malformed|2|<!-- <script> -->",
        "malformed|2|<![CDATA[ <script> ]]>",
        "malformed|2|<?xml-stylesheet href=\"x\"?>",
        "malformed|2|<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
        "ampersand|2|<p>&x;</p>",
        "ampersand|2|<p>&#1;</p>",
        "ampersand|2|<p>a & b</p>",
        "greater|2|<p>]]></p>",
        "inTag|2|<p class=\"{{name}}\">a</p>",
        "attribute|2|<p id=\"a\">a</p>",
        "attribute|2|<p class=\"a\" class=\"b\">a</p>",
        "attribute|2|<p lang=\"x\">a</p>",
        "selfClosed|2|<p />",
        "slash|2|<p>a<br>b</p>",
        "loose|2|<table>a</table>",
        "looseOnPage|2|loose",
        "looseOnPage|2|{{name}}",
        "looseOnPage|2|{{#yes}}loose{{/yes}}",
        "looseOnPage|2|<strong>loose</strong>",
        "nested|2|<p><div>a</div></p>",
        "nested|2|<ul><p>a</p></ul>",
        "looseOnPage|2|<li>a</li>",
        "nested|2|<table><tr><td>a</td></tr></table>",
        "heading|2|<h3>a</h3>",
        "heading|2|<h2>a</h2><h4>b</h4>",
        "heading|2|{{#yes}}<h2>a</h2>{{/yes}}<h3>b</h3>",
        "heading|2|<h2>a</h2><h3>b</h3>{{#rows}}<h4>c</h4><h2>d</h2>{{/rows}}",
        "alt|2|<p><img src=\"data:image/png;base64,x\" /></p>",
        "image|2|<p><img alt=\"a\" src=\"https://evil.example/a.png\" /></p>",
        "image|2|<p><img alt=\"a\" src=\"file:///etc/passwd\" /></p>",
        "image|2|<p><img alt=\"a\" src=\"data:image/png;base64,AAAA\" /></p>",
        "image|2|<p><img alt=\"a\" src=\"data:image/svg+xml;base64,AAAA\" /></p>",
        "image|2|<p><img alt=\"a\" /></p>",
        "scope|2|<table><tbody><tr><th>a</th></tr></tbody></table>",
        "cells|2|<table><tbody><tr>{{#yes}}<td>a</td>{{/yes}}</tr></tbody></table>",
        "table|2|<table></table>",
        "element|2|<table><tfoot><tr><td>a</td></tr></tfoot></table>",
        "table|2|<table><tbody><tr><td>a</td></tr></tbody><thead><tr><td>a</td></tr></thead></table>",
        "columns|2|<table><tbody><tr><td>a</td></tr><tr><td>a</td><td>b</td></tr></tbody></table>",
        "columns|2|<table><tbody><tr></tr></tbody></table>",
        "empty|2|<ul></ul>"
      })
  void isRefusedWithItsLine(String key, int line, String wrong) {
    assertThat(refusal("<p>{{name}}</p>\n" + wrong))
        .anySatisfy(
            v -> {
              assertThat(v.key()).isEqualTo("refusal.template." + key);
              assertThat(v.field()).isEqualTo("templateText");
              assertThat(v.args().get(0)).isEqualTo(line);
            });
  }

  @Test
  void everySentenceCanBeSaidInBothLanguages() {
    for (Violation v : refusal("<p>{{nom}} {{rows}} &x;</p><h4>a</h4><ul></ul>")) {
      assertThat(MESSAGES.say(v)).startsWith("Ligne 1 : ").doesNotContain("{1}", "refusal.");
      assertThat(MESSAGES.say(Locale.forLanguageTag("nl-BE"), v.key(), v.args().toArray()))
          .startsWith("Regel 1: ");
    }
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() {
    assertThat(refusal("<p>{{a}}</p>\n<h3>b</h3>\n<p>{{rows}}</p>"))
        .extracting(v -> v.args().get(0))
        .containsExactly(1, 2, 3);
  }

  @Test
  void whatIsTooLongOrTooDeepIsNotReadFurther() {
    assertThat(refusal("<p>" + "a".repeat(TemplateCheck.LONGEST) + "</p>"))
        .extracting(Violation::key)
        .containsExactly("refusal.template.long");
    assertThat(refusal("<div>".repeat(10_000)))
        .extracting(Violation::key)
        .containsExactly("refusal.template.deep");
  }

  @Test
  void demandedNamesCannotBeLeftOut() {
    Set<String> demanded = Set.of("name", "rows.cell");
    assertThat(refusal("<p>{{nothing}}</p>", demanded))
        .extracting(Violation::key, v -> v.args().get(0))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("refusal.template.demanded", "name, rows.cell"));
    assertThat(refusal("<p>{{! {{name}</p>\n<p>{{#others}}{{cell}}{{/others}}</p>", demanded))
        .isNotEmpty();
    assertThatCode(
            () -> TemplateCheck.check("<p>{{name}}{{#rows}}{{cell}}{{/rows}}</p>", NAMES, demanded))
        .doesNotThrowAnyException();
  }

  @Test
  @Timeout(value = 5, unit = TimeUnit.SECONDS)
  void aHostileTextTakesNoTime() {
    for (String piece : List.of("<p", "{{", "<p a=\"", "&", "<p a='b' ", "</", "{{#yes}}")) {
      refusal(piece.repeat(TemplateCheck.LONGEST / piece.length()));
    }
  }

  /** Everything that may be there, once. */
  static String rich() throws Exception {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.write(Samples.image("png"));
    return """
        {{! What is said of a list and of a yes or no. }}
        <div class="lead"><p lang="nl">Een <em>zin</em>, <strong>vet</strong><br />E = mc<sup>2</sup> &amp; H<sub>2</sub>O &#160; <span class="strong">x</span></p></div>
        <p><img src="data:image/png;base64,%s" alt="Armoiries" /></p>
        <h2>{{name}}{{nothing}}</h2>
        {{#yes}}<h3>Sous-titre</h3>{{/yes}}
        <blockquote><p>Cité</p></blockquote>
        <hr />
        <ul>{{#rows}}<li>{{cell}} {{name}}{{^flag}}, faux{{/flag}}<ol><li>dedans</li></ol></li>{{/rows}}{{^rows}}<li>rien</li>{{/rows}}</ul>
        <table class="wide">
          <caption>Tableau</caption>
          <thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead>
          <tbody>
            {{#rows}}<tr><th scope="row">{{cell}}</th><td><p>dans</p><ul><li>la cellule</li></ul></td></tr>{{/rows}}
            <tr><td colspan="2">sur deux</td></tr>
            <tr><td>a</td><td>{{#yes}}b{{/yes}}</td></tr>
          </tbody>
        </table>
        <div>Un texte dans un bloc</div>
        """
        .formatted(Base64.getEncoder().encodeToString(png.toByteArray()));
  }

  @Test
  void everythingThatMayBeThereMakesPdfUaWhateverTheValues() throws Exception {
    String rich = rich();
    TemplateCheck.check(rich, NAMES, Set.of());
    for (boolean yes : new boolean[] {true, false}) {
      Map<String, Object> values = new HashMap<>(NAMES);
      values.put("yes", yes);
      values.put("rows", yes ? List.of(row(true), row(false)) : List.of());
      assertSound(rich, values);
    }
  }

  private static Map<String, Object> row(boolean flag) {
    return Map.of("cell", "x", "flag", flag);
  }

  @Property(tries = 40)
  void whateverIsAcceptedMakesPdfUa(@ForAll("templates") String template) throws Exception {
    try {
      TemplateCheck.check(template, NAMES, Set.of());
    } catch (Refusal refused) {
      return;
    }
    assertSound(template, NAMES);
  }

  /** Pieces one after another: some fit together. */
  @Provide
  Arbitrary<String> templates() {
    return Arbitraries.of(
            "<h2>a</h2>",
            "<h3>b</h3>",
            "<h4>c</h4>",
            "<p>{{name}}</p>",
            "{{#rows}}<h3>{{cell}}</h3><p>x</p>{{/rows}}",
            "{{#yes}}<h2>d</h2>{{/yes}}",
            "{{^yes}}<h2>e</h2>{{/yes}}",
            "<ul>{{#rows}}<li>{{cell}}</li>{{/rows}}</ul>",
            "<table><tbody>{{#rows}}<tr><th scope=\"row\">a</th><td>b</td></tr>{{/rows}}</tbody></table>",
            "<table><tbody><tr><td>a</td></tr><tr><td colspan=\"2\">b</td></tr></tbody></table>",
            "<blockquote><h5>f</h5></blockquote>",
            "<div></div>",
            "<p></p>",
            "<p> <br /> </p>")
        .list()
        .ofMinSize(1)
        .ofMaxSize(5)
        .map(pieces -> String.join("\n", pieces));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<h3>a</h3>",
        "<p><img src=\"PNG\" /></p>",
        "<table><tbody><tr><td>a</td></tr><tr><td>a</td><td>b</td></tr></tbody></table>"
      })
  void whatIsRefusedForReadersOfScreensWouldBeNoPdfUa(String wrong) throws Exception {
    String template =
        wrong.replace(
            "PNG",
            "data:image/png;base64," + Base64.getEncoder().encodeToString(Samples.image("png")));
    assertThat(refusal(template)).isNotEmpty();
    assertThat(VeraPdf.failures(pdf(template, NAMES), PDFAFlavour.PDFUA_1)).isNotEmpty();
  }

  private static void assertSound(String template, Map<String, Object> values) throws Exception {
    byte[] pdf = pdf(template, values);
    for (PDFAFlavour flavour : VeraPdf.CLAIMED) {
      assertThat(VeraPdf.failures(pdf, flavour)).as(template).isEmpty();
    }
  }

  private static byte[] pdf(String template, Map<String, Object> values) {
    String page =
        "<html lang=\"fr\"><head><title>T</title><meta name=\"description\" content=\"T\" /><style>body { font-family: Trame }</style></head><body><h1>T</h1>{{> body}}</body></html>";
    return new PdfWriter().write(new Mustaches(Map.of("body", template)).fill(page, values));
  }

  private static List<Violation> refusal(String template) {
    return refusal(template, Set.of());
  }

  private static List<Violation> refusal(String template, Set<String> demanded) {
    List<Violation> violations = new java.util.ArrayList<>();
    assertThatThrownBy(() -> TemplateCheck.check(template, NAMES, demanded))
        .as(template.substring(0, Math.min(200, template.length())))
        .isInstanceOfSatisfying(Refusal.class, r -> violations.addAll(r.violations()));
    return violations;
  }
}
