package org.trame.consultation;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.access.Actors;
import org.trame.input.Check;
import org.trame.input.Refusal;
import org.trame.ledger.Ledger;

/**
 * The members asked for an opinion of their own. Each answer is one of three: an opinion, none
 * (said), or silence, which is never counted as agreement.
 */
@Component
@Transactional
public class OpinionRequests {

  private final JdbcClient jdbc;
  private final Consultations consultations;
  private final Mandates mandates;
  private final Opinions opinions;
  private final Ledger ledger;
  private final Clock time;

  OpinionRequests(
      JdbcClient jdbc,
      Consultations consultations,
      Mandates mandates,
      Opinions opinions,
      Ledger ledger,
      Clock time) {
    this.jdbc = jdbc;
    this.consultations = consultations;
    this.mandates = mandates;
    this.opinions = opinions;
    this.ledger = ledger;
    this.time = time;
  }

  /**
   * Asks every member who has an account and a running mandate.
   *
   * @return how many
   */
  public int ask(String programme) {
    Round round = consultations.latest(programme);
    LocalDate today = LocalDate.now(time);
    List<Mandate> asked =
        mandates.members(programme, today).stream().filter(m -> m.account() != null).toList();
    for (Mandate member : asked) {
      jdbc.sql(
              "insert into trame.opinion_request (round, programme, mandate, asked_on) values (?,"
                  + " ?, ?, ?)")
          .params(round.id(), programme, member.id(), Date.valueOf(today))
          .update();
    }
    ledger.record(programme, "opinions-asked", Map.of("members", asked.size()));
    return asked.size();
  }

  /** The mandates of the members asked in the latest consultation. */
  @Transactional(readOnly = true)
  public List<Long> asked(String programme) {
    return jdbc.sql("select mandate from trame.opinion_request where round = ? order by mandate")
        .param(consultations.latest(programme).id())
        .query(Long.class)
        .list();
  }

  /** The account of a member. */
  @Transactional(readOnly = true)
  public String account(long mandate) {
    return jdbc.sql("select account from trame.commission_mandate where id = ?")
        .param(mandate)
        .query(String.class)
        .single();
  }

  /** The member who is at work adds an opinion before answering. */
  public void add(String programme, OwnOpinion opinion) {
    String account = Actors.current().userId();
    Mandate author =
        asked(programme).stream()
            .map(mandate -> member(programme, mandate))
            .filter(m -> account.equals(m.account()))
            .findFirst()
            .orElseThrow(() -> Refusal.of("refusal.opinion.notAsked"));
    opinions.insert(programme, null, author, opinion);
  }

  /**
   * A member answers.
   *
   * @throws Refusal if a position comes without what it is about and a text
   */
  public void answer(String programme, long mandate, GiveOpinion given) {
    boolean opinion = given.answer() != GiveOpinion.Answer.NO_OPINION;
    new Check()
        .that(!opinion || given.about() != null, "about", "refusal.input.required")
        .that(!opinion || given.text() != null, "text", "refusal.input.required")
        .that(opinion || given.text() == null, "answer", "refusal.opinion.textWithoutPosition")
        .done();
    if (opinion) {
      opinions.insert(
          programme,
          null,
          member(programme, mandate),
          new OwnOpinion(given.about(), Position.valueOf(given.answer().name()), given.text()));
    }
    jdbc.sql(
            "update trame.opinion_request q set answer = case when exists (select 1 from"
                + " trame.opinion o where o.round = q.round and o.mandate = q.mandate and"
                + " o.meeting is null) then 'GIVEN' else 'NO_OPINION' end where round = ? and"
                + " mandate = ?")
        .params(consultations.latest(programme).id(), mandate)
        .update();
  }

  /**
   * Nobody is asked any more: who has not answered is silent, and silence is no agreement.
   *
   * @return how many are silent
   */
  public int close(String programme) {
    long round = consultations.latest(programme).id();
    int silent =
        jdbc.sql(
                "update trame.opinion_request set answer = 'SILENT' where round = ? and answer is"
                    + " null")
            .param(round)
            .update();
    Answers answers = answers(programme);
    ledger.record(
        programme,
        "opinions-closed",
        Map.of("given", answers.given(), "none", answers.noOpinion(), "silent", answers.silent()));
    return silent;
  }

  /** The answers of the latest consultation. */
  @Transactional(readOnly = true)
  public Answers answers(String programme) {
    return jdbc.sql(
            "select count(*), count(*) filter (where answer = 'GIVEN'), count(*) filter (where"
                + " answer = 'NO_OPINION'), count(*) filter (where answer = 'SILENT') from"
                + " trame.opinion_request where round = (select max(id) from"
                + " trame.consultation_round where programme = ?)")
        .param(programme)
        .query((row, n) -> new Answers(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4)))
        .single();
  }

  private Mandate member(String programme, long mandate) {
    return mandates.of(programme).stream().filter(m -> m.id() == mandate).findFirst().orElseThrow();
  }

  /**
   * What the members who were asked answered.
   *
   * @param asked how many were asked
   * @param given how many gave an opinion
   * @param noOpinion how many said they have none
   * @param silent how many let the limit pass
   */
  public record Answers(int asked, int given, int noOpinion, int silent) {}
}
