package org.trame.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trame.TrameTest;
import org.trame.access.Actor;
import org.trame.access.Actors;
import org.trame.agreement.Agreement;
import org.trame.agreement.Agreements;
import org.trame.agreement.TestAgreements;
import org.trame.deadline.Clocks;
import org.trame.input.Refusal;
import org.trame.language.Messages;
import org.trame.ledger.Ledger;
import org.trame.ledger.LedgerEntry;
import org.trame.notification.Announcement;
import org.trame.notification.Announcements;
import org.trame.workflow.TrameClock;
import org.trame.worksheet.Edits;

/** Agreements of Schaerbeek with an association, that promise each other something every year. */
@TrameTest
abstract class CommitmentTest {

  static final Actor COORDINATOR = TestAgreements.COORDINATOR;
  static final String PARTNER = "association";
  static final String TOLD = "coordinatrice-schaerbeek";

  @Autowired TestAgreements given;
  @Autowired Agreements agreements;
  @Autowired Commitments commitments;
  @Autowired Announcements announcements;
  @Autowired Clocks clocks;
  @Autowired Ledger ledger;
  @Autowired Messages messages;
  @Autowired Edits edits;
  @Autowired TaskService tasks;
  @Autowired RuntimeService runtime;
  @Autowired ManagementService jobs;
  @Autowired IdentityService identities;
  @Autowired JdbcClient jdbc;
  @Autowired TrameClock clock;

  String programme;
  long partner;

  @BeforeEach
  void aProgramme() {
    LocaleContextHolder.setLocale(Locale.FRENCH);
    at("2031-01-10");
    aCoordinatorOfSchaerbeek();
    programme = given.programme("Engagements");
    partner = given.association("Partenaire", PARTNER);
  }

  @AfterEach
  void realTime() {
    clock.release();
    LocaleContextHolder.resetLocaleContext();
  }

  /** An account that is told what coordinators are told; the others belong elsewhere. */
  private void aCoordinatorOfSchaerbeek() {
    if (identities.createUserQuery().userId(TOLD).count() == 0) {
      identities.saveUser(identities.newUser(TOLD));
      String group = "coordinator-" + TestAgreements.NIS;
      if (identities.createGroupQuery().groupId(group).count() == 0) {
        identities.saveGroup(identities.newGroup(group));
      }
      identities.createMembership(TOLD, group);
    }
  }

  void at(String day) {
    clock.moveTo(Instant.parse(day + "T09:00:00Z"));
  }

  /** A draft until the end of 2033 with one clause, the municipality and the partner. */
  long drafted(String title) {
    long id = given.prepare(programme, TestAgreements.PARTNERSHIP, title);
    given.write(id, "agreement-terms", "agreementTitle", title, "agreementEndsOn", "2033-12-31");
    given.write(id, "agreement-clause", "clauseHeading", "Objet", "clauseBody", "Ensemble.");
    given.put(id, given.municipality(), "municipality");
    given.put(id, partner, "carriers");
    return id;
  }

  /** Everything of a yearly promise due on 30 June. */
  Map<String, String> yearly(long author, long beneficiary, String promise) {
    Map<String, String> values = new HashMap<>();
    values.put("commitmentClause", "1");
    values.put("commitmentAuthor", String.valueOf(author));
    values.put("commitmentBeneficiary", String.valueOf(beneficiary));
    values.put("promise", promise);
    values.put("firstDue", "2031-06-30");
    values.put("recurrence", "YEARLY");
    values.put("lastDue", "2033-06-30");
    values.put("noticeDays", "30");
    values.put("evidence", "Un rapport");
    return values;
  }

  void promise(long agreement, Map<String, String> values) {
    make(COORDINATOR, Agreement.subject(agreement), "agreement-commitment", values);
  }

  /** An agreement in force: E1 of the municipality, E2 of the partner, each to the other. */
  long inForce(String title) {
    long id = drafted(title);
    promise(id, yearly(given.municipality(), partner, "Verser la part de la commune"));
    promise(id, yearly(partner, given.municipality(), "Remettre le rapport d’activité"));
    sign(id);
    return id;
  }

  void sign(long id) {
    given.freeze(id);
    given.sign(id, PARTNER, partner);
    given.signByMunicipality(id);
    assertThat(agreements.get(id).state()).isEqualTo(Agreement.State.IN_FORCE);
  }

  /** The commitment of this code that holds now. */
  Commitment commitment(long agreement, String code) {
    return commitments.of(List.of(agreement)).stream()
        .filter(c -> c.text().code().equals(code) && c.endedOn() == null)
        .findFirst()
        .orElseThrow();
  }

  List<Occurrence> occurrences(Commitment commitment) {
    return commitments
        .occurrences(List.of(commitment.id()))
        .getOrDefault(commitment.id(), List.of());
  }

  Occurrence occurrence(Commitment commitment, String due) {
    return occurrences(commitment).stream()
        .filter(o -> o.dueOn().equals(LocalDate.parse(due)))
        .reduce((first, last) -> last)
        .orElseThrow();
  }

  Occurrence.State state(Commitment commitment, String due) {
    return occurrence(commitment, due).state();
  }

  /** The time passes up to nine o'clock of a day; whatever falls due on the way happens. */
  void until(String day) {
    Instant end = Instant.parse(day + "T09:00:00Z");
    Optional<Job> next = next(end);
    while (next.isPresent()) {
      Instant due = next.get().getDuedate().toInstant();
      if (due.isAfter(clock.instant())) {
        clock.moveTo(due);
      }
      jobs.executeJob(next.get().getId());
      next = next(end);
    }
    clock.moveTo(end);
  }

  private Optional<Job> next(Instant end) {
    return subjects()
        .flatMap(
            s -> runtime.createProcessInstanceQuery().processInstanceBusinessKey(s).list().stream())
        .flatMap(i -> jobs.createJobQuery().processInstanceId(i.getId()).timers().list().stream())
        .filter(j -> !j.getDuedate().toInstant().isAfter(end))
        .min(Comparator.comparing(Job::getDuedate).thenComparing(Job::getId));
  }

  private Stream<String> subjects() {
    List<Long> ids = agreements.of(programme).stream().map(Agreement::id).toList();
    return Stream.concat(
        ids.stream().map(Agreement::subject),
        commitments.of(ids).stream().map(Commitment::subject));
  }

  void make(Actor actor, String subject, String edit, Map<String, String> values) {
    Actors.as(
        actor,
        () -> {
          edits.make(edit, subject, values);
          return null;
        });
  }

  void declare(Actor actor, Commitment commitment, String due, String doneOn) {
    make(
        actor,
        commitment.subject(),
        "commitment-declare",
        Map.of("occurrence", id(commitment, due), "doneOn", doneOn, "doneWords", "C’est fait."));
  }

  void confirm(Actor actor, Commitment commitment, String due) {
    make(
        actor,
        commitment.subject(),
        "commitment-confirm",
        Map.of("occurrence", id(commitment, due)));
  }

  void contest(Actor actor, Commitment commitment, String due, String reason) {
    make(
        actor,
        commitment.subject(),
        "commitment-contest",
        Map.of("occurrence", id(commitment, due), "contestReason", reason));
  }

  String id(Commitment commitment, String due) {
    return String.valueOf(occurrence(commitment, due).id());
  }

  Actor partner() {
    return given.actor(PARTNER);
  }

  /** Keys of the open tasks of a commitment. */
  List<String> open(Commitment commitment) {
    return tasks.createTaskQuery().processInstanceBusinessKey(commitment.subject()).list().stream()
        .map(t -> t.getTaskDefinitionKey())
        .sorted()
        .toList();
  }

  List<LedgerEntry> acts(String act) {
    return ledger.of(programme).stream().filter(e -> e.act().equals(act)).toList();
  }

  /** Who was told this about a subject. */
  List<String> told(String subject, Announcement.Kind kind) {
    return announcements.about(subject).stream()
        .filter(a -> a.kind() == kind)
        .map(Announcement::account)
        .distinct()
        .toList();
  }

  void refused(ThrowingCallable act, String... words) {
    assertThatThrownBy(act)
        .satisfies(
            thrown -> {
              Refusal refusal = Refusal.in(thrown);
              assertThat(refusal).as(String.valueOf(thrown)).isNotNull();
              assertThat(messages.say(refusal)).contains(words);
            });
  }

  void databaseRefuses(String sql, Object... params) {
    List<Object> values = new ArrayList<>(List.of(params));
    assertThatThrownBy(() -> jdbc.sql(sql).params(values).update())
        .isInstanceOf(org.springframework.dao.DataAccessException.class);
  }
}
