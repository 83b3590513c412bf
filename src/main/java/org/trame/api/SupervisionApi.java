package org.trame.api;

import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.trame.access.Actors;
import org.trame.language.Messages;
import org.trame.programme.Programmes;
import org.trame.supervision.Assents;
import org.trame.supervision.SupervisedAct;
import org.trame.supervision.SupervisedActs;

/** The acts of a programme under supervision, for other programs. */
@RestController
@RequestMapping("/api/programmes/{id}/supervised-acts")
class SupervisionApi {

  private final Programmes programmes;
  private final SupervisedActs acts;
  private final Messages messages;

  SupervisionApi(Programmes programmes, SupervisedActs acts, Messages messages) {
    this.programmes = programmes;
    this.acts = acts;
    this.messages = messages;
  }

  /** Every act that was sent, and the count of each answer. */
  @GetMapping
  SupervisionView of(@PathVariable String id) {
    String programme =
        programmes
            .find(id)
            .filter(p -> Programmes.mayRead(Actors.current(), p))
            .orElseThrow(() -> new NoSuchElementException("No programme " + id))
            .id();
    List<SupervisedAct> sent = acts.of(programme);
    return new SupervisionView(Assents.of(sent), sent.stream().map(this::view).toList());
  }

  private SupervisionView.Act view(SupervisedAct act) {
    return new SupervisionView.Act(
        act.number(),
        act.reference(),
        act.title(),
        new ProgrammeView.Named(act.kind().name(), messages.say("choice.ActKind." + act.kind())),
        act.resolutionOn(),
        act.receivedOn(),
        act.dueOn(),
        act.assent() == null ? null : act.assent().name(),
        act.decidedOn(),
        act.decree(),
        act.clock(),
        act.putRight()
            ? new SupervisionView.PutRight(act.dueOn(), act.putRightOn(), act.sendingProof())
            : null,
        act.source(Messages.locale()));
  }
}
