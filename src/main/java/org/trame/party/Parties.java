package org.trame.party;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.access.Actor;
import org.trame.access.Actors;
import org.trame.access.Places;
import org.trame.access.Role;
import org.trame.access.account.Accounts;
import org.trame.input.Check;
import org.trame.input.Refusal;
import org.trame.language.Messages;
import org.trame.ledger.Ledger;

/** The organisations and the people who act for them. */
@Component
@Transactional
public class Parties {

  /** Organisations on a page of a list. */
  public static final int PAGE = 25;

  private static final Set<Party.Kind> ONE_A_MUNICIPALITY =
      Set.of(Party.Kind.MUNICIPALITY, Party.Kind.CPAS);
  private static final Set<Party.Kind> OF_THE_REGION =
      Set.of(Party.Kind.REGION, Party.Kind.COMMUNITY);
  private static final Pattern MAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]{2,}");

  private final JdbcClient jdbc;
  private final PartyAccess access;
  private final Accounts accounts;
  private final Ledger ledger;

  Parties(JdbcClient jdbc, PartyAccess access, Accounts accounts, Ledger ledger) {
    this.jdbc = jdbc;
    this.access = access;
    this.accounts = accounts;
    this.ledger = ledger;
  }

  /**
   * Registers an organisation.
   *
   * @return its number
   * @throws Refusal if the actor does not keep the organisations of that place, the NIS code is not
   *     in the directory, the enterprise number is none, or it is registered already
   */
  public long open(OpenParty form) {
    Actor actor = Actors.current();
    String nis = form.partyNis();
    Optional<Places.Place> municipality = Optional.ofNullable(nis).flatMap(access::municipality);
    Party.Kind kind = form.partyKind();
    Check check =
        new Check()
            .that(
                nis == null || municipality.isPresent(), "partyNis", "refusal.party.nis", nis(nis))
            .that(
                nis != null || !ONE_A_MUNICIPALITY.contains(kind),
                "partyNis",
                "refusal.party.needs-nis")
            .that(nis == null || !OF_THE_REGION.contains(kind), "partyNis", "refusal.party.no-nis");
    EnterpriseNumber number = number(kind, form.enterpriseNumber(), check);
    check
        .that(MAIL.matcher(form.contactMail()).matches(), "contactMail", "refusal.party.mail")
        .done();
    String region =
        municipality.map(Places.Place::region).or(() -> access.keptRegion(actor)).orElse("");
    if (!access.keeps(actor, nis, region)) {
      throw Refusal.at(
          "partyNis", nis == null ? "refusal.party.not-region" : "refusal.party.not-yours");
    }
    if (ONE_A_MUNICIPALITY.contains(kind) && exists(nis, kind)) {
      throw Refusal.at("partyNis", "refusal.party.double-nis");
    }
    long id = insert(form, nis, region, number);
    ledger.record(
        Party.subject(id), "party-opened", Map.of("name", form.partyNameFr(), "kind", kind.name()));
    return id;
  }

  private static String nis(String nis) {
    return nis == null ? "" : nis;
  }

  private static EnterpriseNumber number(Party.Kind kind, String typed, Check check) {
    if (typed == null) {
      check.that(kind != Party.Kind.ASSOCIATION, "enterpriseNumber", "refusal.party.needs-number");
      return null;
    }
    Optional<EnterpriseNumber> number = EnterpriseNumber.parse(typed);
    check.that(number.isPresent(), "enterpriseNumber", "refusal.party.number", typed);
    return number.orElse(null);
  }

  private long insert(OpenParty form, String nis, String region, EnterpriseNumber number) {
    return once(
        () ->
            jdbc.sql(
                    "insert into trame.party (kind, nis, region, enterprise_number, name_fr,"
                        + " name_nl, address, contact_mail) values (?, ?, ?, ?, ?, ?, ?, ?)"
                        + " returning id")
                .params(
                    Arrays.asList(
                        form.partyKind().name(),
                        nis,
                        region,
                        number == null ? null : number.digits(),
                        form.partyNameFr(),
                        form.partyNameNl(),
                        form.partyAddress(),
                        form.contactMail()))
                .query(Long.class)
                .single(),
        number);
  }

  /** The database has the last word where two register the same at once. */
  private static <T> T once(Supplier<T> write, EnterpriseNumber number) {
    try {
      return write.get();
    } catch (DuplicateKeyException e) {
      if (number != null && String.valueOf(e.getMessage()).contains("enterprise_number")) {
        throw Refusal.at("enterpriseNumber", "refusal.party.double-number", number.toString());
      }
      throw Refusal.at("partyNis", "refusal.party.double-nis");
    }
  }

  private boolean exists(String nis, Party.Kind kind) {
    return jdbc.sql("select exists (select from trame.party where nis = ? and kind = ?)")
        .params(nis, kind.name())
        .query(Boolean.class)
        .single();
  }

  /**
   * Changes the names, the number or the addresses of an organisation.
   *
   * @throws Refusal if the actor does not keep it, or what is typed is none
   */
  public void change(long id, ChangeParty form) {
    Party party = kept(id);
    Check check = new Check();
    EnterpriseNumber number = number(party.kind(), form.enterpriseNumber(), check);
    check
        .that(MAIL.matcher(form.contactMail()).matches(), "contactMail", "refusal.party.mail")
        .done();
    once(
        () ->
            jdbc.sql(
                    "update trame.party set enterprise_number = ?, name_fr = ?, name_nl = ?,"
                        + " address = ?, contact_mail = ? where id = ?")
                .params(
                    Arrays.asList(
                        number == null ? null : number.digits(),
                        form.partyNameFr(),
                        form.partyNameNl(),
                        form.partyAddress(),
                        form.contactMail(),
                        id))
                .update(),
        number);
    ledger.record(party.subject(), "party-changed", Map.of("name", form.partyNameFr()));
  }

  /**
   * Registers somebody who acts for an organisation.
   *
   * @return the number of the person
   * @throws Refusal if the actor does not keep it, there is no such account, or it is registered
   *     there already
   */
  public long add(long id, AddPerson form) {
    Party party = kept(id);
    String account = form.personAccount();
    new Check()
        .that(MAIL.matcher(form.personMail()).matches(), "personMail", "refusal.party.mail")
        .that(
            account == null || accounts.exists(account),
            "personAccount",
            "refusal.party.account",
            account == null ? "" : account)
        .done();
    long person;
    try {
      person =
          jdbc.sql(
                  "insert into trame.party_person (party, name, mail, account) values (?, ?, ?, ?)"
                      + " returning id")
              .params(Arrays.asList(id, form.personName(), form.personMail(), account))
              .query(Long.class)
              .single();
    } catch (DuplicateKeyException e) {
      throw Refusal.at("personAccount", "refusal.party.double-account");
    }
    if (account != null) {
      accounts.join(account, Role.ofParty(id), party.frenchName());
    }
    ledger.record(
        party.subject(),
        "party-person-added",
        Map.of("person", person, "account", account == null ? "–" : account));
    return person;
  }

  /** The organisation, if the actor keeps it. */
  Party kept(long id) {
    return find(id)
        .filter(p -> access.keeps(Actors.current(), p.nis(), p.region()))
        .orElseThrow(() -> Refusal.of("refusal.party.not-kept"));
  }

  /** Whether the current actor keeps this organisation. */
  public boolean mayKeep(Party party) {
    return access.keeps(Actors.current(), party.nis(), party.region());
  }

  /** Whether the current actor keeps the organisations of some place. */
  public boolean mayOpen() {
    return access.keepsSome(Actors.current());
  }

  /** The organisation of this number. */
  @Transactional(readOnly = true)
  public Optional<Party> find(long id) {
    return jdbc.sql("select * from trame.party where id = ?")
        .param(id)
        .query((row, n) -> party(row))
        .optional();
  }

  /** The organisation of this number, if the current actor may read it. */
  @Transactional(readOnly = true)
  public Optional<Party> read(long id) {
    return find(id).filter(access.readable(Actors.current())::reads);
  }

  /** The organisations this account acts for, by number: one query. */
  @Transactional(readOnly = true)
  public List<Party> of(String account) {
    return jdbc.sql(
            "select * from trame.party where id in (select party from trame.party_person where"
                + " account = ?) order by id")
        .param(account)
        .query((row, n) -> party(row))
        .list();
  }

  /** The organisations of these numbers, by number: one query. */
  @Transactional(readOnly = true)
  public Map<Long, Party> all(Collection<Long> numbers) {
    if (numbers.isEmpty()) {
      return Map.of();
    }
    return jdbc
        .sql("select * from trame.party where id in (:ids)")
        .param("ids", numbers)
        .query((row, n) -> party(row))
        .list()
        .stream()
        .collect(Collectors.toMap(Party::id, Function.identity()));
  }

  /** The people of these organisations, by name: one query. */
  @Transactional(readOnly = true)
  public List<Person> people(Collection<Long> parties) {
    if (parties.isEmpty()) {
      return List.of();
    }
    return jdbc.sql("select * from trame.party_person where party in (:parties) order by name, id")
        .param("parties", parties)
        .query((row, n) -> person(row))
        .list();
  }

  /**
   * Whether two accounts are one human's, as far as is known: the same account, or a mail address
   * that both have, of their own or in an organisation.
   */
  @Transactional(readOnly = true)
  public boolean sameHuman(String account, String other) {
    return account.equals(other) || !Collections.disjoint(mails(account), mails(other));
  }

  private Set<String> mails(String account) {
    List<String> known =
        jdbc.sql("select mail from trame.party_person where account = ?")
            .param(account)
            .query(String.class)
            .list();
    return Stream.concat(known.stream(), accounts.mailAddress(account).stream())
        .map(mail -> mail.toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  /** The organisations of a place: its municipality's own and those of its Region, by name. */
  @Transactional(readOnly = true)
  public List<Party> at(String nis, String region) {
    return jdbc.sql(
            "select * from trame.party where nis = ? or (nis is null and region = ?) order by"
                + " name_fr, id")
        .params(nis, region)
        .query((row, n) -> party(row))
        .list();
  }

  /** The people of an organisation, by name. */
  @Transactional(readOnly = true)
  public List<Person> people(long party) {
    return jdbc.sql("select * from trame.party_person where party = ? order by name, id")
        .param(party)
        .query((row, n) -> person(row))
        .list();
  }

  /**
   * Organisations the current actor may read, by name.
   *
   * @param words part of a name or of an enterprise number; empty: all
   * @param number page, from 1
   */
  @Transactional(readOnly = true)
  public Page search(String words, int number) {
    PartyAccess.Readable readable = access.readable(Actors.current());
    String order = "nl".equals(Messages.locale().getLanguage()) ? "name_nl" : "name_fr";
    String like = words.strip().replaceAll("([%_\\\\])", "\\\\$1");
    String digits = words.replaceAll("[\\s.]", "");
    String which =
        " from trame.party where (:all or nis in (:nis) or region in (:regions) or (nis is null"
            + " and region in (:own)) or id in (:actedFor)) and (name_fr ilike :like or name_nl ilike :like or"
            + " (:digits <> '' and enterprise_number like :number))";
    Map<String, Object> values =
        Map.of(
            "all",
            readable.all(),
            "nis",
            orNone(readable.nis()),
            "regions",
            orNone(readable.regions()),
            "own",
            orNone(readable.own()),
            "actedFor",
            readable.actedFor().isEmpty() ? Set.of(-1L) : readable.actedFor(),
            "like",
            "%" + like + "%",
            "digits",
            digits.matches("\\d+") ? digits : "",
            "number",
            "%" + digits + "%");
    long total = jdbc.sql("select count(*)" + which).params(values).query(Long.class).single();
    int pages = (int) Math.max(1, (total + PAGE - 1) / PAGE);
    int shown = Math.max(1, Math.min(number, pages));
    List<Party> parties =
        jdbc.sql("select *" + which + " order by " + order + ", id limit :size offset :offset")
            .params(values)
            .param("size", PAGE)
            .param("offset", (shown - 1) * PAGE)
            .query((row, n) -> party(row))
            .list();
    return new Page(parties, shown, pages, total);
  }

  private static Set<String> orNone(Set<String> codes) {
    return codes.isEmpty() ? Set.of("") : codes;
  }

  /**
   * A page of a list.
   *
   * @param parties what is on it
   * @param number which it is, from 1
   * @param pages how many there are
   * @param total how many organisations in all
   */
  public record Page(List<Party> parties, int number, int pages, long total) {}

  private static Party party(ResultSet row) throws SQLException {
    String number = row.getString("enterprise_number");
    return new Party(
        row.getLong("id"),
        Party.Kind.valueOf(row.getString("kind")),
        row.getString("nis"),
        row.getString("region"),
        number == null ? null : new EnterpriseNumber(number),
        row.getString("name_fr"),
        row.getString("name_nl"),
        row.getString("address"),
        row.getString("contact_mail"));
  }

  private static Person person(ResultSet row) throws SQLException {
    return new Person(
        row.getLong("id"),
        row.getLong("party"),
        row.getString("name"),
        row.getString("mail"),
        row.getString("account"));
  }
}
