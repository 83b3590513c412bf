package org.trame.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.trame.TrameTest;
import org.trame.input.Refusal;
import org.trame.ledger.Ledger;

/** Many people who sign at the same moment: no signature is lost, none counts twice. */
@TrameTest
class ParallelSigningTests {

  private static final Logger LOG = LoggerFactory.getLogger(ParallelSigningTests.class);
  private static final List<String> SIGNERS =
      List.of("association", "cpas", "habitant", "evaluateur", "regie", "chef", "bourgmestre");

  @Autowired TestAgreements given;
  @Autowired Agreements agreements;
  @Autowired Signings signings;
  @Autowired Ledger ledger;

  private String programme;

  @BeforeEach
  void aProgramme() {
    LocaleContextHolder.setLocale(Locale.FRENCH);
    programme = given.programme("En même temps");
  }

  @AfterEach
  void noLanguage() {
    LocaleContextHolder.resetLocaleContext();
  }

  @Test
  void allWhoSignAtOnceHaveSignedAndTheNextAreAskedOnce() throws Exception {
    long id = sent("Tous à la fois");
    long before = System.nanoTime();
    List<Throwable> failed = atOnce(SIGNERS.stream().map(s -> signing(id, s)).toList());
    long millis = (System.nanoTime() - before) / 1_000_000;

    assertThat(failed).isEmpty();
    assertThat(ofCarriers(id)).hasSize(SIGNERS.size()).allMatch(Signature::agreed);
    assertThat(given.open(id, "Task_Sign")).as("mayor and secretary, once each").isEqualTo(2);
    assertThat(signed()).isEqualTo(SIGNERS.size());
    LOG.info("{} signatures at once in {} ms", SIGNERS.size(), millis);

    // Both of the municipality at once: the last one brings it into force, once.
    assertThat(atOnce(List.of(signing(id, "echevin"), signing(id, "secretaire")))).isEmpty();
    assertThat(agreements.get(id).state()).isEqualTo(Agreement.State.IN_FORCE);
    assertThat(ledger.of(programme))
        .filteredOn(e -> e.act().equals("agreement-in-force"))
        .hasSize(1);
  }

  @Test
  void onePersonWhoClicksFourTimesSignsOnce() throws Exception {
    long id = sent("Quatre clics");
    List<Throwable> failed = atOnce(java.util.Collections.nCopies(4, signing(id, "association")));
    assertThat(failed).hasSize(3).allMatch(t -> Refusal.in(t) != null);
    assertThat(signed()).isEqualTo(1);
  }

  @Test
  void ofARefusalAndASignatureAtOnceBothAreKept() throws Exception {
    long id = sent("Oui et non");
    Callable<Void> refusing =
        () -> {
          LocaleContextHolder.setLocale(Locale.FRENCH);
          given.make(
              given.actor("cpas"),
              id,
              "sign-refuse",
              "onBehalfOf",
              String.valueOf(given.partyOf(id, "cpas")),
              "refusalReason",
              "Non");
          return null;
        };
    List<Throwable> failed = atOnce(List.of(refusing, signing(id, "association")));
    assertThat(failed).allMatch(t -> Refusal.in(t) != null).hasSizeLessThanOrEqualTo(1);
    assertThat(agreements.current(id).state()).isEqualTo(AgreementVersion.State.REFUSED);
    assertThat(given.open(id, "Task_Sign")).isZero();
    assertThat(given.task(id, "Task_DecideAfterRefusal")).isNotNull();
    assertThat(signed() + failed.size()).isEqualTo(1);
  }

  private long sent(String title) {
    long[] carriers =
        SIGNERS.stream().mapToLong(s -> given.association(title + " " + s, s)).toArray();
    return given.sent(programme, title, carriers);
  }

  private Callable<Void> signing(long id, String account) {
    long party =
        List.of("echevin", "secretaire").contains(account)
            ? given.municipality()
            : given.partyOf(id, account);
    return () -> {
      LocaleContextHolder.setLocale(Locale.FRENCH);
      given.sign(id, account, party);
      return null;
    };
  }

  private List<Signature> ofCarriers(long id) {
    return signings.of(agreements.current(id)).stream()
        .filter(s -> s.group().equals("carriers"))
        .toList();
  }

  private long signed() {
    return ledger.of(programme).stream().filter(e -> e.act().equals("agreement-signed")).count();
  }

  /** Does them at the same moment and gives what was thrown. */
  private static List<Throwable> atOnce(List<Callable<Void>> works) throws Exception {
    ExecutorService people = Executors.newFixedThreadPool(works.size());
    CountDownLatch start = new CountDownLatch(1);
    List<Future<Void>> running = new ArrayList<>();
    for (Callable<Void> work : works) {
      running.add(
          people.submit(
              () -> {
                start.await();
                return work.call();
              }));
    }
    start.countDown();
    List<Throwable> thrown = new ArrayList<>();
    for (Future<Void> one : running) {
      try {
        one.get();
      } catch (java.util.concurrent.ExecutionException e) {
        thrown.add(e.getCause());
      }
    }
    people.shutdown();
    return thrown;
  }
}
