package org.trame.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.trame.access.Actors;
import org.trame.deadline.Clocks;
import org.trame.language.Languages;
import org.trame.language.Messages;
import org.trame.programme.Programme;
import org.trame.programme.Programmes;
import org.trame.worksheet.Edits;

/** Programmes for other programs. What an account may not see does not exist for it. */
@RestController
@RequestMapping("/api/programmes")
class ProgrammesApi {

  private final Programmes programmes;
  private final Clocks clocks;
  private final Edits edits;
  private final Messages messages;

  ProgrammesApi(Programmes programmes, Clocks clocks, Edits edits, Messages messages) {
    this.programmes = programmes;
    this.clocks = clocks;
    this.edits = edits;
    this.messages = messages;
  }

  /** What the caller may see, the latest first. */
  @GetMapping
  List<ProgrammeView> all() {
    return views(programmes.visibleTo(Actors.current()));
  }

  /** One programme. */
  @GetMapping("/{id}")
  ProgrammeView one(@PathVariable String id) {
    return views(List.of(visible(id))).get(0);
  }

  /** Makes an edit, under the same rules as the pages: 204, or 422 with every reason. */
  @PostMapping("/{id}/edits/{name}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void edit(
      @PathVariable String id, @PathVariable String name, @RequestBody Map<String, Object> values) {
    edits.make(name, visible(id).id(), values);
  }

  private Programme visible(String id) {
    return programmes
        .find(id)
        .filter(p -> Programmes.mayRead(Actors.current(), p))
        .orElseThrow(() -> new NoSuchElementException("No programme " + id));
  }

  private List<ProgrammeView> views(List<Programme> seen) {
    Map<String, LocalDate> due = clocks.nextDue(seen.stream().map(Programme::id).toList());
    return seen.stream().map(p -> view(p, due.get(p.id()))).toList();
  }

  private ProgrammeView view(Programme p, LocalDate due) {
    boolean dutch = Languages.DUTCH.equals(Messages.locale());
    return new ProgrammeView(
        p.id(),
        p.name(),
        new ProgrammeView.Named(p.regime(), messages.sayOr("regime." + p.regime(), p.regime())),
        new ProgrammeView.Named(p.nis(), dutch ? p.municipalityDutch() : p.municipality()),
        p.phase().isEmpty()
            ? null
            : new ProgrammeView.Named(p.phase(), messages.sayOr("phase." + p.phase(), p.phase())),
        p.state().name(),
        due);
  }
}
