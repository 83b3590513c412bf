package org.trame.document.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.trame.access.Places;
import org.trame.document.MunicipalTemplates;
import org.trame.document.MunicipalTemplates.Template;
import org.trame.document.WriteTemplate;
import org.trame.input.Inputs;
import org.trame.input.Refusal;
import org.trame.language.Languages;
import org.trame.language.Messages;
import org.trame.workflow.TrameClock;
import org.trame.worksheet.Edit;
import org.trame.worksheet.web.FormView;
import org.trame.worksheet.web.FormViews;

/** The templates of a municipality's documents, and the page of each. Works without script. */
@Controller
@RequestMapping("/documents/templates")
class TemplatesController {

  private static final String ONE = "/{nis:\\d{5}}/{kind}/{language:fr|nl}";
  private static final String PAGE = "/documents/templates/{nis}/{kind}/{language}";

  /** What the form asks for; it is handed to the templates, not to the edits of programmes. */
  private static final Edit<WriteTemplate> FORM =
      new Edit<>(
          "template", WriteTemplate.class, Set.of(), null, (a, s) -> false, (s, written) -> {});

  private final MunicipalTemplates templates;
  private final Inputs inputs;
  private final FormViews forms;
  private final Messages messages;

  TemplatesController(
      MunicipalTemplates templates, Inputs inputs, FormViews forms, Messages messages) {
    this.templates = templates;
    this.inputs = inputs;
    this.forms = forms;
    this.messages = messages;
  }

  /** A municipality and its templates. */
  record Municipality(String nis, String name, List<Template> templates) {}

  /** A name as the page shows it: as it is written, what it holds, whether it must be there. */
  record NameLine(String written, String holds, boolean inList, boolean demanded) {}

  /** A template of a municipality, as its address says. */
  record Asked(String nis, String kind, String language) {

    Locale locale() {
      return "nl".equals(language) ? Languages.DUTCH : Languages.FRENCH;
    }
  }

  @GetMapping
  String list(Model model) {
    List<Places.Place> places = templates.places();
    if (places.isEmpty()) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
    model.addAttribute(
        "municipalities",
        places.stream()
            .map(p -> new Municipality(p.nis(), name(p), templates.all(p.nis())))
            .toList());
    model.addAttribute("zone", TrameClock.BRUSSELS);
    return "document-templates";
  }

  @GetMapping(ONE)
  String show(Asked asked, @RequestParam(required = false) Integer version, Model model) {
    Template template = template(asked);
    String text = version == null ? template.text() : text(template, version);
    model.addAttribute("shownVersion", text.equals(template.text()) ? null : version);
    return page(asked, template, forms.of(FORM, "", values(template, text), true), model);
  }

  @PostMapping(ONE)
  String save(Asked asked, @RequestParam Map<String, String> typed, Model model) {
    try {
      WriteTemplate written = inputs.read(typed, WriteTemplate.class, "");
      int basedOn = written.basedOn() == null ? -1 : written.basedOn();
      templates.save(asked.nis(), asked.kind(), asked.locale(), basedOn, written.templateText());
      return "redirect:" + PAGE + "?done";
    } catch (Refusal refusal) {
      return refused(asked, typed, refusal, model);
    }
  }

  /** A PDF, or the page with the reason why there is none. */
  @PostMapping(ONE + "/preview")
  Object preview(Asked asked, @RequestParam Map<String, String> typed, Model model) {
    try {
      WriteTemplate written = inputs.read(typed, WriteTemplate.class, "");
      byte[] pdf =
          templates.preview(asked.nis(), asked.kind(), asked.locale(), written.templateText());
      String name = asked.kind() + "-" + asked.language() + ".pdf";
      return ResponseEntity.ok()
          .contentType(MediaType.APPLICATION_PDF)
          .header(
              HttpHeaders.CONTENT_DISPOSITION,
              ContentDisposition.inline().filename(name).build().toString())
          .cacheControl(CacheControl.noStore())
          .body(pdf);
    } catch (Refusal refusal) {
      return refused(asked, typed, refusal, model);
    }
  }

  @PostMapping(ONE + "/reset")
  String reset(Asked asked, @RequestParam(defaultValue = "-1") int basedOn, Model model) {
    try {
      templates.reset(asked.nis(), asked.kind(), asked.locale(), basedOn);
      return "redirect:" + PAGE + "?done";
    } catch (Refusal refusal) {
      Template template = template(asked);
      return page(
          asked,
          template,
          forms.refused(FORM, "", values(template, template.text()), refusal),
          model);
    }
  }

  /**
   * What was typed stays; the next save is on the version of now, which the reader has been told.
   */
  private String refused(Asked asked, Map<String, String> typed, Refusal refusal, Model model) {
    Template template = template(asked);
    Map<String, String> values = new HashMap<>(typed);
    values.put("basedOn", String.valueOf(template.version()));
    return page(asked, template, forms.refused(FORM, "", values, refusal), model);
  }

  private String page(Asked asked, Template template, FormView form, Model model) {
    model.addAttribute("template", template);
    model.addAttribute("asked", asked);
    model.addAttribute("title", messages.say("document." + asked.kind()));
    model.addAttribute(
        "municipality",
        templates.places().stream()
            .filter(p -> p.nis().equals(asked.nis()))
            .map(TemplatesController::name)
            .findFirst()
            .orElseThrow());
    model.addAttribute("form", form);
    model.addAttribute("names", names(asked));
    model.addAttribute("zone", TrameClock.BRUSSELS);
    return "document-template";
  }

  private List<NameLine> names(Asked asked) {
    return templates.names(asked.kind(), asked.locale()).stream()
        .map(
            n -> {
              String path = n.list() == null ? n.name() : n.list() + "." + n.name();
              String own = messages.sayOr("template.holds." + asked.kind() + "." + path, "");
              return new NameLine(
                  n.kind() == MunicipalTemplates.Name.Kind.TEXT
                      ? "{{" + n.name() + "}}"
                      : "{{#" + n.name() + "}} … {{/" + n.name() + "}}",
                  own.isEmpty() ? messages.say("template.holds." + path) : own,
                  n.list() != null,
                  n.demanded());
            })
        .toList();
  }

  private static Map<String, String> values(Template template, String text) {
    return Map.of("basedOn", String.valueOf(template.version()), "templateText", text);
  }

  private static String text(Template template, int version) {
    return version == 0
        ? template.standard()
        : template.text(version).orElseThrow(() -> new NoSuchElementException("No version"));
  }

  private Template template(Asked asked) {
    return templates.one(asked.nis(), asked.kind(), asked.locale());
  }

  private static String name(Places.Place place) {
    return Languages.DUTCH.equals(Messages.locale()) ? place.dutchName() : place.name();
  }

  @ExceptionHandler(NoSuchElementException.class)
  void unknown(HttpServletResponse response) throws IOException {
    response.sendError(HttpStatus.NOT_FOUND.value());
  }
}
