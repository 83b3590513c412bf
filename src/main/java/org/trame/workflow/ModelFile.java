package org.trame.workflow;

/**
 * A file that is about to be deployed.
 *
 * @param name where it lies, for example {@code bpmn/phases/CouncilVote.bpmn}
 * @param content its bytes
 */
public record ModelFile(String name, byte[] content) {

  /** Whether its name ends so, for example {@code .dmn}. */
  public boolean is(String end) {
    return name.endsWith(end);
  }

  /** Its name without folders and without the last ending: the id of what is in it. */
  public String id() {
    String file = name.substring(name.lastIndexOf('/') + 1);
    int dot = file.lastIndexOf('.');
    return dot < 0 ? file : file.substring(0, dot);
  }
}
