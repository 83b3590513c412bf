package org.trame.document;

import java.util.Locale;
import java.util.Set;
import org.trame.access.Actor;
import org.trame.access.Role;
import org.trame.programme.Programme;

/** Whoever a document comes from, and whose template it follows. */
public enum Issuer {
  /** The municipality. */
  MUNICIPALITY(
      "document.municipality municipality",
      false,
      Set.of(Role.COORDINATOR, Role.COUNCIL_SECRETARY)),
  /** The Government of the Region. */
  GOVERNMENT("document.government", true, Set.of(Role.REGION_EXAMINER, Role.REGION_DIRECTOR)),
  /** The administration of the Region. */
  ADMINISTRATION(
      "document.administration", true, Set.of(Role.REGION_EXAMINER, Role.REGION_DIRECTOR)),
  /** The independent evaluator, on the paper of the Region. */
  EVALUATOR(
      "document.evaluator evaluator", true, Set.of(Role.REGION_EXAMINER, Role.REGION_DIRECTOR));

  private final String label;
  private final boolean regional;
  private final Set<Role> editors;

  Issuer(String label, boolean regional, Set<Role> editors) {
    this.label = label;
    this.regional = regional;
    this.editors = editors;
  }

  /** Its name, as templates refer to a text. */
  String label() {
    return label;
  }

  /** Where its templates are kept: NIS code of the municipality, or code of the Region. */
  String place(Programme programme) {
    return regional ? programme.region().toLowerCase(Locale.ROOT) : programme.nis();
  }

  /** Whether the actor may change the templates of this place. */
  boolean mayEdit(Actor actor, String place) {
    return editors.stream().anyMatch(r -> actor.in(r.code() + "-" + place));
  }
}
