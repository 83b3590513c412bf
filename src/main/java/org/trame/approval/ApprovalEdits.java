package org.trame.approval;

import java.util.List;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trame.input.Choices;
import org.trame.programme.Contents;
import org.trame.worksheet.Edit;

/** What people write in the worksheets of an approval, and what they choose from. */
@Configuration(proxyBeanMethods = false)
class ApprovalEdits {

  private record Named(String name, Function<String, List<Choice>> choices) implements Choices {

    @Override
    public List<Choice> of(String subject) {
      return choices.apply(subject);
    }
  }

  @Bean
  Edit<PutPiece> pieceEdit(Dossiers dossiers) {
    return Edit.ofTask(
        "piece", PutPiece.class, dossiers::put, DossierWorksheet.SUBMIT, DossierWorksheet.COMPLETE);
  }

  @Bean
  Edit<PutRemark> remarkEdit(Remarks remarks) {
    return Edit.ofTask("remark", PutRemark.class, remarks::put, ExaminationWorksheet.EXAMINE);
  }

  @Bean
  Edit<RowId> withdrawRemarkEdit(Remarks remarks) {
    return Edit.ofTask(
        "withdraw-remark",
        RowId.class,
        (programme, row) -> remarks.withdraw(programme, row.id()),
        ExaminationWorksheet.EXAMINE);
  }

  @Bean
  Edit<JudgeAnswer> remarkVerdictEdit(Remarks remarks) {
    return Edit.ofTask(
        "remark-verdict", JudgeAnswer.class, remarks::judge, ExaminationWorksheet.EXAMINE);
  }

  @Bean
  Edit<AnswerRemark> remarkAnswerEdit(Remarks remarks) {
    return Edit.ofTask(
        "remark-answer", AnswerRemark.class, remarks::answer, AnswersWorksheet.ANSWER);
  }

  @Bean
  Edit<ExcludeAction> excludeActionEdit(Decisions decisions) {
    return Edit.ofTask(
        "exclude-action", ExcludeAction.class, decisions::exclude, DecisionWorksheet.DECIDE);
  }

  @Bean
  Edit<RowId> includeActionEdit(Decisions decisions) {
    return Edit.ofTask(
        "include-action",
        RowId.class,
        (programme, row) -> decisions.include(programme, row.id()),
        DecisionWorksheet.DECIDE);
  }

  @Bean
  Choices dossierPieceChoices(Dossiers dossiers) {
    return new Named(
        "dossierPieces",
        programme ->
            dossiers.pieces(programme).stream()
                .map(p -> new Choices.Choice(p.code(), p.label()))
                .toList());
  }

  @Bean
  Choices examinedActionChoices(Dossiers dossiers, Contents contents) {
    return new Named(
        "examinedActions",
        programme ->
            contents.version(programme, dossiers.current(programme).version()).actions().stream()
                .map(a -> new Choices.Choice(a.code(), a.code() + " · " + a.title()))
                .toList());
  }

  @Bean
  Choices remarkToAnswerChoices(Remarks remarks) {
    return new Named(
        "remarksToAnswer",
        programme ->
            choices(remarks.current(programme).stream().filter(Remarks::toAnswer).toList()));
  }

  @Bean
  Choices answeredRemarkChoices(Remarks remarks) {
    return new Named(
        "answeredRemarks", programme -> choices(remarks.current(programme, RemarkState.ANSWERED)));
  }

  private static List<Choices.Choice> choices(List<Remark> remarks) {
    return remarks.stream().map(r -> new Choices.Choice(r.label(), choice(r))).toList();
  }

  private static String choice(Remark remark) {
    String text = remark.text();
    return remark.label() + " · " + (text.length() > 60 ? text.substring(0, 60) + "…" : text);
  }
}
