package org.trame.commitment.web;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.trame.commitment.Commitment;
import org.trame.commitment.Commitments;
import org.trame.commitment.Occurrence;
import org.trame.commitment.Terms;
import org.trame.worksheet.Edits;
import org.trame.worksheet.web.FormPosts;
import org.trame.worksheet.web.FormView;
import org.trame.worksheet.web.FormViews;

/** The page of one commitment, and those of the reader's organisations. */
@Controller
@RequestMapping("/commitments")
class CommitmentController {

  private final Commitments commitments;
  private final CommitmentViews views;
  private final Edits edits;
  private final FormViews forms;
  private final FormPosts posts;

  CommitmentController(
      Commitments commitments,
      CommitmentViews views,
      Edits edits,
      FormViews forms,
      FormPosts posts) {
    this.commitments = commitments;
    this.views = views;
    this.edits = edits;
    this.forms = forms;
    this.posts = posts;
  }

  /** Those of the reader's organisations, the first due first. */
  @GetMapping
  String mine(Model model) {
    List<Commitment> mine = commitments.mine();
    Map<Long, List<Occurrence>> due =
        commitments.occurrences(mine.stream().map(Commitment::id).toList());
    model.addAttribute(
        "commitments",
        views.of(
            mine.stream()
                .sorted(
                    Comparator.comparing(
                        c -> CommitmentViews.nextDue(due.getOrDefault(c.id(), List.of()))))
                .toList()));
    return "commitments";
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
    Commitment commitment = readable(id);
    if (!CommitmentViews.ACTS.contains(edit) || !edits.available(edit, commitment.subject())) {
      return "redirect:/commitments/{id}";
    }
    Map<String, String> values = now(commitment);
    values.putAll(chosen);
    return page(commitment, forms.of(edits.get(edit), commitment.subject(), values, true), model);
  }

  /** A change begins with what holds today. */
  private Map<String, String> now(Commitment commitment) {
    Terms terms = commitment.terms();
    List<Occurrence> due =
        commitments.occurrences(List.of(commitment.id())).getOrDefault(commitment.id(), List.of());
    Map<String, String> values = new HashMap<>();
    values.put("nextDue", CommitmentViews.nextDue(due).toString());
    values.put("recurrence", terms.recurrence().name());
    values.put("lastDue", terms.lastDue() == null ? "" : terms.lastDue().toString());
    values.put("noticeDays", String.valueOf(terms.noticeDays()));
    values.put("evidence", terms.evidence());
    values.put("changedPromise", commitment.text().promise());
    return values;
  }

  @PostMapping("/{id:[0-9]{1,18}}/edits/{edit}")
  String make(
      @PathVariable long id,
      @PathVariable String edit,
      @RequestParam Map<String, String> values,
      @RequestParam Map<String, MultipartFile> files,
      Model model) {
    Commitment commitment = readable(id);
    return posts
        .make(edit, commitment.subject(), values, files)
        .map(refused -> page(commitment, refused, model))
        .orElse("redirect:/commitments/{id}?done=" + edit);
  }

  private Commitment readable(long id) {
    return commitments
        .find(id)
        .filter(c -> commitments.mayRead(Actors.current(), c))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private String page(Commitment commitment, FormView form, Model model) {
    model.addAttribute("c", views.of(List.of(commitment)).get(0));
    model.addAttribute("form", form);
    return "commitment";
  }
}
