package org.trame.board.web;

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
import org.trame.board.ProgrammeThread;
import org.trame.programme.Programme;
import org.trame.programme.Programmes;
import org.trame.worksheet.Edits;
import org.trame.worksheet.web.FormPosts;
import org.trame.worksheet.web.FormViews;

/** The page of one programme, and what may be asked there without a task. */
@Controller
@RequestMapping("/programmes/{id}")
class ProgrammeController {

  private final Programmes programmes;
  private final ProgrammeThread thread;
  private final Edits edits;
  private final FormViews forms;
  private final FormPosts posts;

  ProgrammeController(
      Programmes programmes,
      ProgrammeThread thread,
      Edits edits,
      FormViews forms,
      FormPosts posts) {
    this.programmes = programmes;
    this.thread = thread;
    this.edits = edits;
    this.forms = forms;
    this.posts = posts;
  }

  @GetMapping
  String show(@PathVariable String id, Model model) {
    model.addAllAttributes(thread.of(readable(id)));
    return "programme";
  }

  @GetMapping("/edits/{edit}")
  String form(
      @PathVariable String id,
      @PathVariable String edit,
      @RequestParam Map<String, String> chosen,
      Model model) {
    return form(readable(id), edit, forms.of(edits.get(edit), id, chosen, true), model);
  }

  @PostMapping("/edits/{edit}")
  String make(
      @PathVariable String id,
      @PathVariable String edit,
      @RequestParam Map<String, String> values,
      @RequestParam Map<String, MultipartFile> files,
      Model model) {
    Programme programme = readable(id);
    return posts
        .make(edit, id, values, files)
        .map(refused -> form(programme, edit, refused, model))
        .orElse("redirect:/programmes/{id}?done=" + edit);
  }

  private static String form(Programme programme, String edit, Object form, Model model) {
    model.addAttribute("programme", programme);
    model.addAttribute("edit", edit);
    model.addAttribute("form", form);
    return "programme-edit";
  }

  private Programme readable(String id) {
    return programmes
        .find(id)
        .filter(p -> Programmes.mayRead(Actors.current(), p))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
