package org.trame.document;

import com.samskivert.mustache.MustacheException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.access.Actors;
import org.trame.access.Places;
import org.trame.input.Refusal;
import org.trame.language.Languages;
import org.trame.ledger.Ledger;

/**
 * The templates of a municipality's own documents, as it words them. A document keeps the text it
 * was generated with.
 */
@Component
@Transactional
public class MunicipalTemplates {

  /** The languages of documents. */
  public static final List<Locale> LANGUAGES = List.of(Languages.FRENCH, Languages.DUTCH);

  private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

  private final List<DocumentSource> sources;
  private final DefaultTemplates defaults;
  private final TemplateStore store;
  private final GeneratedDocuments generated;
  private final Places places;
  private final Ledger ledger;
  private final Clock time;

  MunicipalTemplates(
      List<DocumentSource> sources,
      DefaultTemplates defaults,
      TemplateStore store,
      GeneratedDocuments generated,
      Places places,
      Ledger ledger,
      Clock time) {
    this.sources =
        sources.stream()
            .filter(s -> s.issuer() == Issuer.MUNICIPALITY)
            .sorted(Comparator.comparing(DocumentSource::kind))
            .toList();
    this.defaults = defaults;
    this.store = store;
    this.generated = generated;
    this.places = places;
    this.ledger = ledger;
    this.time = time;
  }

  /**
   * The template of a kind of document in a language.
   *
   * @param standard what it says as it comes with Trame
   * @param history the municipality's versions, oldest first
   */
  public record Template(
      String kind, Locale language, String standard, List<TemplateVersion> history) {

    /** The last version, or null if it was never changed. */
    public TemplateVersion last() {
      return history.isEmpty() ? null : history.get(history.size() - 1);
    }

    /** Number of the last version, 0 if it was never changed. */
    public int version() {
      return history.isEmpty() ? 0 : last().number();
    }

    /** Whether the municipality's own text is in force. */
    public boolean own() {
      return !history.isEmpty() && last().text() != null;
    }

    /** The text in force. */
    public String text() {
      return own() ? last().text() : standard;
    }

    /** What a version says. */
    public Optional<String> text(int version) {
      return history.stream()
          .filter(v -> v.number() == version)
          .findFirst()
          .map(v -> v.text() == null ? standard : v.text());
    }
  }

  /**
   * A name a template may write.
   *
   * @param name the name
   * @param list the list it is in, or null
   * @param kind what it holds
   * @param demanded whether every template must write it
   */
  public record Name(String name, String list, Kind kind, boolean demanded) {

    /** What a name holds. */
    public enum Kind {
      TEXT,
      YES_NO,
      LIST
    }
  }

  /** Whether the current actor words the templates of this municipality. */
  public boolean mayWord(String nis) {
    return Issuer.mayEdit(Actors.current(), nis);
  }

  /** The municipalities whose templates the current actor words. */
  public List<Places.Place> places() {
    return places.all().stream().filter(p -> mayWord(p.nis())).toList();
  }

  /** Every template of a municipality, by kind and language. */
  @Transactional(readOnly = true)
  public List<Template> all(String nis) {
    own(nis);
    return sources.stream()
        .flatMap(s -> LANGUAGES.stream().map(language -> template(nis, s, language)))
        .toList();
  }

  /**
   * A template of a municipality.
   *
   * @throws NoSuchElementException if there is none, or it is not the actor's to word
   */
  @Transactional(readOnly = true)
  public Template one(String nis, String kind, Locale language) {
    own(nis);
    return template(nis, source(kind), language);
  }

  /** The names a template of this kind may write, those of a list after it. */
  public List<Name> names(String kind, Locale language) {
    DocumentSource source = source(kind);
    List<Name> names = new ArrayList<>();
    sorted(DocumentTemplates.names(source, language))
        .forEach(
            e -> {
              names.add(name(source, e, null));
              if (e.getValue() instanceof List<?> rows) {
                sorted(TemplateCheck.row(rows))
                    .forEach(inner -> names.add(name(source, inner, e.getKey())));
              }
            });
    return names;
  }

  /** Texts first, lists last. */
  private static List<Map.Entry<String, Object>> sorted(Map<String, Object> names) {
    return names.entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<String, Object> e) -> kind(e.getValue()))
                .thenComparing(Map.Entry::getKey))
        .toList();
  }

  private static Name name(DocumentSource source, Map.Entry<String, Object> entry, String list) {
    String path = list == null ? entry.getKey() : list + "." + entry.getKey();
    return new Name(entry.getKey(), list, kind(entry.getValue()), source.demanded().contains(path));
  }

  private static Name.Kind kind(Object value) {
    return value instanceof List<?>
        ? Name.Kind.LIST
        : value instanceof Boolean ? Name.Kind.YES_NO : Name.Kind.TEXT;
  }

  /**
   * A PDF of what the text makes of example values.
   *
   * @throws Refusal as when it is saved
   */
  @Transactional(readOnly = true)
  public byte[] preview(String nis, String kind, Locale language, String text) {
    own(nis);
    return checked(nis, source(kind), language, plain(text));
  }

  /**
   * Puts a text in force for the documents generated from now on.
   *
   * @param basedOn number of the version that whoever wrote it had before them
   * @throws Refusal if the text is none a template may be, is the one in force, or somebody else
   *     saved another meanwhile
   */
  public void save(String nis, String kind, Locale language, int basedOn, String text) {
    Template before = one(nis, kind, language);
    String plain = plain(text);
    notMeanwhile(before, basedOn);
    if (plain.equals(plain(before.text()))) {
      throw Refusal.at("templateText", "refusal.template.same");
    }
    checked(nis, source(kind), language, plain);
    add(nis, before, plain);
  }

  /**
   * Puts the template that comes with Trame in force again.
   *
   * @param basedOn number of the version that was before the actor
   * @throws Refusal if it is in force, or somebody else saved another meanwhile
   */
  public void reset(String nis, String kind, Locale language, int basedOn) {
    Template before = one(nis, kind, language);
    notMeanwhile(before, basedOn);
    if (!before.own()) {
      throw Refusal.of("refusal.template.standard");
    }
    add(nis, before, null);
  }

  private void add(String nis, Template before, String text) {
    TemplateVersion version =
        new TemplateVersion(
            before.version() + 1,
            text,
            Actors.current().userId(),
            time.instant().truncatedTo(ChronoUnit.MICROS));
    if (!store.add(nis, before.kind(), before.language(), version)) {
      notMeanwhile(one(nis, before.kind(), before.language()), before.version());
    }
    Map<String, ?> details =
        Map.of(
            "kind", before.kind(),
            "language", before.language().getLanguage(),
            "version", version.number());
    if (text == null) {
      ledger.record("commune-" + nis, "template-reset", details);
    } else {
      ledger.record("commune-" + nis, "template-changed", details);
    }
  }

  private static void notMeanwhile(Template now, int basedOn) {
    if (now.version() != basedOn) {
      throw now.last() == null
          ? Refusal.of("refusal.template.standard")
          : Refusal.at(
              "templateText",
              "refusal.template.meanwhile",
              now.last().by(),
              now.version(),
              LocalDateTime.ofInstant(now.last().at(), BRUSSELS));
    }
  }

  private byte[] checked(String nis, DocumentSource source, Locale language, String text) {
    TemplateCheck.check(text, DocumentTemplates.names(source, language), source.demanded());
    try {
      return generated.example(source, municipality(nis, language), language, text);
    } catch (MustacheException | UncheckedIOException | IllegalArgumentException e) {
      throw Refusal.at("templateText", "refusal.template.unreadable", e.getMessage());
    }
  }

  private String municipality(String nis, Locale language) {
    return places.all().stream()
        .filter(p -> p.nis().equals(nis))
        .map(p -> Languages.DUTCH.equals(language) ? p.dutchName() : p.name())
        .findFirst()
        .orElseThrow();
  }

  private Template template(String nis, DocumentSource source, Locale language) {
    return new Template(
        source.kind(),
        language,
        defaults.body(source, language),
        store.of(nis, source.kind(), language));
  }

  private DocumentSource source(String kind) {
    return sources.stream()
        .filter(s -> s.kind().equals(kind))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("No municipal document " + kind));
  }

  /** Whoever does not word a template finds none. */
  private void own(String nis) {
    if (!mayWord(nis)) {
      throw new NoSuchElementException("No templates of " + nis + " for this actor");
    }
  }

  private static String plain(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n').strip();
  }
}
