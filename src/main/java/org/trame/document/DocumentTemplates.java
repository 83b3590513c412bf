package org.trame.document;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.trame.language.Languages;
import org.trame.programme.Programme;

/** Fills in the templates of documents. */
@Component
class DocumentTemplates {

  private final DefaultTemplates defaults;
  private final TemplateStore own;

  DocumentTemplates(DefaultTemplates defaults, TemplateStore own) {
    this.defaults = defaults;
    this.own = own;
  }

  /**
   * A template with its values.
   *
   * @param sheet the page the template is part of
   * @param version number of the municipality's version, or 0: the template that comes with Trame
   */
  record Filling(String sheet, Mustaches engine, Map<String, Object> values, int version) {

    /** The page, with these values besides its own. */
    String page(Map<String, Object> more) {
      Map<String, Object> all = new HashMap<>(values);
      all.putAll(more);
      return engine.fill(sheet, all);
    }
  }

  /** The template of this kind that is in force for the programme, with these values. */
  Filling filling(
      DocumentSource source, Programme programme, Locale language, Map<String, Object> values) {
    Optional<TemplateVersion> version =
        source.issuer() == Issuer.MUNICIPALITY
            ? own.inForce(programme.nis(), source.kind(), language)
            : Optional.empty();
    return filling(
        source,
        language,
        version.map(TemplateVersion::text).orElseGet(() -> defaults.body(source, language)),
        values(
            programme.name(),
            Languages.DUTCH.equals(language)
                ? programme.municipalityDutch()
                : programme.municipality(),
            values),
        version.map(TemplateVersion::number).orElse(0));
  }

  /** This text as a template, with example values. */
  Filling example(DocumentSource source, String municipality, Locale language, String text) {
    Map<String, Object> values =
        values(DocumentTexts.EXAMPLE_NAME, municipality, source.example(language));
    values.put("example", true);
    return filling(source, language, text, values, 0);
  }

  /** The values a template of this kind can write, as examples. */
  static Map<String, Object> names(DocumentSource source, Locale language) {
    return values(DocumentTexts.EXAMPLE_NAME, DocumentTexts.EXAMPLE_NAME, source.example(language));
  }

  private static Map<String, Object> values(
      String programme, String municipality, Map<String, Object> values) {
    Map<String, Object> all = new HashMap<>(values);
    all.put("programme", programme);
    all.put("municipality", municipality);
    return all;
  }

  private Filling filling(
      DocumentSource source,
      Locale language,
      String text,
      Map<String, Object> values,
      int version) {
    Map<String, Object> all = new HashMap<>(values);
    all.put("language", language.getLanguage());
    all.putIfAbsent("example", false);
    for (String later : new String[] {"logo", "logoText", "code", "address", "qr", "producedOn"}) {
      all.put(later, null);
    }
    return new Filling(
        defaults.sheet(source, language),
        new Mustaches(defaults.parts(source, language, text)),
        all,
        version);
  }
}
