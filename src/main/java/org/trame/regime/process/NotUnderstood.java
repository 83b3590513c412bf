package org.trame.regime.process;

/** A cell that is not one of the few forms rule tables may use. */
class NotUnderstood extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param reason French, without a full stop
   */
  NotUnderstood(String reason) {
    super(reason);
  }
}
