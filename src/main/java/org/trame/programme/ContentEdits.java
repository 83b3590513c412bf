package org.trame.programme;

import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trame.programme.DraftInputs.ActionRow;
import org.trame.programme.DraftInputs.BudgetRow;
import org.trame.programme.DraftInputs.LinkRow;
import org.trame.programme.DraftInputs.NeedRow;
import org.trame.programme.DraftInputs.ObjectiveRow;
import org.trame.programme.DraftInputs.PerimeterRow;
import org.trame.programme.DraftInputs.RowId;
import org.trame.worksheet.Edit;

/** What people write in a draft, and during which tasks. */
@Configuration(proxyBeanMethods = false)
class ContentEdits {

  static final String DIAGNOSIS = "Task_EstablishDiagnosis";

  /** Opinions and remarks that are followed change the draft too. */
  static final String[] DRAFTING = {
    "Task_DraftProgramme",
    "Task_ReplyToOpinions",
    "Task_SummariseInquiry",
    "Task_AnswerRemarks",
    "Task_DescribeAmendment"
  };

  private static final String[] NEEDS =
      Stream.concat(Stream.of(DIAGNOSIS), Stream.of(DRAFTING)).toArray(String[]::new);

  @Bean
  Edit<NeedRow> needEdit(Drafting drafting) {
    return Edit.ofTask("need", NeedRow.class, drafting::need, NEEDS);
  }

  @Bean
  Edit<RowId> removeNeedEdit(Drafting drafting) {
    return Edit.ofTask("remove-need", RowId.class, drafting::removeNeed, NEEDS);
  }

  @Bean
  Edit<PerimeterRow> perimeterEdit(Drafting drafting) {
    return Edit.ofTask("perimeter", PerimeterRow.class, drafting::perimeter, DRAFTING);
  }

  @Bean
  Edit<ActionRow> actionEdit(Drafting drafting) {
    return Edit.ofTask("action", ActionRow.class, drafting::action, DRAFTING);
  }

  @Bean
  Edit<RowId> removeActionEdit(Drafting drafting) {
    return Edit.ofTask("remove-action", RowId.class, drafting::removeAction, DRAFTING);
  }

  @Bean
  Edit<BudgetRow> budgetLineEdit(Drafting drafting) {
    return Edit.ofTask("budget-line", BudgetRow.class, drafting::budgetLine, DRAFTING);
  }

  @Bean
  Edit<RowId> removeBudgetLineEdit(Drafting drafting) {
    return Edit.ofTask("remove-budget-line", RowId.class, drafting::removeBudgetLine, DRAFTING);
  }

  @Bean
  Edit<ObjectiveRow> objectiveEdit(Drafting drafting) {
    return Edit.ofTask("objective", ObjectiveRow.class, drafting::objective, DRAFTING);
  }

  @Bean
  Edit<RowId> removeObjectiveEdit(Drafting drafting) {
    return Edit.ofTask("remove-objective", RowId.class, drafting::removeObjective, DRAFTING);
  }

  @Bean
  Edit<LinkRow> needLinkEdit(Drafting drafting) {
    return Edit.ofTask("need-link", LinkRow.class, drafting::needLink, DRAFTING);
  }

  @Bean
  Edit<RowId> removeNeedLinkEdit(Drafting drafting) {
    return Edit.ofTask("remove-need-link", RowId.class, drafting::removeNeedLink, DRAFTING);
  }
}
