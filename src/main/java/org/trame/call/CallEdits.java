package org.trame.call;

import java.util.List;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trame.input.Choices;
import org.trame.language.Messages;
import org.trame.programme.Programmes;
import org.trame.worksheet.Edit;
import org.trame.worksheet.Subjects;

/** What people write in a round, and what they choose from. */
@Configuration(proxyBeanMethods = false)
class CallEdits {

  /** Candidatures are registered and scored. */
  static final String REGISTER = "Task_RegisterCandidatures";

  /** Candidatures are decided on. */
  static final String DECIDE = "Task_DecideSelection";

  @Bean
  Edit<RegisterCandidature> candidatureEdit(Candidatures candidatures) {
    return Edit.ofTask("candidature", RegisterCandidature.class, candidatures::register, REGISTER);
  }

  @Bean
  Edit<RemoveCandidature> removeCandidatureEdit(Candidatures candidatures) {
    return Edit.ofTask(
        "remove-candidature", RemoveCandidature.class, candidatures::remove, REGISTER);
  }

  @Bean
  Edit<ScoreCandidature> candidatureScoreEdit(Candidatures candidatures) {
    return Edit.ofTask("candidature-score", ScoreCandidature.class, candidatures::score, REGISTER);
  }

  @Bean
  Edit<DecideCandidature> selectionEdit(Selections selections) {
    return Edit.ofTask("selection", DecideCandidature.class, selections::decide, DECIDE);
  }

  @Bean
  Choices selectionRegimes(SelectionRounds rounds, Messages messages) {
    return choices(
        "selectionRegimes",
        subject ->
            rounds.regimes().stream()
                .map(r -> new Choices.Choice(r, messages.say("regime." + r)))
                .toList());
  }

  @Bean
  Choices roundMunicipalities(SelectionRounds rounds, Programmes programmes) {
    return choices(
        "roundMunicipalities",
        subject ->
            programmes.municipalities(rounds.region(rounds.get(subject))).stream()
                .map(m -> new Choices.Choice(m.nis(), m.name(Messages.locale())))
                .toList());
  }

  @Bean
  Choices candidatureChoices(Candidatures candidatures) {
    return choices(
        "candidatures",
        subject ->
            candidatures.of(subject).stream()
                .map(c -> new Choices.Choice(c.code(), c.title(Messages.locale())))
                .toList());
  }

  @Bean
  Choices criterionChoices(SelectionRounds rounds, Messages messages) {
    return choices(
        "criteria",
        subject ->
            rounds.grid(subject).stream()
                .map(c -> new Choices.Choice(c.code(), messages.say("criterion." + c.code())))
                .toList());
  }

  @Bean
  Subjects roundSubjects(SelectionRounds rounds, Messages messages) {
    return subject ->
        rounds
            .find(subject)
            .map(r -> new Subjects.Named(messages.say("round.name", r.label()), "/"));
  }

  private static Choices choices(String name, Function<String, List<Choices.Choice>> of) {
    return new Choices() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public List<Choice> of(String subject) {
        return of.apply(subject);
      }
    };
  }
}
