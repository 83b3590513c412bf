package org.trame.scenario;

/** What an actor tried was refused, in a French sentence. */
final class Refused extends RuntimeException {

  Refused(String sentence) {
    super(sentence);
  }

  Refused(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
