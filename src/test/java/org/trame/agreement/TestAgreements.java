package org.trame.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.trame.TestProgrammes;
import org.trame.access.Actor;
import org.trame.access.Actors;
import org.trame.access.account.Accounts;
import org.trame.input.Refusal;
import org.trame.language.Messages;
import org.trame.party.AddPerson;
import org.trame.party.GrantMandate;
import org.trame.party.Mandates;
import org.trame.party.OpenParty;
import org.trame.party.Parties;
import org.trame.party.Party;
import org.trame.programme.Contents;
import org.trame.worksheet.Edits;

/** Programmes of Schaerbeek with organisations, people and agreements, for tests. */
@TestComponent
public class TestAgreements {

  public static final String NIS = "21015";
  public static final Actor COORDINATOR = new Actor("coordinateur", List.of("coordinator-" + NIS));
  public static final Actor REGION = new Actor("region", List.of("region-examiner-brussels"));
  public static final String CONTRACT = "programme-contract";
  public static final String PARTNERSHIP = "partnership";

  private static final AtomicInteger NEXT = new AtomicInteger(31_000_000);

  private final TestProgrammes programmes;
  private final Contents contents;
  private final Parties parties;
  private final Mandates mandates;
  private final Agreements agreements;
  private final Signings signings;
  private final Edits edits;
  private final TaskService tasks;
  private final Accounts accounts;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Messages messages;
  private final Clock time;

  TestAgreements(
      TestProgrammes programmes,
      Contents contents,
      Parties parties,
      Mandates mandates,
      Agreements agreements,
      Signings signings,
      Edits edits,
      TaskService tasks,
      Accounts accounts,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      Messages messages,
      Clock time) {
    this.programmes = programmes;
    this.contents = contents;
    this.parties = parties;
    this.mandates = mandates;
    this.agreements = agreements;
    this.signings = signings;
    this.edits = edits;
    this.tasks = tasks;
    this.accounts = accounts;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.messages = messages;
    this.time = time;
  }

  /** An approved programme with these actions. */
  public String programme(String name, String... actions) {
    String id = programmes.bare(name, NIS);
    for (String action : actions) {
      jdbc.sql(
              "insert into trame.programme_action (programme, code, strand, title, description,"
                  + " carrier) values (?, ?, 1, ?, '', 'La commune')")
          .params(id, action, "Action " + action)
          .update();
    }
    transaction.executeWithoutResult(
        t -> contents.approve(id, contents.freeze(id, "submission"), Map.of()));
    return id;
  }

  /** The municipality of Schaerbeek, whose mayor and secretary sign. */
  public long municipality() {
    return shared(Party.Kind.MUNICIPALITY, NIS, COORDINATOR, "echevin", "secretaire");
  }

  /** The Region of Brussels, for which the minister signs. */
  public long region() {
    return shared(Party.Kind.REGION, null, REGION, "ministre");
  }

  private long shared(Party.Kind kind, String nis, Actor keeper, String... signers) {
    return jdbc.sql("select id from trame.party where kind = ? and coalesce(nis, '') = ?")
        .params(kind.name(), nis == null ? "" : nis)
        .query(Long.class)
        .optional()
        .orElseGet(() -> open(kind, nis, keeper, kind + " commune à tous", signers));
  }

  /** A new association; each of these accounts may sign for it. */
  public long association(String name, String... signers) {
    return open(Party.Kind.ASSOCIATION, NIS, COORDINATOR, name, signers);
  }

  private long open(Party.Kind kind, String nis, Actor keeper, String name, String... signers) {
    OpenParty form =
        new OpenParty(
            kind, nis, number(), name, name + " (nl)", "Place de l’Essai 1", "a@essai.example");
    long party = Actors.as(keeper, () -> parties.open(form));
    for (String signer : signers) {
      mandate(party, keeper, person(party, keeper, signer), null, null);
    }
    return party;
  }

  private static String number() {
    String eight = "%08d".formatted(NEXT.incrementAndGet()).replaceFirst(".", "0");
    return eight + "%02d".formatted(97 - Integer.parseInt(eight) % 97);
  }

  /** Somebody of an organisation. */
  public long person(long party, Actor keeper, String account) {
    AddPerson form = new AddPerson("Personne " + account, account + "@essai.example", account);
    return Actors.as(keeper, () -> parties.add(party, form));
  }

  /** A mandate to sign and give opinions and decide, from a year ago. */
  public long mandate(long party, Actor keeper, long person, LocalDate to, BigDecimal ceiling) {
    LocalDate from = LocalDate.of(2020, 1, 1);
    GrantMandate form =
        new GrantMandate(
            String.valueOf(person), true, true, true, from, to, ceiling, "CA 1", from, true);
    return Actors.as(keeper, () -> mandates.grant(party, form));
  }

  /** An agreement whose draft is open. */
  public long prepare(String programme, String kind, String title) {
    as(
        COORDINATOR,
        () ->
            edits.make(
                "prepare-agreement",
                programme,
                Map.of("agreementKind", kind, "agreementTitle", title)));
    List<Agreement> all = agreements.of(programme);
    return all.get(all.size() - 1).id();
  }

  /** A partnership of the municipality with these organisations, with one clause, sent out. */
  public long sent(String programme, String title, long... carriers) {
    long municipality = municipality();
    long id = prepare(programme, PARTNERSHIP, title);
    write(id, "agreement-clause", "clauseHeading", "Objet", "clauseBody", "Faire ensemble.");
    put(id, municipality, "municipality");
    for (long carrier : carriers) {
      put(id, carrier, "carriers");
    }
    freeze(id);
    return id;
  }

  /** Somebody takes part. */
  public void put(long agreement, long party, String group) {
    write(
        agreement, "agreement-party", "agreementParty", String.valueOf(party), "partyGroup", group);
  }

  /** The coordinator writes on the draft. */
  public void write(long agreement, String edit, String... values) {
    make(COORDINATOR, agreement, edit, values);
  }

  /** Somebody writes on an agreement. */
  public void make(Actor actor, long agreement, String edit, String... values) {
    Map<String, String> typed = new java.util.HashMap<>();
    for (int n = 0; n < values.length; n += 2) {
      typed.put(values[n], values[n + 1]);
    }
    as(actor, () -> edits.make(edit, Agreement.subject(agreement), typed));
  }

  /** Somebody promises something of the first clause to somebody else, due in a year. */
  public void promise(long agreement, long author, long beneficiary, String what) {
    write(
        agreement,
        "agreement-commitment",
        "commitmentClause",
        "1",
        "commitmentAuthor",
        String.valueOf(author),
        "commitmentBeneficiary",
        String.valueOf(beneficiary),
        "promise",
        what,
        "firstDue",
        today().plusYears(1).toString(),
        "recurrence",
        "ONCE",
        "noticeDays",
        "10",
        "evidence",
        "Une note");
  }

  /** The draft is finished. */
  public void freeze(long agreement) {
    complete(agreement, "Task_DraftAgreement", Map.of());
  }

  /** Somebody completes the one open task of this key. */
  public void complete(long agreement, String key, Map<String, Object> form) {
    tasks.complete(task(agreement, key).getId(), form);
  }

  /** The one open task of this key. */
  public Task task(long agreement, String key) {
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey(Agreement.subject(agreement))
        .taskDefinitionKey(key)
        .singleResult();
  }

  /** How many tasks of this key are open. */
  public long open(long agreement, String key) {
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey(Agreement.subject(agreement))
        .taskDefinitionKey(key)
        .count();
  }

  /** An account of a party, with its groups of today. */
  public Actor actor(String account) {
    return accounts.find(account).orElseThrow();
  }

  /** The account signs for an organisation, on screen. */
  public void sign(long agreement, String account, long party) {
    make(
        actor(account),
        agreement,
        "sign-electronically",
        "onBehalfOf",
        String.valueOf(party),
        "shownSha256",
        agreements.current(agreement).sha256(),
        "password",
        account);
  }

  /** Mayor and secretary sign. */
  public void signByMunicipality(long agreement) {
    sign(agreement, "echevin", municipality());
    sign(agreement, "secretaire", municipality());
  }

  /** Number of a signature that is awaited from an organisation, or of any of its own. */
  public long awaited(long agreement, long party) {
    List<Signature> own =
        signings.of(agreements.current(agreement)).stream()
            .filter(s -> s.party() == party)
            .toList();
    return own.stream()
        .filter(s -> s.state() == Signature.State.AWAITED)
        .findFirst()
        .or(() -> own.stream().findFirst())
        .orElseThrow()
        .id();
  }

  /** Number of the person of an organisation behind an account. */
  public long personOf(long party, String account) {
    return parties.people(party).stream()
        .filter(p -> account.equals(p.account()))
        .findFirst()
        .orElseThrow()
        .id();
  }

  /** Number of the organisation that this account signs for. */
  public long partyOf(long agreement, String account) {
    List<Long> own = parties.of(account).stream().map(Party::id).toList();
    return signings.of(agreements.current(agreement)).stream()
        .map(Signature::party)
        .filter(own::contains)
        .findFirst()
        .orElseThrow();
  }

  /** Whether a process instance works on an agreement. */
  public boolean isOf(String processInstance, long agreement) {
    return tasks
            .createTaskQuery()
            .processInstanceId(processInstance)
            .processInstanceBusinessKey(Agreement.subject(agreement))
            .count()
        > 0;
  }

  /** The act is refused with a sentence that contains these words. */
  public void refused(ThrowingCallable act, String words) {
    assertThatThrownBy(act)
        .satisfies(
            thrown -> {
              Refusal refusal = Refusal.in(thrown);
              assertThat(refusal).as(String.valueOf(thrown)).isNotNull();
              assertThat(messages.say(refusal).replace('\u202f', ' ').replace('\u00a0', ' '))
                  .contains(words);
            });
  }

  /** Today, on the clock of the test. */
  public LocalDate today() {
    return LocalDate.now(time);
  }

  private static void as(Actor actor, Runnable work) {
    Supplier<Void> supplier =
        () -> {
          work.run();
          return null;
        };
    Actors.as(actor, supplier);
  }
}
