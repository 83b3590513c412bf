package org.trame.document;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.trame.language.Languages;
import org.trame.programme.Programme;

/** Fills in the templates of documents. */
@Component
class DocumentTemplates {

  private final DefaultTemplates defaults;

  DocumentTemplates(DefaultTemplates defaults) {
    this.defaults = defaults;
  }

  /**
   * A template with its values.
   *
   * @param text the template
   */
  record Filling(String text, Mustaches engine, Map<String, Object> values) {

    /** The page, with these values besides its own. */
    String page(Map<String, Object> more) {
      Map<String, Object> all = new HashMap<>(values);
      all.putAll(more);
      return engine.fill(text, all);
    }
  }

  /** The template of this kind that is in force for the programme, with these values. */
  Filling filling(
      DocumentSource source, Programme programme, Locale language, Map<String, Object> values) {
    Map<String, Object> all = new HashMap<>(values);
    all.put("language", language.getLanguage());
    all.put("programme", programme.name());
    all.put(
        "municipality",
        Languages.DUTCH.equals(language)
            ? programme.municipalityDutch()
            : programme.municipality());
    for (String later : new String[] {"logo", "logoText", "code", "address", "qr", "producedOn"}) {
      all.put(later, null);
    }
    return new Filling(defaults.of(source, language), new Mustaches(defaults.parts(language)), all);
  }
}
