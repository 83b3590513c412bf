package org.trame.party.web;

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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.trame.language.Languages;
import org.trame.language.Messages;
import org.trame.party.Handovers;
import org.trame.party.Parties;
import org.trame.party.Party;
import org.trame.party.PartyEdits;
import org.trame.regime.Rule;
import org.trame.worksheet.Edit;
import org.trame.worksheet.Edits;
import org.trame.worksheet.web.FormPosts;
import org.trame.worksheet.web.FormView;
import org.trame.worksheet.web.FormViews;

/** The organisations, and the page of each. Works without script. */
@Controller
@RequestMapping("/parties")
class PartiesController {

  private final Parties parties;
  private final PartyViews views;
  private final Handovers handovers;
  private final Edits edits;
  private final FormViews forms;
  private final FormPosts posts;

  PartiesController(
      Parties parties,
      PartyViews views,
      Handovers handovers,
      Edits edits,
      FormViews forms,
      FormPosts posts) {
    this.parties = parties;
    this.views = views;
    this.handovers = handovers;
    this.edits = edits;
    this.forms = forms;
    this.posts = posts;
  }

  @GetMapping
  String list(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "1") String page,
      Model model) {
    Parties.Page found = parties.search(q, page.matches("\\d{1,6}") ? Integer.parseInt(page) : 1);
    List<PartyViews.Line> lines = views.lines(found.parties());
    model.addAttribute("q", q);
    model.addAttribute("page", found);
    model.addAttribute("lines", lines);
    model.addAttribute("alone", lines.stream().filter(l -> !l.alone().isEmpty()).toList());
    model.addAttribute("mayOpen", parties.mayOpen());
    return "parties";
  }

  @GetMapping("/new")
  String empty(Model model) {
    return opening(forms.of(open(), PartyEdits.DIRECTORY, Map.of(), true), model);
  }

  @PostMapping("/new")
  String open(
      @RequestParam Map<String, String> values,
      @RequestParam Map<String, MultipartFile> files,
      Model model,
      RedirectAttributes redirected) {
    Optional<FormView> refused = posts.make(PartyEdits.OPEN, PartyEdits.DIRECTORY, values, files);
    if (refused.isPresent()) {
      return opening(refused.get(), model);
    }
    redirected.addAttribute("q", values.get("partyNameFr"));
    redirected.addAttribute("done", PartyEdits.OPEN);
    return "redirect:/parties";
  }

  private Edit<?> open() {
    return edits.get(PartyEdits.OPEN);
  }

  private String opening(FormView form, Model model) {
    if (!parties.mayOpen()) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
    model.addAttribute("form", form);
    return "party-new";
  }

  @GetMapping("/{id:[0-9]{1,18}}")
  String show(@PathVariable long id, @RequestParam(required = false) String edit, Model model) {
    Party party = party(id);
    boolean open = edit != null && PartyEdits.OF_PARTY.contains(edit) && parties.mayKeep(party);
    Map<String, String> values = "party-change".equals(edit) ? PartyViews.values(party) : Map.of();
    FormView form = open ? forms.of(edits.get(edit), party.subject(), values, true) : null;
    return page(party, form, model);
  }

  @PostMapping("/{id:[0-9]{1,18}}/{edit}")
  String make(
      @PathVariable long id,
      @PathVariable String edit,
      @RequestParam Map<String, String> values,
      @RequestParam Map<String, MultipartFile> files,
      Model model) {
    Party party = party(id);
    if (!PartyEdits.OF_PARTY.contains(edit)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return posts
        .make(edit, party.subject(), values, files)
        .map(refused -> page(party, refused, model))
        .orElse("redirect:/parties/{id}?done={edit}");
  }

  private Party party(long id) {
    return parties.read(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private String page(Party party, FormView form, Model model) {
    model.addAttribute("party", views.of(party));
    model.addAttribute("form", form);
    model.addAttribute("edits", parties.mayKeep(party) ? PartyEdits.OF_PARTY : List.of());
    boolean dutch = Languages.DUTCH.equals(Messages.locale());
    Rule rule = handovers.rule();
    model.addAttribute("days", rule.integer("value"));
    model.addAttribute("daysSource", rule.string(dutch ? "sourceNl" : "source"));
    return "party";
  }
}
