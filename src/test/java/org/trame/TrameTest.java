package org.trame;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.trame.agreement.TestAgreements;
import org.trame.approval.ApprovalDriver;
import org.trame.programme.DraftForms;
import org.trame.scenario.PlayedScenarios;
import org.trame.scenario.TestCertificates;

/**
 * A test of the whole program: real engine, real PostgreSQL, a web server on a free port. All tests
 * that carry it unchanged share one context and one database; jobs and notices run only when a test
 * runs them.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "trame.database.throw-away=true",
      "trame.demo=false",
      "trame.demo-accounts=true",
      "trame.demo-certificates=true",
      "camunda.bpm.job-execution.enabled=false",
      "trame.mail.dispatch=false",
      "trame.notices.enabled=false"
    })
@Import({
  TestProgrammes.class,
  Statements.class,
  PhaseStandIns.class,
  DraftForms.class,
  ApprovalDriver.class,
  PlayedScenarios.class,
  TestAgreements.class,
  TestCertificates.class
})
public @interface TrameTest {}
