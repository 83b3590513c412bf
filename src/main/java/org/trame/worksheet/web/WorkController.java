package org.trame.worksheet.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import org.trame.language.Messages;
import org.trame.workflow.OpenTask;
import org.trame.workflow.Workflows;
import org.trame.worksheet.DueDatePages;
import org.trame.worksheet.Edits;
import org.trame.worksheet.Subjects;
import org.trame.worksheet.Worksheet;

/** The page behind a task: one table after the other, each with its form. Works without script. */
@Controller
@RequestMapping("/work/{subject}/{task}")
class WorkController {

  private final Edits edits;
  private final FormViews forms;
  private final FormPosts posts;
  private final Workflows workflows;
  private final List<Subjects> subjects;
  private final Messages messages;
  private final DueDatePages dueDates;

  WorkController(
      Edits edits,
      FormViews forms,
      FormPosts posts,
      Workflows workflows,
      List<Subjects> subjects,
      Messages messages,
      DueDatePages dueDates) {
    this.edits = edits;
    this.forms = forms;
    this.posts = posts;
    this.workflows = workflows;
    this.subjects = subjects;
    this.messages = messages;
    this.dueDates = dueDates;
  }

  @GetMapping
  String show(
      @PathVariable String subject,
      @PathVariable String task,
      @RequestParam(required = false) String edit,
      @RequestParam(required = false) String row,
      Model model) {
    return page(subject, task, edit, row, null, model);
  }

  @PostMapping("/{edit}")
  String make(
      @PathVariable String subject,
      @PathVariable String task,
      @PathVariable String edit,
      @RequestParam Map<String, String> values,
      @RequestParam Map<String, MultipartFile> files,
      Model model) {
    Optional<FormView> refused = posts.make(edit, subject, values, files);
    if (refused.isPresent()) {
      return page(subject, task, edit, values.get("id"), refused.get(), model);
    }
    return "redirect:/work/{subject}/{task}?done=" + edit + "#" + sectionOf(subject, task, edit);
  }

  private String sectionOf(String subject, String task, String edit) {
    return edits.worksheet(task).sections(subject).stream()
        .filter(s -> edit.equals(s.edit()) || edit.equals(s.remove()))
        .map(Worksheet.Section::name)
        .findFirst()
        .orElse("");
  }

  private String page(
      String subject, String task, String edit, String row, FormView refused, Model model) {
    Worksheet worksheet = edits.worksheet(task);
    Subjects.Named named =
        subjects.stream()
            .flatMap(s -> s.find(subject).stream())
            .findFirst()
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    if (worksheet == null) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    model.addAttribute("subject", named);
    model.addAttribute("subjectId", subject);
    model.addAttribute("taskKey", task);
    OpenTask open = open(subject, task);
    model.addAttribute("task", open);
    model.addAttribute("why", open == null ? null : dueDates.of(open).orElse(null));
    model.addAttribute("taskName", open == null ? task : taskName(open));
    if (!workflows.mayWork(Actors.current(), subject, Set.of(task))) {
      return "work-unavailable";
    }
    List<Worksheet.Section> sections = worksheet.sections(subject);
    model.addAttribute(
        "sections", sections.stream().map(s -> section(s, subject, edit, row, refused)).toList());
    model.addAttribute(
        "blocking",
        sections.stream()
            .flatMap(s -> s.notes().stream())
            .filter(Worksheet.Note::blocking)
            .toList());
    return "work";
  }

  private OpenTask open(String subject, String task) {
    return workflows.openTasks(subject).stream()
        .filter(t -> t.key().equals(task))
        .findFirst()
        .orElse(null);
  }

  private String taskName(OpenTask task) {
    return messages.sayOr("task." + task.key(), task.name());
  }

  private SectionView section(
      Worksheet.Section section, String subject, String edit, String row, FormView refused) {
    boolean canEdit = !section.edit().isEmpty() && edits.available(section.edit(), subject);
    boolean canRemove = !section.remove().isEmpty() && edits.available(section.remove(), subject);
    FormView form = null;
    if (canEdit) {
      boolean chosen = section.edit().equals(edit);
      form =
          chosen && refused != null
              ? refused
              : forms.of(
                  edits.get(section.edit()), subject, values(section, chosen ? row : null), chosen);
    }
    String removalRefused =
        refused != null && !section.remove().isEmpty() && section.remove().equals(edit)
            ? String.join(" ", refused.allErrors())
            : "";
    return new SectionView(
        section,
        messages.sayOr("section." + section.name() + ".help", ""),
        form,
        canRemove,
        row,
        removalRefused);
  }

  private static Map<String, String> values(Worksheet.Section section, String row) {
    return section.rows().stream()
        .filter(r -> r.id().equals(row))
        .map(Worksheet.Row::values)
        .findFirst()
        .orElse(Map.of());
  }

  /**
   * A table as the page shows it.
   *
   * @param section its content
   * @param help a sentence about it, or empty
   * @param form the form below it, or null
   * @param canRemove whether rows can be taken away
   * @param editing id of the row that is being changed, or null
   * @param refusal why a row could not be taken away, or empty
   */
  record SectionView(
      Worksheet.Section section,
      String help,
      FormView form,
      boolean canRemove,
      String editing,
      String refusal) {}
}
