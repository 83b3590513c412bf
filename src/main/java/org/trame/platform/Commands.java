package org.trame.platform;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The command line {@code java -jar trame.jar [command]}. */
public final class Commands {

  private Commands() {}

  /** Whether the arguments ask to serve: none, or configuration such as {@code --server.port=1}. */
  public static boolean isServe(String... args) {
    return Stream.of(args).allMatch(arg -> arg.startsWith("--") && arg.contains("="));
  }

  /**
   * Runs one command.
   *
   * @param commands objects annotated with picocli's {@code @Command} that are {@code
   *     Callable<Integer>}
   * @return the command's exit code; 2 if the arguments are not understood, said in a sentence on
   *     the error stream; 1 if it fails
   */
  public static int run(Collection<?> commands, String... args) {
    CommandSpec root = CommandSpec.create().name("trame").mixinStandardHelpOptions(true);
    root.version("Trame " + version());
    root.usageMessage()
        .description("Sans commande, Trame démarre et sert ses pages.")
        .commandListHeading("%nCommandes :%n");
    CommandLine line = new CommandLine(root);
    commands.forEach(line::addSubcommand);
    line.setParameterExceptionHandler((refused, arguments) -> refuse(line, refused));
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> {
          if (failure instanceof StartupFailure) {
            Terminal.error(failure.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
          }
          throw failure;
        });
    return line.execute(args);
  }

  private static int refuse(CommandLine root, CommandLine.ParameterException refused) {
    List<String> names = List.copyOf(root.getSubcommands().keySet());
    boolean atRoot = refused.getCommandLine() == root;
    String known = names.isEmpty() ? "aucune" : String.join(", ", names);
    Terminal.error(
        atRoot
            ? "Commande inconnue : %s. Commandes possibles : %s ; sans commande, Trame démarre."
                .formatted(String.join(" ", unmatched(refused)), known)
            : "La commande %s n'est pas comprise (%s) : voyez « trame %s --help »."
                .formatted(
                    refused.getCommandLine().getCommandName(),
                    refused.getMessage(),
                    refused.getCommandLine().getCommandName()));
    return CommandLine.ExitCode.USAGE;
  }

  private static List<String> unmatched(CommandLine.ParameterException refused) {
    return refused instanceof CommandLine.UnmatchedArgumentException unmatched
        ? unmatched.getUnmatched()
        : List.of(refused.getMessage());
  }

  private static String version() {
    String version = Commands.class.getPackage().getImplementationVersion();
    return version == null ? "" : version;
  }
}
