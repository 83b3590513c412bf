package org.trame.notification;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.trame.language.Messages;
import org.trame.worksheet.Subjects;

/** The words of a mail, in the reader's language: as HTML and as plain text. */
@Component
class DigestTexts {

  /** The value of an announcement that is its due date. */
  static final String DUE = "due";

  /** The value of an announcement that is the task to do. */
  static final String TASK = "task";

  private static final int SHORT = 70;

  private final ITemplateEngine templates;
  private final Messages messages;
  private final List<Subjects> subjects;
  private final String publicUrl;

  DigestTexts(
      ITemplateEngine templates,
      Messages messages,
      List<Subjects> subjects,
      @Value("${trame.public-url}") String publicUrl) {
    this.templates = templates;
    this.messages = messages;
    this.subjects = subjects;
    this.publicUrl = publicUrl.replaceAll("/+$", "");
  }

  record Rendered(String subject, String text, String html) {}

  /** One thing, in words. */
  record Item(
      String sentence,
      String programme,
      String page,
      String due,
      String clockLink,
      String taskLink) {}

  /** Things of one kind, under a heading. */
  record Section(String heading, List<Item> items) {}

  /** Somebody without an account finds no link: each leads to a page where one signs in. */
  Rendered render(ReaderPreference reader, LocalDate day, List<Announcement> told) {
    LocaleContext before = LocaleContextHolder.getLocaleContext();
    LocaleContextHolder.setLocale(reader.locale());
    try {
      return inCurrentLanguage(reader, day, told);
    } finally {
      LocaleContextHolder.setLocaleContext(before);
    }
  }

  private Rendered inCurrentLanguage(
      ReaderPreference reader, LocalDate day, List<Announcement> told) {
    Locale language = reader.locale();
    Map<String, Subjects.Named> names = names(told.stream().map(Announcement::subject).toList());
    List<Section> sections = new ArrayList<>();
    for (Announcement.Part part : Announcement.Part.values()) {
      List<Item> items =
          told.stream()
              .filter(a -> a.kind().part() == part)
              .sorted(
                  Comparator.comparing(
                          (Announcement a) -> a.details().getOrDefault(DUE, "9999-12-31"))
                      .thenComparing(Announcement::id))
              .map(a -> item(reader, a, names.get(a.subject())))
              .toList();
      if (!items.isEmpty()) {
        sections.add(new Section(messages.say("mail.part." + part), items));
      }
    }
    String subject = subject(told, names);
    Context model = new Context(language);
    model.setVariable("subject", subject);
    model.setVariable("language", language.getLanguage());
    String kind = told.stream().allMatch(a -> a.kind().isAboutTime()) ? "" : ".mixed";
    model.setVariable("title", messages.say("mail.title" + kind, inWords(language, day)));
    model.setVariable("sections", sections);
    model.setVariable("mails", reader.hasAccount() ? publicUrl + "/mails" : null);
    model.setVariable("preferences", publicUrl + "/preferences");
    return new Rendered(
        subject,
        templates.process("mail/digest.txt", model),
        templates.process("mail/digest", model));
  }

  private Item item(ReaderPreference reader, Announcement told, Subjects.Named subject) {
    boolean links = reader.hasAccount();
    String due = told.details().get(DUE);
    String task = told.details().get(TASK);
    return new Item(
        messages.sayNamed("announcement." + told.kind(), told.details()),
        subject.name(),
        links && subject.page() != null ? publicUrl + subject.page() : null,
        due == null ? null : inWords(reader.locale(), LocalDate.parse(due)),
        told.clock() == null || !links ? null : publicUrl + "/clocks/" + told.clock(),
        task == null || !links
            ? null
            : publicUrl + "/camunda/app/tasklist/default/#/?task=" + task);
  }

  private String subject(List<Announcement> told, Map<String, Subjects.Named> names) {
    if (told.size() == 1) {
      Announcement only = told.get(0);
      String sentence = messages.sayNamed("announcement." + only.kind(), only.details());
      String due = only.details().get(DUE);
      String programme = names.get(only.subject()).name();
      return shortened(
          due == null
              ? messages.say("mail.subject.one", sentence, programme)
              : messages.say("mail.subject.dated", sentence, programme, LocalDate.parse(due)));
    }
    long late = told.stream().filter(a -> a.kind().isUrgent()).count();
    String kind = told.stream().allMatch(a -> a.kind().isAboutTime()) ? "" : ".mixed";
    return late == 0
        ? messages.say("mail.subject.many" + kind, told.size())
        : messages.say("mail.subject.late" + kind, told.size(), late);
  }

  /** One line: a line break in a subject would begin another header. */
  private static String shortened(String words) {
    String text = words.replaceAll("\\s+", " ");
    int longest = 2 * SHORT;
    return text.length() <= longest ? text : text.substring(0, longest - 1).strip() + "…";
  }

  private Map<String, Subjects.Named> names(Collection<String> ids) {
    Map<String, Subjects.Named> names = new HashMap<>();
    ids.forEach(id -> names.put(id, new Subjects.Named(id, null)));
    subjects.forEach(s -> names.putAll(s.findAll(ids)));
    return names;
  }

  private static String inWords(Locale language, LocalDate day) {
    return DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", language).format(day);
  }
}
