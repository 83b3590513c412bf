package org.trame.board;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.trame.programme.Programme;
import org.trame.supervision.Assents;
import org.trame.supervision.SupervisedAct;
import org.trame.supervision.SupervisedActs;

/** The acts sent to the Government: approved, deemed approved, refused and awaited, each apart. */
@Component
class SupervisionPart implements Part {

  private final SupervisedActs acts;

  SupervisionPart(SupervisedActs acts) {
    this.acts = acts;
  }

  @Override
  public Map<String, Object> of(Programme programme) {
    List<SupervisedAct> sent = acts.of(programme.id());
    return Map.of("supervisedActs", sent, "assents", Assents.of(sent));
  }
}
