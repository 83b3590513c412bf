package org.trame.platform;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Recognises, anywhere among the causes of a failed start, what the operator can remove. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartupFailureAnalyzer implements FailureAnalyzer {

  private record Rule<T extends Throwable>(Class<T> type, Function<T, String> sentence) {
    Optional<String> apply(Throwable cause) {
      return Optional.of(cause).filter(type::isInstance).map(type::cast).map(sentence);
    }
  }

  /** A sentence that is null means: not this one. */
  private static final List<Rule<?>> RULES =
      List.of(
          new Rule<>(StartupFailure.class, StartupFailure::getMessage),
          new Rule<>(
              PortInUseException.class,
              e ->
                  "Le port %d est déjà pris : arrêtez le programme qui l'occupe, ou choisissez un autre port par SERVER_PORT."
                      .formatted(e.getPort())),
          new Rule<>(
              BindException.class,
              e ->
                  "La configuration %s est refusée : corrigez sa valeur%s."
                      .formatted(
                          e.getName(),
                          e.getProperty() == null
                              ? ""
                              : " « " + e.getProperty().getValue() + " »")),
          new Rule<>(
              FlywayValidateException.class,
              e ->
                  "Le schéma de la base de données n'est pas celui que ce programme a créé : restaurez une sauvegarde, ou démarrez la version de Trame qui l'a écrit."),
          new Rule<>(
              SQLException.class,
              e -> "42501".equals(e.getSQLState()) ? Schemas.MAY_NOT_CREATE : null));

  @Override
  public FailureAnalysis analyze(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      for (Rule<?> rule : RULES) {
        Optional<String> sentence = rule.apply(cause);
        if (sentence.isPresent()) {
          return new FailureAnalysis(sentence.get(), null, failure);
        }
      }
    }
    return null;
  }
}
