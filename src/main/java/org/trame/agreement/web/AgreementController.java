package org.trame.agreement.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.trame.access.Actors;
import org.trame.agreement.Agreement;
import org.trame.agreement.AgreementPart;
import org.trame.agreement.AgreementVersion;
import org.trame.agreement.Agreements;
import org.trame.agreement.PrintedAgreements;
import org.trame.agreement.Signature;
import org.trame.agreement.SignatureActs;
import org.trame.language.Messages;
import org.trame.worksheet.Edit;
import org.trame.worksheet.Edits;
import org.trame.worksheet.web.FormPosts;
import org.trame.worksheet.web.FormView;
import org.trame.worksheet.web.FormViews;

/** The page of one agreement, for its parties and for whoever reads its programme. */
@Controller
@RequestMapping("/agreements")
class AgreementController {

  /** Edits that answer for an organisation, in the order of the page. */
  private static final List<String> ANSWERS =
      List.of("sign-electronically", "sign-pdf", "sign-reserve", "sign-delegate", "sign-refuse");

  /** Edits that belong to the draft's worksheet, or to a row. */
  private static final List<String> ELSEWHERE =
      List.of(
          "agreement-terms",
          "agreement-clause",
          "agreement-clause-remove",
          "agreement-commitment",
          "agreement-commitment-remove",
          "agreement-group",
          "agreement-group-remove",
          "agreement-party",
          "agreement-party-remove",
          "sign-reserve-remove");

  private final Agreements agreements;
  private final AgreementViews views;
  private final SignatureActs acts;
  private final PrintedAgreements printed;
  private final List<AgreementPart> parts;
  private final Edits edits;
  private final FormViews forms;
  private final FormPosts posts;
  private final Messages messages;
  private final Clock time;

  AgreementController(
      Agreements agreements,
      AgreementViews views,
      SignatureActs acts,
      PrintedAgreements printed,
      List<AgreementPart> parts,
      Edits edits,
      FormViews forms,
      FormPosts posts,
      Messages messages,
      Clock time) {
    this.agreements = agreements;
    this.views = views;
    this.acts = acts;
    this.printed = printed;
    this.parts = parts;
    this.edits = edits;
    this.forms = forms;
    this.posts = posts;
    this.messages = messages;
    this.time = time;
  }

  @GetMapping("/{id:[0-9]{1,18}}")
  String show(@PathVariable long id, Model model) {
    return page(readable(id), null, model);
  }

  @GetMapping("/{id:[0-9]{1,18}}/edits/{edit}")
  String form(
      @PathVariable long id,
      @PathVariable String edit,
      @RequestParam Map<String, String> chosen,
      Model model) {
    Agreement agreement = readable(id);
    if (!edits.available(edit, agreement.subject())) {
      return "redirect:/agreements/{id}";
    }
    Map<String, String> values = new HashMap<>(chosen);
    values.put("shownSha256", shown(agreement));
    List<Long> own = acts.mine(agreement.id()).stream().map(Signature::party).distinct().toList();
    if (own.size() == 1) {
      values.putIfAbsent("onBehalfOf", String.valueOf(own.get(0)));
    }
    return page(agreement, forms.of(edits.get(edit), agreement.subject(), values, true), model);
  }

  @PostMapping("/{id:[0-9]{1,18}}/edits/{edit}")
  String make(
      @PathVariable long id,
      @PathVariable String edit,
      @RequestParam Map<String, String> values,
      @RequestParam Map<String, MultipartFile> files,
      Model model) {
    Agreement agreement = readable(id);
    return posts
        .make(edit, agreement.subject(), values, files)
        .map(refused -> page(agreement, refused, model))
        .orElse("redirect:/agreements/{id}?done=" + edit);
  }

  /**
   * The text that was in force on a day.
   *
   * @param on the day; today without it, or where it is none
   */
  @GetMapping("/{id:[0-9]{1,18}}/text")
  String text(@PathVariable long id, @RequestParam(defaultValue = "") String on, Model model) {
    Agreement agreement = readable(id);
    Optional<LocalDate> day = day(on);
    LocalDate shown = day.orElseGet(() -> LocalDate.now(time));
    model.addAttribute("agreement", agreement);
    model.addAttribute("on", shown);
    model.addAttribute("badDate", !on.isEmpty() && day.isEmpty() ? on : "");
    model.addAttribute("consolidated", views.inForce(agreement, shown).orElse(null));
    return "agreement-text";
  }

  private static Optional<LocalDate> day(String typed) {
    try {
      return typed.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(typed));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** The text of a version as PDF, in the reader's language. */
  @GetMapping("/{id:[0-9]{1,18}}/versions/{version:[0-9]{1,6}}.pdf")
  String pdf(@PathVariable long id, @PathVariable int version) {
    return printed
        .of(readable(id), version, Messages.locale())
        .map(document -> "redirect:/documents/" + document.id())
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private String shown(Agreement agreement) {
    String hash = agreements.current(agreement.id()).sha256();
    return hash == null ? "" : hash;
  }

  private Agreement readable(long id) {
    return agreements
        .find(id)
        .filter(a -> agreements.mayRead(Actors.current(), a))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private String page(Agreement agreement, FormView form, Model model) {
    AgreementVersion version = agreements.current(agreement.id());
    List<Edit<?>> can =
        edits.availableWithoutTask(agreement.subject()).stream()
            .filter(e -> !ELSEWHERE.contains(e.name()))
            .toList();
    model.addAttribute("agreement", views.of(agreement, version));
    model.addAttribute(
        "answers",
        acts.mine(agreement.id()).isEmpty()
            ? List.of()
            : ANSWERS.stream().filter(a -> edits.available(a, agreement.subject())).toList());
    model.addAttribute(
        "others",
        can.stream()
            .map(Edit::name)
            .filter(e -> !ANSWERS.contains(e))
            .sorted(java.util.Comparator.comparing(e -> messages.say("edit." + e)))
            .toList());
    model.addAttribute("draft", edits.available("agreement-clause", agreement.subject()));
    model.addAttribute("form", form);
    parts.forEach(p -> model.addAllAttributes(p.of(agreement)));
    return "agreement";
  }
}
