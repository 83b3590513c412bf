package org.trame.document;

import java.util.Set;
import org.trame.access.Actor;
import org.trame.access.Role;

/** Whoever a document comes from. */
public enum Issuer {
  /** The municipality, which may word its templates itself. */
  MUNICIPALITY("document.municipality municipality"),
  /** The Government of the Region. */
  GOVERNMENT("document.government"),
  /** The administration of the Region. */
  ADMINISTRATION("document.administration"),
  /** The independent evaluator. */
  EVALUATOR("document.evaluator evaluator");

  private static final Set<Role> MUNICIPAL_EDITORS =
      Set.of(Role.COORDINATOR, Role.COUNCIL_SECRETARY);

  private final String label;

  Issuer(String label) {
    this.label = label;
  }

  /** Its name, as templates refer to a text. */
  String label() {
    return label;
  }

  /** Whether the actor words the templates of this municipality. */
  static boolean mayEdit(Actor actor, String nis) {
    return MUNICIPAL_EDITORS.stream().anyMatch(r -> actor.in(r.code() + "-" + nis));
  }
}
