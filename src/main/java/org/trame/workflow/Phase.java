package org.trame.workflow;

import java.time.Instant;

/**
 * A phase of a lifecycle, as one subject went through it.
 *
 * @param id activity id in the lifecycle model
 * @param name French name in the model
 * @param state where it stands
 * @param began when it began the first time, or null
 * @param ended when it ended the last time, or null
 * @param times how many times it was entered
 */
public record Phase(String id, String name, State state, Instant began, Instant ended, int times) {

  /** Where a phase stands. */
  public enum State {
    DONE,
    RUNNING,
    TO_COME
  }
}
