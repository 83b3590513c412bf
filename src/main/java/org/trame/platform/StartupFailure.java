package org.trame.platform;

/**
 * A start that cannot succeed for a reason the operator can remove. Its message is one French
 * sentence that says what is wrong and what to do; it is all the operator sees.
 */
public class StartupFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param sentence one French sentence for the operator
   */
  public StartupFailure(String sentence) {
    super(sentence);
  }

  /**
   * @param sentence one French sentence for the operator
   * @param cause what happened, logged at debug level only
   */
  public StartupFailure(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
