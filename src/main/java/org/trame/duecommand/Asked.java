package org.trame.duecommand;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What was typed after {@code due}, as it was typed. */
final class Asked {

  static final String REGIME = "--regime";
  static final String STEP = "--step";
  static final String LIMIT = "--limit";
  static final String FROM = "--from";
  static final String CALENDAR = "--calendar";
  static final String ROLL_FORWARD = "--roll-forward";
  static final String NOT_COUNTED = "--not-counted";
  static final String SUSPENDED = "--suspended";
  static final String RESTART = "--restart";

  @Option(names = REGIME, paramLabel = "RÉGIME", description = "Le régime qui fixe le délai.")
  String regime;

  @Option(names = STEP, paramLabel = "ÉTAPE", description = "L’étape dont le délai est calculé.")
  String step;

  @Option(
      names = LIMIT,
      paramLabel = "DÉLAI",
      description = "Un délai sans règle : « 15 working days », « 9 months », « 7 jours francs ».")
  String limit;

  @Option(
      names = FROM,
      paramLabel = "AAAA-MM-JJ",
      description = "Le jour de l’acte qui fait courir le délai ; il ne compte pas.")
  String from;

  @Option(
      names = CALENDAR,
      paramLabel = "CALENDRIER",
      description = "Avec --limit : be (par défaut), be-brussels, be-wallonia ou fr.")
  String calendar;

  @Option(
      names = ROLL_FORWARD,
      description =
          "Avec --limit : une fin un samedi, dimanche ou jour férié passe au jour ouvrable suivant.")
  boolean rollForward;

  @Option(
      names = NOT_COUNTED,
      paramLabel = "MM-JJ..MM-JJ",
      description = "Avec --limit : jours qui ne comptent pas, chaque année.")
  List<String> notCounted = new ArrayList<>();

  @Option(
      names = SUSPENDED,
      paramLabel = "AAAA-MM-JJ..AAAA-MM-JJ",
      description = "Suspension, du premier au dernier jour qui ne compte pas ; peut se répéter.")
  List<String> suspended = new ArrayList<>();

  @Option(
      names = RESTART,
      description = "Après une suspension le délai recommence en entier, au lieu de continuer.")
  boolean restart;

  @Option(
      names = "--extended",
      paramLabel = "DURÉE",
      description = "Prolongation : « 40 days » ; peut se répéter.")
  List<String> extended = new ArrayList<>();

  @Option(
      names = "--closed",
      paramLabel = "AAAA-MM-JJ",
      description = "Jour de fermeture de la commune ; peut se répéter.")
  List<String> closed = new ArrayList<>();

  @Option(names = "--format", paramLabel = "text|json", description = "text (par défaut) ou json.")
  String format = "text";

  @Option(names = "--lang", paramLabel = "fr|nl", description = "fr (par défaut) ou nl.")
  String lang = "fr";
}
